import type { FieldDefinition } from '../kirby/blueprint/blueprint.ts';
import type { OptionList } from '../kirby/field-types/field-type.ts';
import type { Model, Site } from './site.ts';

/** Stand-in until the real one lands. */
export function optionsOf(definition: FieldDefinition, _model: Model, _site: Site): OptionList {
  const { options } = definition;
  return options === undefined ? { status: 'unknown' } : { status: 'known', options };
}
