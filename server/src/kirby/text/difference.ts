import { diffArrays } from 'diff';
import type { Span } from './span.ts';

/** What stands in a span of one text, and what in its place in the other. */
export interface Difference {
  readonly span: Span;
  readonly text: string;
}

/**
 * The part in which two texts differ, as short as one part can be. A pair of surrogates is one
 * character and never cut: `a😀b` and `a😁b` differ in `{ start: 1, end: 3 }` and `😁`.
 */
export function difference(before: string, after: string): Difference {
  const start = commonStart(before, after);
  const rest = commonEnd(before, after, start);
  const span = { start, end: before.length - rest };
  return { span, text: after.slice(start, after.length - rest) };
}

/** More words than this that come and go are one change. */
const MOST_CHANGES = 400;

/** Words, and all else by the character. */
const words = /[\p{L}\p{N}]+|[^]/gu;

/** The runs of words in which two texts differ, in rising order; one part where they are too many. */
export function differences(before: string, after: string): readonly Difference[] {
  const whole = difference(before, after);
  const { start, end } = whole.span;
  const parts = diffArrays(
    before.slice(start, end).match(words) ?? [],
    whole.text.match(words) ?? [],
    {
      maxEditLength: MOST_CHANGES,
    },
  );
  const found: Difference[] = [];
  let at = start;
  for (const { added, removed, value } of parts ?? []) {
    const text = value.join('');
    const next = removed ? at + text.length : at;
    if (added || removed) {
      const last = found.at(-1)?.span.end === at ? found.pop() : undefined;
      const kept = last?.text ?? '';
      const span = { start: last?.span.start ?? at, end: next };
      found.push({ span, text: added ? kept + text : kept });
      at = next;
    } else at += text.length;
  }
  return parts === undefined ? [whole] : found;
}

function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  return isHigh(a.charCodeAt(at - 1)) ? at - 1 : at;
}

/** How many characters at the ends are the same, those before `start` not counted twice. */
function commonEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let same = 0;
  while (same < most && a[a.length - 1 - same] === b[b.length - 1 - same]) same++;
  return isLow(a.charCodeAt(a.length - same)) ? same - 1 : same;
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
