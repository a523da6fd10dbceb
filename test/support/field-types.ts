import type { FieldDefinition } from '../../server/src/kirby/blueprint/blueprint.ts';
import { fieldTypes } from '../../server/src/kirby/field-types/index.ts';
import type { FieldEnvironment } from '../../server/src/kirby/field-types/field-type.ts';
import type { JsonObject, JsonValue } from '../../server/src/kirby/json/value.ts';

/** A field of a type as a blueprint would define it, with nothing but its own properties. */
export function fieldOf(type: string, props: JsonObject = {}): FieldDefinition {
  return {
    name: 'field',
    type,
    label: 'Field',
    help: undefined,
    required: false,
    props,
    fields: undefined,
    entry: undefined,
    fieldsets: undefined,
    settings: undefined,
    layouts: undefined,
    options: undefined,
  };
}

/** A site that knows nothing but Kirby's defaults. */
export const noSite: FieldEnvironment = {
  yamlHandler: 'spyc',
  optionsOf: () => ({ status: 'unknown' }),
};

/** The form value that a field type reads. */
export function readAs(
  type: string,
  value: JsonValue | undefined,
  props: JsonObject = {},
  environment: FieldEnvironment = noSite,
): JsonValue | undefined {
  return fieldTypes.get(type)?.read(value, fieldOf(type, props), environment);
}
