import { isArray, isObject, type JsonValue } from './value.ts';

/**
 * How a field spells its JSON. Kirby up to 3.9.2 escaped slashes and everything beyond ASCII, later
 * ones write both raw, `pretty: true` adds four blanks and line breaks, and people have habits of
 * their own. What is written into a field follows the field.
 */
export interface JsonStyle {
  /** `\u00e9` instead of `é`. */
  readonly escapesUnicode: boolean;
  /** `\u00E9`, which only other tools than PHP write. */
  readonly upperCaseHex: boolean;
  /** `\/` instead of `/`. */
  readonly escapesSlashes: boolean;
  /** One level of indentation, or `undefined` for JSON that stands on one line. */
  readonly indent: string | undefined;
  readonly eol: '\n' | '\r\n';
  /** `"a": 1` instead of `"a":1`. */
  readonly spaceAfterColon: boolean;
  /** `1, 2` instead of `1,2`. Of no account where the next item begins a line. */
  readonly spaceAfterComma: boolean;
  /** Only the rows or blocks of the list stand on lines of their own, and all of one on its line. */
  readonly onlyItems: boolean;
}

/**
 * A value as JSON in a style.
 *
 * @param depth how deep the value stands, in levels of indentation; its first line is not indented
 */
export function writeJson(value: JsonValue, style: JsonStyle, depth = 0): string {
  if (typeof value === 'string') return writeString(value, style);
  if (isArray(value)) {
    return between(
      '[',
      value.map((item) => writeJson(item, style, depth + 1)),
      ']',
      style,
      depth,
    );
  }
  if (isObject(value)) {
    const members = Object.entries(value).map(([key, item]) =>
      writeMember(key, item, style, depth + 1),
    );
    return between('{', members, '}', style, depth);
  }
  return JSON.stringify(value);
}

/** `"key":value`. */
export function writeMember(
  key: string,
  value: JsonValue,
  style: JsonStyle,
  depth: number,
): string {
  const colon = style.spaceAfterColon ? ': ' : ':';
  return `${writeString(key, style)}${colon}${writeJson(value, style, depth)}`;
}

/** What stands between two items at a depth: a comma and, where each has its line, the way there. */
export function separator(
  style: Pick<JsonStyle, 'indent' | 'onlyItems' | 'eol' | 'spaceAfterComma'>,
  depth: number,
): string {
  if (beginLines(style, depth)) return `,${lineStart(style, depth)}`;
  return style.spaceAfterComma ? ', ' : ',';
}

/** The only or all items at a depth, with what parts them from the brackets around them. */
export function inBrackets(items: string, style: JsonStyle, depth: number): string {
  if (!beginLines(style, depth)) return items;
  return lineStart(style, depth) + items + lineStart(style, depth - 1);
}

/** Whether each item at a depth begins a line. */
export function beginLines(style: Pick<JsonStyle, 'indent' | 'onlyItems'>, depth: number): boolean {
  return style.indent !== undefined && (depth <= 1 || !style.onlyItems);
}

/** A line break with the indentation of a depth. */
export function lineStart(style: Pick<JsonStyle, 'indent' | 'eol'>, depth: number): string {
  return style.eol + (style.indent ?? '').repeat(depth);
}

/** A string with its quotes. Half a surrogate pair, which no file can hold, becomes U+FFFD. */
export function writeString(text: string, style: JsonStyle): string {
  return `"${writeStringPart(text, style)}"`;
}

/** The same without quotes, to stand inside a string. */
export function writeStringPart(text: string, style: JsonStyle): string {
  const basic = JSON.stringify(text.replace(/\p{Surrogate}/gu, '\ufffd')).slice(1, -1);
  const slashed = style.escapesSlashes ? basic.replaceAll('/', '\\/') : basic;
  // Without JSON_UNESCAPED_LINE_TERMINATORS PHP escapes these two in any style.
  const beyond = style.escapesUnicode ? /[\u0080-\uffff]/g : /[\u2028\u2029]/g;
  return slashed.replace(beyond, (char) => unicodeEscape(char, style));
}

/** The code units of a character of Unicode as JSON escapes them: `\\u00e9`. */
export function unicodeEscape(char: string, style: Pick<JsonStyle, 'upperCaseHex'>): string {
  const hex = char.charCodeAt(0).toString(16).padStart(4, '0');
  return `\\u${style.upperCaseHex ? hex.toUpperCase() : hex}`;
}

function between(
  open: string,
  items: readonly string[],
  close: string,
  style: JsonStyle,
  depth: number,
): string {
  if (items.length === 0) return open + close;
  const inside = items.join(separator(style, depth + 1));
  return open + inBrackets(inside, style, depth + 1) + close;
}
