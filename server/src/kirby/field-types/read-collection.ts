import type { FieldDefinition } from '../blueprint/blueprint.ts';
import type { JsonValue } from '../json/value.ts';
import { phpTrim } from '../text/php.ts';
import { readYaml } from '../yaml/read.ts';
import type { FieldEnvironment } from './field-type.ts';

/**
 * Lists and maps, decoded where they stand as YAML in a text. `undefined`: the text cannot
 * be read, and what the Panel makes of it is for other rules to say.
 */
export function readCollection(
  value: JsonValue | undefined,
  _definition: FieldDefinition,
  { yamlHandler }: FieldEnvironment,
): JsonValue | undefined {
  if (value === undefined || value === null) return [];
  if (typeof value !== 'string') return value;
  if (phpTrim(value) === '') return [];
  const read = readYaml(value, yamlHandler);
  return read.ok ? read.value : undefined;
}
