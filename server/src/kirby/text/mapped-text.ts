import type { Span } from './span.ts';

/**
 * Decoded text and the way back to the text it was decoded from.
 *
 * A file name in an HTML attribute in a JSON string in an escaped field value sits under three
 * encodings. Each decoding step makes a `MappedText` whose parent is the step before, so a rule
 * works on decoded text and still underlines the right characters of the file.
 */
export interface MappedText {
  /** The decoded text. */
  readonly text: string;
  /**
   * A span of `text` → the span of the *document* it came from.
   * `{ start: 1, end: 2 }` of the decoded `aé` in `"a\u00e9"` gives the six characters `\u00e9`.
   * What was dropped without a trace (the backslash of `\----`) belongs to a span that reaches over
   * it and to none that begins or ends there. An empty span stays empty.
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
 *
 * An escape of one character is one jump, behind it: `\n` read at 4, the third character of the
 * text, makes `{ text: 3, sourceEnd: 6, source: 6 }`.
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
 * @param jumps places where one decoded character is not one source character, in rising order
 */
export function decodedText(
  text: string,
  parent: MappedText,
  start: number,
  end: number,
  jumps: readonly Jump[],
): MappedText {
  const runs = { start, end, length: text.length, jumps };
  return {
    text,
    toSource: (span) =>
      parent.toSource({
        start: startInParent(runs, span.start),
        end: span.end > span.start ? endInParent(runs, span.end) : startInParent(runs, span.start),
      }),
    fromSource: (offset) => {
      const inParent = parent.fromSource(offset);
      if (inParent === undefined || inParent < start || inParent > end) return undefined;
      return fromParent(runs, inParent);
    },
  };
}

/** A decoded text as runs of characters that stand in the parent one by one, with jumps between. */
interface Runs {
  readonly start: number;
  readonly end: number;
  readonly length: number;
  readonly jumps: readonly Jump[];
}

/** One run: where it begins in both texts, and where it and its last escape end. */
interface Run {
  readonly text: number;
  readonly source: number;
  readonly textEnd: number;
  readonly sourceEnd: number;
}

function startInParent(runs: Runs, offset: number): number {
  const run = runAt(
    runs,
    countWhere(runs.jumps, (jump) => jump.text <= offset),
  );
  return Math.min(run.source + (offset - run.text), run.sourceEnd);
}

function endInParent(runs: Runs, offset: number): number {
  // A span ends where its last character ends, which is before a jump that begins there.
  const run = runAt(
    runs,
    countWhere(runs.jumps, (jump) => jump.text < offset),
  );
  return offset === run.textEnd ? run.sourceEnd : run.source + (offset - run.text);
}

function fromParent(runs: Runs, offset: number): number {
  const run = runAt(
    runs,
    countWhere(runs.jumps, (jump) => jump.source <= offset),
  );
  if (offset >= run.sourceEnd) return run.textEnd;
  // Only the last character of a run can be longer in the source: the place inside is its start.
  return Math.min(run.text + (offset - run.source), Math.max(run.text, run.textEnd - 1));
}

/** The run that begins with the jump before `next`; the one at 0 begins with the text. */
function runAt(runs: Runs, next: number): Run {
  const first = runs.jumps[next - 1];
  const last = runs.jumps[next];
  return {
    text: first?.text ?? 0,
    source: first?.source ?? runs.start,
    textEnd: last?.text ?? runs.length,
    sourceEnd: last?.sourceEnd ?? runs.end,
  };
}

/** How many jumps at the beginning of the list a condition holds for, which fails from there on. */
function countWhere(jumps: readonly Jump[], holds: (jump: Jump) => boolean): number {
  let low = 0;
  let high = jumps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const jump = jumps[middle];
    if (jump !== undefined && holds(jump)) low = middle + 1;
    else high = middle;
  }
  return low;
}
