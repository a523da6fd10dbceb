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

/** The items of a list. */
export function itemsIn(value: JsonValue | undefined): readonly JsonValue[] {
  return isPhpArray(value) ? phpEntries(value).map(([, item]) => item) : [];
}
