import type { JsonValue } from '../../kirby/json/value.ts';

/** What no editor shows as it is, or takes for a line break. Tabs and line feeds are fine. */
const invisible = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]|\p{Surrogate}/u;
const invisibleBeyond = /[\u007f-\u009f\u2028\u2029\ufeff]/g;

/** Whether a text can stand in an editor without any escapes. */
export function isVisible(text: string): boolean {
  return !invisible.test(text);
}

/** A value as JSON on one line, with nothing invisible in it. */
export function literal(value: JsonValue): string {
  return JSON.stringify(value).replace(
    invisibleBeyond,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** How many characters a value may have that stands in a tag. */
const MOST_IN_TAG = 60;

/** Whether a value is short and plain enough to stand in a tag. */
export function fitsInTag(value: JsonValue): boolean {
  if (typeof value === 'string')
    return value.length <= MOST_IN_TAG && isVisible(value) && !/["\\<>\t\n]/.test(value);
  if (typeof value !== 'object' || value === null) return true;
  return literal(value).length <= MOST_IN_TAG;
}
