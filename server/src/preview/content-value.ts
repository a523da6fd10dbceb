import { isPhpArray, isPhpEmpty, isSet, phpEntries, phpString } from '../kirby/blocks/php.ts';
import type { JsonObject, JsonValue } from '../kirby/json/value.ts';
import { asciiLower, phpTrim } from '../kirby/text/php.ts';
import { readYaml } from '../kirby/yaml/read.ts';

/**
 * A value of a block's content, with the questions that Kirby's snippets ask of it
 * (`Kirby\Content\Field`).
 */
export interface ContentValue {
  /** What is stored; `undefined` when there is no such key. */
  readonly json: JsonValue | undefined;
  /** What `echo` prints; `undefined` for a list or an object, where PHP throws. */
  readonly text: string | undefined;
  /** `isEmpty()`: nothing, blanks, an empty list. Not `0`, not `false`. */
  readonly isEmpty: boolean;
}

/** `$block->name()`. */
export function valueOf(content: JsonObject, name: string): ContentValue {
  return contentValue(Object.hasOwn(content, name) ? content[name] : undefined);
}

export function contentValue(json: JsonValue | undefined): ContentValue {
  return { json, text: phpString(json), isEmpty: isEmpty(json) };
}

/** `or()`. */
export function orElse(value: ContentValue, fallback: string): ContentValue {
  return value.isEmpty ? contentValue(fallback) : value;
}

/** `isTrue()`, that is PHP's boolean filter: `true`, `1`, `on` and `yes` in any letter case. */
export function isTrue(value: ContentValue): boolean {
  if (value.isEmpty || value.text === undefined) return false;
  return ['1', 'true', 'on', 'yes'].includes(asciiLower(phpTrim(value.text)));
}

/**
 * What `toFiles()` looks up: the texts in a list, or in YAML that holds one. `undefined` where it
 * throws: a number or a boolean, and YAML that the site's reader refuses.
 */
export function referencesOf(
  value: ContentValue,
  yamlHandler: 'spyc' | 'symfony',
): readonly string[] | undefined {
  const list = listOf(value.json, yamlHandler);
  return list?.filter((item) => typeof item === 'string');
}

function listOf(
  json: JsonValue | undefined,
  yamlHandler: 'spyc' | 'symfony',
): readonly JsonValue[] | undefined {
  if (isPhpArray(json)) return phpEntries(json).map(([, item]) => item);
  if (!isSet(json) || json === '') return [];
  if (typeof json !== 'string') return undefined;
  if (isPlainReference(json)) return [json];
  const yaml = readYaml(json, yamlHandler);
  if (!yaml.ok) return undefined;
  return isPhpArray(yaml.value) ? phpEntries(yaml.value).map(([, item]) => item) : [];
}

/** `file://x0Eszp6nhmEIe0aI` needs no YAML reader. */
function isPlainReference(text: string): boolean {
  return /^(?:file|page):\/\/[A-Za-z0-9]+$/.test(text);
}

function isEmpty(json: JsonValue | undefined): boolean {
  if (typeof json === 'string') {
    const text = phpTrim(json);
    return text === '' || text === '[]';
  }
  return !isSet(json) || (isPhpArray(json) && isPhpEmpty(json));
}
