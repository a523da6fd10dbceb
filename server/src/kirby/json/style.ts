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
  /** `1, 2` instead of `1,2`. Of no account where `indent` is set. */
  readonly spaceAfterComma: boolean;
}

/** Escapes that only the old style needs; U+2028 and U+2029 are escaped in any. */
const beyondAscii =
  /\\u(?!202[89])(?:00[89a-f][0-9a-f]|0[1-9a-f][0-9a-f]{2}|[1-9a-f][0-9a-f]{3})/giu;

/**
 * The style of a JSON text, broken or not. What the text does not show is assumed to be as the
 * present Kirby writes it, but a text with `\/` and no special characters is an old one and gets
 * `\u00e9` as well.
 *
 * @param like what characters are written like where the text has none that tell: an emptied list
 *   is written as what stands around it
 */
export function styleOf(text: string, like?: JsonStyle): JsonStyle {
  const slashes = count(text, '/');
  const escapedSlashes = count(text, '\\/');
  const escapesSlashes =
    slashes === 0 && like !== undefined
      ? like.escapesSlashes
      : escapedSlashes > 0 && escapedSlashes * 2 >= slashes;
  const escapes = text.match(beyondAscii) ?? [];
  const raw = text.match(/[\u0080-\uffff]/g)?.length ?? 0;
  // `\/` alone tells as much only of a text of which nothing else is known.
  const isTold = escapes.length + raw > 0;
  const layout = /^\s*[[{](\r?\n)([ \t]*)/u.exec(text);
  return {
    escapesUnicode:
      like !== undefined && !isTold
        ? like.escapesUnicode
        : escapes.length > 0
          ? escapes.length > raw
          : escapesSlashes && raw === 0,
    upperCaseHex:
      like !== undefined && escapes.length === 0
        ? like.upperCaseHex
        : escapes.some((escape) => /[A-F]/u.test(escape)),
    escapesSlashes,
    indent: layout?.[2],
    eol: layout?.[1] === '\r\n' ? '\r\n' : '\n',
    spaceAfterColon: /(?<!\\)"[ \t]*:([ \t]?)/u.exec(text)?.[1] === ' ',
    spaceAfterComma: /["\]}],([ \t]?)["{[]/u.exec(text)?.[1] === ' ',
  };
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

/** What stands between two items: a comma and, in indented JSON, the way to the next line. */
export function separator(style: JsonStyle, depth: number): string {
  if (style.indent !== undefined) return `,${lineStart(style, depth)}`;
  return style.spaceAfterComma ? ', ' : ',';
}

/** A line break with the indentation of a depth; nothing in JSON on one line. */
export function lineStart(style: JsonStyle, depth: number): string {
  return style.indent === undefined ? '' : style.eol + style.indent.repeat(depth);
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

function unicodeEscape(char: string, style: JsonStyle): string {
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
  return open + lineStart(style, depth + 1) + inside + lineStart(style, depth) + close;
}

function count(text: string, part: string): number {
  let found = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) found++;
  return found;
}
