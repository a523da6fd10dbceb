import { isTrimmed } from '../text/php.ts';

/** A line that is not blank, its tabs turned into spaces. */
export interface Line {
  readonly body: string;
  /** How many spaces it begins with. */
  readonly indent: number;
  /** The line without them; never empty. */
  readonly text: string;
}

/** The line, or `undefined` when PHP's `chop()` leaves nothing of it. */
export function readLine(source: string): Line | undefined {
  let end = source.length;
  while (end > 0 && isTrimmed(source.charCodeAt(end - 1))) end--;
  if (end === 0) return undefined;
  const body = source.includes('\t') ? expandTabs(source) : source;
  const indent = runLength(body, ' ', 0);
  return { body, indent, text: body.slice(indent) };
}

/** How often `character` stands in a row from `start` on. */
export function runLength(text: string, character: string, start: number): number {
  let end = start;
  while (text.startsWith(character, end)) end++;
  return end - start;
}

/** `trim($text, $characters)` */
export function strip(text: string, characters: string): string {
  let start = 0;
  while (start < text.length && characters.includes(text.charAt(start))) start++;
  return stripEnd(text.slice(start), characters);
}

/** `rtrim($text, $characters)` */
export function stripEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** Each tab reaches to the next column that four divides; columns are characters, not bytes. */
function expandTabs(source: string): string {
  let body = '';
  let column = 0;
  for (const character of source) {
    const width = character === '\t' ? 4 - (column % 4) : 1;
    body += character === '\t' ? ' '.repeat(width) : character;
    column += width;
  }
  return body;
}
