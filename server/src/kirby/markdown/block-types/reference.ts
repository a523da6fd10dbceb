import { asciiLower, isSpace } from '../../text/php.ts';
import { type Line, runLength, stripEnd } from '../line.ts';
import { type BlockType, closed } from '../open-block.ts';
import type { Run } from '../run.ts';

/** `[label]: address "title"`: nothing is shown, links may use it. */
export const reference: BlockType = (line, _open, run) =>
  define(line, run) ? closed(undefined) : undefined;

/** Takes the definition of a line; `false`: there is none. */
export function define({ text }: Line, { definitions }: Run): boolean {
  const end = stripEnd(text, ' ').length;
  let close = text.indexOf(']:', 2);
  while (close >= 0) {
    const addressStart = close + 2 + runLength(text, ' ', close + 2);
    const addressEnd = wordEnd(text, addressStart, end);
    const title = titleOf(text, addressEnd, end);
    if (addressEnd > addressStart && (addressEnd === end || title !== undefined)) {
      const address = withoutAngles(text.slice(addressStart, addressEnd));
      definitions.references.set(asciiLower(text.slice(1, close)), { address, title });
      return true;
    }
    // What ends the label may stand later, but within the same word the rest would fail again.
    close = text.indexOf(']:', Math.max(close + 1, addressEnd - 2));
  }
  return false;
}

function wordEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && !isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** `"title"`, `'title'` or `(title)`; it must be the last thing in the line. */
function titleOf(text: string, start: number, end: number): string | undefined {
  const open = start + runLength(text, ' ', start);
  const isQuoted = /["'(]/.test(text.charAt(open)) && /["')]/.test(text.charAt(end - 1));
  return isQuoted && open > start && end - 1 > open + 1 ? text.slice(open + 1, end - 1) : undefined;
}

/** `<address>` → `address` */
function withoutAngles(word: string): string {
  const start = word.startsWith('<') && word.length > 1 ? 1 : 0;
  const end = word.endsWith('>') && word.length - start > 1 ? word.length - 1 : word.length;
  return word.slice(start, end);
}
