import type { Span } from './span.ts';

/**
 * PHP's notions of blanks and letter case. JavaScript's `trim`, `\s` and `toLowerCase` know
 * Unicode; PHP's do not, and every span would shift at the first no-break space.
 */

/** What `trim()` strips: space, TAB, LF, CR, NUL and vertical tab (not form feed, not U+00A0). */
export function isTrimmed(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13 || code === 0 || code === 11;
}

/** What `\s` matches without the `u` flag: space, TAB, LF, VT, FF, CR. */
export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/** The span that is left after PHP's `trim()`. An all-blank span becomes empty, at its end. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isTrimmed(text.charCodeAt(start))) start++;
  while (end > start && isTrimmed(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** PHP's `trim()`. */
export function phpTrim(text: string): string {
  const { start, end } = trimSpan(text, { start: 0, end: text.length });
  return text.slice(start, end);
}

/** PHP's `ltrim()`. */
export function phpTrimStart(text: string): string {
  let start = 0;
  while (start < text.length && isTrimmed(text.charCodeAt(start))) start++;
  return text.slice(start);
}

/** PHP's `rtrim()` with its own list of characters. */
export function trimEndOf(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** PHP's `ucfirst()`: ASCII only. */
export function asciiUpperFirst(text: string): string {
  const first = text.charAt(0);
  return first >= 'a' && first <= 'z' ? first.toUpperCase() + text.slice(1) : text;
}

/** PHP's `strtolower()` since 8.2: `GRÖSSE` becomes `grÖsse`. */
export function asciiLower(text: string): string {
  return /[A-Z]/.test(text) ? text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) : text;
}
