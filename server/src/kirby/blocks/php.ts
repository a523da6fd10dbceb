import type { JsonArray, JsonObject, JsonValue } from '../json/value.ts';
import { asciiLower } from '../text/php.ts';
import { numberText } from '../text/php-number.ts';

/**
 * How PHP treats values that came out of JSON. Kirby reads blocks and layouts without strict types,
 * so `"id": 5` is the id `5` and `"isHidden": "false"` hides.
 */

/** What is an `array` to PHP: a JSON list or a JSON object. */
export type PhpArray = JsonArray | JsonObject;

export function isPhpArray(value: JsonValue | undefined): value is PhpArray {
  return typeof value === 'object' && value !== null;
}

/** The value of a key, `undefined` where there is none. `0` is the first item of a list. */
export function phpGet(array: PhpArray, key: string | number): JsonValue | undefined {
  if (!isList(array)) return Object.hasOwn(array, key) ? array[key] : undefined;
  return typeof key === 'number' ? array[key] : undefined;
}

/** Keys and values, in order. */
export function phpEntries(array: PhpArray): readonly (readonly [string | number, JsonValue])[] {
  return isList(array) ? array.map((value, index) => [index, value]) : Object.entries(array);
}

/** PHP's `isset()`: there, and not null. */
export function isSet(value: JsonValue | undefined): value is Exclude<JsonValue, null> {
  return value !== undefined && value !== null;
}

/** PHP's `empty()`. */
export function isPhpEmpty(value: JsonValue | undefined): boolean {
  if (isPhpArray(value)) return phpEntries(value).length === 0;
  return !isSet(value) || value === '' || value === '0' || value === 0 || value === false;
}

/** PHP's cast to `string`; `undefined` where PHP refuses (lists and objects). */
export function phpString(value: JsonValue | undefined): string | undefined {
  if (!isSet(value)) return '';
  if (typeof value === 'string') return value;
  // `-0` is an integer in JSON.
  if (typeof value === 'number') return numberText(value === 0 ? 0 : value);
  if (typeof value === 'boolean') return value ? '1' : '';
  return undefined;
}

/** PHP's cast to `bool`; `undefined` where a typed property refuses (lists and objects). */
export function phpBool(value: JsonValue): boolean | undefined {
  return isPhpArray(value) ? undefined : !isPhpEmpty(value);
}

/** `array_change_key_case()`, as `Kirby\Content\Content` does with every key. A list keeps its indexes. */
export function lowerKeys(array: PhpArray): JsonObject {
  if (!isList(array) && !Object.keys(array).some((key) => /[A-Z]/.test(key))) return array;
  return Object.fromEntries(
    phpEntries(array).map(([key, value]) => [asciiLower(String(key)), value]),
  );
}

function isList(array: PhpArray): array is JsonArray {
  return Array.isArray(array);
}
