import type { FieldDefinition } from '../blueprint/blueprint.ts';
import { parseJson, type JsonValue } from '../json/value.ts';
import { phpTrim } from '../text/php.ts';
import { readYaml } from '../yaml/read.ts';
import type { FieldEnvironment } from './field-type.ts';
import { storages } from './storage.ts';

/**
 * Lists and maps, decoded where they stand as YAML or JSON in a text. `undefined`: the text cannot
 * be read, and what the Panel makes of it is for other rules to say.
 */
export function readCollection(
  value: JsonValue | undefined,
  { type }: FieldDefinition,
  { yamlHandler }: FieldEnvironment,
): JsonValue | undefined {
  if (value === undefined || value === null) return [];
  if (typeof value !== 'string') return value;
  if (phpTrim(value) === '') return [];
  if (storages.get(type) === 'json') return parseJson(value);
  const read = readYaml(value, yamlHandler);
  return read.ok ? read.value : undefined;
}
