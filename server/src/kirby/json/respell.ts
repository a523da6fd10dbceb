import { beginLines, type JsonStyle, lineStart, separator, unicodeEscape } from './style.ts';

/** How characters are spelled: the part of a style that strings show. */
export type Characters = Pick<JsonStyle, 'escapesUnicode' | 'upperCaseHex' | 'escapesSlashes'>;

/** Where blanks and line breaks stand: the part of a style that shows between strings. */
export type Layout = Omit<JsonStyle, keyof Characters>;

const string = String.raw`"[^"\\]*(?:\\[^][^"\\]*)*"`;
const strings = new RegExp(string, 'g');
/** All but the blanks between them. */
const tokens = new RegExp(String.raw`${string}|[[\]{},:]|[^\s"[\]{},:]+`, 'g');

/** One character, whatever it stands for: a pair of surrogates is one, and a backslash that is escaped itself begins no other one. */
const character =
  /\\(?:ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}|u[0-9a-f]{4}|[^])|[/\u0080-\uffff]/gi;

/** JSON with its strings in another spelling. Escapes that every style needs stay as they are. */
export function withCharacters(text: string, style: Characters): string {
  const spell = (written: string): string => spelled(written, style);
  return text.replace(strings, (literal) => literal.replace(character, spell));
}

function spelled(written: string, style: Characters): string {
  if (written === '/' || written === '\\/') return style.escapesSlashes ? '\\/' : '/';
  if (!written.startsWith('\\'))
    return style.escapesUnicode ? unicodeEscape(written, style) : written;
  return style.escapesUnicode || written[1] !== 'u' ? written : readable(written);
}

/** What PHP writes raw with JSON_UNESCAPED_UNICODE. */
function readable(escape: string): string {
  const [first = 0, second] = escape
    .split('\\u')
    .slice(1)
    .map((hex) => parseInt(hex, 16));
  if (second !== undefined) return String.fromCharCode(first, second);
  const isHalf = first >= 0xd800 && first <= 0xdfff;
  const isLineEnd = first === 0x2028 || first === 0x2029;
  return first < 0x80 || isHalf || isLineEnd ? escape : String.fromCharCode(first);
}

/**
 * JSON with other blanks and line breaks, token by token: numbers and keys that stand twice stay as
 * they are.
 *
 * @param depth how deep the value stands; its first line is not indented
 */
export function withLayout(text: string, layout: Layout, depth = 0): string {
  const parts = text.match(tokens) ?? [];
  let level = depth;
  let out = '';
  parts.forEach((part, index) => {
    const before = parts[index - 1] ?? '';
    const next = parts[index + 1] ?? '';
    const isEmpty = isOpening(part) ? isClosing(next) : isClosing(part) && isOpening(before);
    const onLines = !isEmpty && beginLines(layout, level + (isOpening(part) ? 1 : 0));
    if (isClosing(part)) {
      level--;
      out += onLines ? lineStart(layout, level) + part : part;
    } else if (isOpening(part)) {
      level++;
      out += onLines ? part + lineStart(layout, level) : part;
    } else if (part === ',') out += separator(layout, level);
    else out += part === ':' && layout.spaceAfterColon ? ': ' : part;
  });
  return out;
}

function isOpening(part: string): boolean {
  return part === '[' || part === '{';
}

function isClosing(part: string): boolean {
  return part === ']' || part === '}';
}
