import { isPhpArray, phpEntries } from '../../kirby/blocks/php.ts';
import type { JsonValue } from '../../kirby/json/value.ts';
import { readYaml } from '../../kirby/yaml/read.ts';
import type { ContentValue } from '../content-value.ts';
import type { RenderContext } from '../model.ts';

/** What stands in a list or map, whether it is decoded already or YAML in a text; nothing of prose. */
export function decodedValue(
  { json, text }: ContentValue,
  { site }: RenderContext,
): JsonValue | undefined {
  if (isPhpArray(json)) return json;
  const yaml = readYaml(text ?? '', site?.options.yamlHandler ?? 'spyc');
  return yaml.ok ? yaml.value : undefined;
}

/** Whether a value is a list of maps, as a structure is in JSON. */
export function holdsRows(json: JsonValue | undefined): boolean {
  const isRow = (item: JsonValue): boolean => isPhpArray(item) && !Array.isArray(item);
  return Array.isArray(json) && json.length > 0 && json.every(isRow);
}

/** The items of a list. */
export function itemsIn(value: JsonValue | undefined): readonly JsonValue[] {
  return isPhpArray(value) ? phpEntries(value).map(([, item]) => item) : [];
}
