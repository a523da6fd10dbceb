import { equalValues } from './equal.ts';
import { parseJson } from './value.ts';

/**
 * A way to spell JSON that an author can ask for. `readable` is how Kirby has written texts since
 * 3.9.3 (`é`, `/`), `escaped` how it did before (`\u00e9`, `\/`); `pretty` is what the option
 * `pretty: true` of a field gives, `minified` what Kirby writes without it.
 */
export type Spelling = 'readable' | 'escaped' | 'pretty' | 'minified';

/** In the order in which they are offered. */
export const spellings: readonly Spelling[] = ['readable', 'escaped', 'pretty', 'minified'];

/**
 * A JSON text in another spelling, token by token: numbers, keys that stand twice and escapes that
 * every style needs stay as they are.
 *
 * @param eol of the lines of `pretty`
 * @returns `undefined` for a text that is no JSON, or whose value would not stay the same
 */
export function respelled(
  text: string,
  spelling: Spelling,
  eol: '\n' | '\r\n' = '\n',
): string | undefined {
  const before = parseJson(text);
  if (before === undefined) return undefined;
  const result = spell(text, spelling, eol);
  const after = parseJson(result);
  return after !== undefined && equalValues(before, after) ? result : undefined;
}

function spell(text: string, spelling: Spelling, eol: string): string {
  switch (spelling) {
    case 'readable':
      return text.replace(strings, (literal) => literal.replace(escape, readable));
    case 'escaped':
      return text.replace(strings, (literal) => literal.replace(rawOrEscape, escaped));
    case 'pretty':
      return prettyText(text.match(tokens) ?? [], eol);
    case 'minified':
      return (text.match(tokens) ?? []).join('');
  }
}

const string = String.raw`"[^"\\]*(?:\\[^][^"\\]*)*"`;
const strings = new RegExp(string, 'g');
/** All but the blanks between them. */
const tokens = new RegExp(String.raw`${string}|[[\]{},:]|[^\s"[\]{},:]+`, 'g');

/** One character, whatever it stands for: a pair of surrogates is one, and a backslash that is escaped itself begins no other one. */
const escape = /\\(?:ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}|u[0-9a-f]{4}|[^])/gi;
const rawOrEscape = /\\[^]|[/\u0080-\uffff]/g;

/** What PHP writes raw with JSON_UNESCAPED_SLASHES and JSON_UNESCAPED_UNICODE. */
function readable(written: string): string {
  if (written === '\\/') return '/';
  if (written[1] !== 'u') return written;
  const [first = 0, second] = written
    .split('\\u')
    .slice(1)
    .map((hex) => parseInt(hex, 16));
  if (second !== undefined) return String.fromCharCode(first, second);
  const isHalf = first >= 0xd800 && first <= 0xdfff;
  const isLineEnd = first === 0x2028 || first === 0x2029;
  return first < 0x80 || isHalf || isLineEnd ? written : String.fromCharCode(first);
}

function escaped(char: string): string {
  if (char.startsWith('\\')) return char;
  return char === '/' ? '\\/' : `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** As PHP's JSON_PRETTY_PRINT: four blanks a level, and nothing between empty brackets. */
function prettyText(parts: readonly string[], eol: string): string {
  let depth = 0;
  let out = '';
  const line = (): string => eol + '    '.repeat(depth);
  parts.forEach((part, index) => {
    const isOpening = part === '[' || part === '{';
    const isClosing = part === ']' || part === '}';
    const before = parts[index - 1];
    if (isClosing) depth--;
    if (isClosing && before !== '[' && before !== '{') out += line();
    out += part === ':' ? ': ' : part;
    if (isOpening) depth++;
    const next = parts[index + 1];
    if (part === ',' || (isOpening && next !== ']' && next !== '}')) out += line();
  });
  return out;
}
