import type { Span } from '../../text/span.ts';
import { replace } from '../text-edit.ts';
import type { FaultKind } from './fault-kind.ts';
import { say } from '../../text/say.ts';

/**
 * `\u00e` with a digit lost: which letter it was can only be guessed. The other escapes of
 * the text show the likeliest one; without any, U+FFFD marks the place where a letter is missing.
 */
export const cutEscape: FaultKind = {
  message: ({ span }, text) =>
    say`The escape "${text.slice(span.start, span.end)}" is cut; four hexadecimal digits belong to it.`,
  title: ({ detail }) =>
    detail === undefined || detail === ''
      ? say`Put a replacement character in its place`
      : say`Complete it to "${detail}", the likeliest letter`,
  refine: (repair, text) => {
    const escapes = repair.edits.slice(0, MOST_GUESSES).map(({ span }) => guess(text, span));
    const [first] = escapes;
    const edits = repair.edits.map((edit, index) => {
      const escape = escapes[index];
      return escape === undefined ? edit : replace(edit.span.start, edit.span.end, escape);
    });
    if (first === undefined) return { ...repair, edits };
    return { ...repair, edits, detail: String.fromCharCode(parseInt(first.slice(2), 16)) };
  },
};

/** Each guess looks at the whole text. */
const MOST_GUESSES = 20;

/** How many characters around an escape speak for the letter that stands between them. */
const CONTEXT = 3;

/**
 * The escape of the text that is the likeliest to be the one that was cut: one that begins alike,
 * the better the more of its neighbours are the same, and among equals the commonest.
 */
function guess(text: string, { start, end }: Span): string | undefined {
  const digits = text.slice(start + 2, end).toLowerCase();
  if (digits.length < 2) return undefined;
  const scores = new Map<string, number>();
  for (const { 0: escape, index } of text.matchAll(/\\u[0-9a-f]{4}/giu)) {
    const whole = escape.toLowerCase();
    if (!loses(whole.slice(2), digits)) continue;
    const same = alike(text, start, index, -1) + alike(text, end - 1, index + 5, 1);
    scores.set(whole, (scores.get(whole) ?? 0) + 8 ** same);
  }
  return [...scores].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** How many neighbours of two offsets are the same, in one direction. */
function alike(text: string, a: number, b: number, step: 1 | -1): number {
  let same = 0;
  while (same < CONTEXT && text[a + step * (same + 1)] === text[b + step * (same + 1)]) same++;
  return same;
}

/** Whether `digits` is `whole` without some of its digits. */
function loses(whole: string, digits: string): boolean {
  let found = 0;
  for (const digit of whole) if (digit === digits[found]) found++;
  return found === digits.length;
}
