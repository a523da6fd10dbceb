import type { Span } from './span.ts';

/**
 * Decoded text and the way back to the text it was decoded from.
 *
 * A file name in an HTML attribute in a JSON string in an escaped field value sits under three
 * encodings. Each decoding step makes a `MappedText` whose `source` is the step before, so a rule
 * works on decoded text and still underlines the right characters of the file.
 */
export interface MappedText {
  /** The decoded text. */
  readonly text: string;
  /**
   * A span of `text` → the span of the *document* it came from.
   * `{ start: 1, end: 2 }` of the decoded `aé` in `"a\u00e9"` gives the six characters `\u00e9`.
   */
  toSource(span: Span): Span;
  /**
   * An offset in the document → the offset in `text`, or `undefined` when the document's offset
   * lies outside of what this text was decoded from. An offset inside an escape gives its start.
   */
  fromSource(offset: number): number | undefined;
}

/**
 * Where the decoded text stops running in step with its source. From `text` on, the source runs on
 * from `source`; what ended before it ended at `sourceEnd` (smaller than `source` where characters
 * were dropped without a trace, like the backslash of `\----`).
 */
export interface Jump {
  readonly text: number;
  readonly sourceEnd: number;
  readonly source: number;
}

/** Text that stands in the document as it is, from `start` on. */
export function plainText(text: string, start: number): MappedText {
  return {
    text,
    toSource: (span) => ({ start: start + span.start, end: start + span.end }),
    fromSource: (offset) =>
      offset < start || offset > start + text.length ? undefined : offset - start,
  };
}

/**
 * Text decoded from a part of `parent`.
 *
 * @param text the decoded text
 * @param parent what it was decoded from
 * @param start where the decoded part begins in `parent.text`
 * @param end where it ends there
 * @param jumps places where one decoded character is not one source character, in rising order,
 *   in offsets of `parent.text`
 */
export function decodedText(
  text: string,
  parent: MappedText,
  start: number,
  end: number,
  jumps: readonly Jump[],
): MappedText {
  return {
    text,
    toSource: (span) =>
      parent.toSource({
        start: toParent(jumps, start, span.start, 'start'),
        end: span.end === span.start
          ? toParent(jumps, start, span.end, 'start')
          : toParent(jumps, start, span.end, 'end'),
      }),
    fromSource: (offset) => {
      const inParent = parent.fromSource(offset);
      if (inParent === undefined || inParent < start || inParent > end) return undefined;
      return Math.min(fromParent(jumps, start, inParent), text.length);
    },
  };
}

function toParent(
  jumps: readonly Jump[],
  start: number,
  offset: number,
  side: 'start' | 'end',
): number {
  const index = lastJumpAt(jumps, (jump) => jump.text, offset);
  const jump = jumps[index];
  if (jump === undefined) return start + offset;
  if (side === 'end' && jump.text === offset) return jump.sourceEnd;
  return jump.source + (offset - jump.text);
}

function fromParent(jumps: readonly Jump[], start: number, offset: number): number {
  const index = lastJumpAt(jumps, (jump) => jump.source, offset);
  const jump = jumps[index];
  const next = jumps[index + 1];
  const decoded = jump === undefined ? offset - start : jump.text + (offset - jump.source);
  // Inside an escape: its decoded character begins one before the jump that follows it.
  return next === undefined ? decoded : Math.min(decoded, next.text === 0 ? 0 : Math.max(next.text - 1, jump?.text ?? 0));
}

/** The index of the last jump whose key is at most `offset`; -1 when there is none. */
function lastJumpAt(
  jumps: readonly Jump[],
  key: (jump: Jump) => number,
  offset: number,
): number {
  let low = 0;
  let high = jumps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const jump = jumps[middle];
    if (jump !== undefined && key(jump) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
