import { phpString } from '../blocks/php.ts';
import type { JsonValue } from '../json/value.ts';
import { phpTrim } from '../text/php.ts';

/** A text as `props.value` of a textarea makes it: trimmed, numbers as text, nothing as `''`. */
export function readText(value: JsonValue | undefined): JsonValue | undefined {
  const text = phpString(value);
  return text === undefined ? undefined : phpTrim(text);
}

/** The same with the blanks around it, as most fields of one line keep it: `"  "` is not empty. */
export function readLine(value: JsonValue | undefined): JsonValue | undefined {
  return phpString(value);
}
