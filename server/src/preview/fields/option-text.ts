import type { FieldDefinition } from '../../kirby/blueprint/blueprint.ts';
import { optionsOf } from '../../site/options.ts';
import type { RenderContext } from '../model.ts';

/** What the Panel shows for a chosen value; the value itself where that is not known. */
export function optionText(
  value: string,
  definition: FieldDefinition | undefined,
  { site, model }: RenderContext,
): string {
  if (definition === undefined) return value;
  const known =
    site === undefined || model === undefined
      ? definition.options
      : optionsIn(optionsOf(definition, model, site));
  return known?.find((option) => option.value === value)?.text ?? value;
}

function optionsIn(list: ReturnType<typeof optionsOf>): FieldDefinition['options'] {
  return list.status === 'known' ? list.options : undefined;
}
