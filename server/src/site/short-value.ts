/** What a value may have at most to be remembered: a word or two, a date, a number. */
const MOST_CHARACTERS = 60;

/** A list of words may be longer (tags), if none of its words is. */
const MOST_IN_LIST = 200;
const MOST_IN_WORD = 40;

/** No value of more bytes is short: a UTF-16 unit has three of UTF-8 at most. */
export const MOST_BYTES = 3 * MOST_IN_LIST;

/**
 * The value of a field when it is one that others may want to have as well, or that a query asks
 * for: one short line, or a list of short words. Else `undefined`: prose, JSON, YAML and mentions
 * are not remembered.
 */
export function shortValue(text: string): string | undefined {
  if (text === '') return text;
  if (text.length > MOST_IN_LIST || isNoLine(text)) return undefined;
  if (text.length <= MOST_CHARACTERS) return text;
  return text.split(/[,;]/).every((word) => word.trim().length <= MOST_IN_WORD) ? text : undefined;
}

/** Whether a value cannot be a short one, whatever its characters are: bytes do as well. */
export function isNoLine(text: string): boolean {
  return /[\n\r]|^[[{]|^-(?: |$)|(?:page|file|user):\/\//.test(text);
}
