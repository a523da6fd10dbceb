import { phpString } from '../blocks/php.ts';
import type { JsonValue } from '../json/value.ts';
import { phpTrim } from '../text/php.ts';

/** A text as `props.value` of a text field makes it: trimmed, numbers as text, nothing as `''`. */
export function readText(value: JsonValue | undefined): JsonValue | undefined {
  const text = phpString(value);
  return text === undefined ? undefined : phpTrim(text);
}
