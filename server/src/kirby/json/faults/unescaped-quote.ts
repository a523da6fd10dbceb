import { isKeyAt, QUOTE } from '../repair/chars.ts';
import type { Reading } from '../repair/reading.ts';
import type { Proposal, Repair } from '../repair/repair.ts';
import { insert } from '../text-edit.ts';
import type { FaultKind } from './fault-kind.ts';
import { say } from '../../text/say.ts';

/** How far behind a string its end can turn out to have been a quote of its text. */
const REACH = 300;

/** A quote inside of a text that ends the text for JSON: a pasted `<a href="…">`. */
export const unescapedQuote: FaultKind = {
  message: ({ edits }) =>
    edits.length > 1
      ? say`This quote ends the text too early, and so do others after it. Inside of a text a quote is written \\".`
      : say`This quote ends the text too early. Inside of a text a quote is written \\".`,
  title: ({ edits }) =>
    edits.length > 1 ? say`Escape the ${edits.length} quotes` : say`Escape the quote`,
  *propose(stop) {
    const { text, at } = stop;
    if (stop.mode === 'string' && text.charCodeAt(at) === QUOTE) {
      yield {
        cost: costOf(stop.inner) + (stop.isKey ? 1.5 : 0) + (isKeyAt(text, at) ? 1 : 0),
        repair: repairOf(at, stop.stringStart),
        go: (reading) => {
          reading.inner++;
          reading.at = at + 1;
        },
      };
    }
    yield* goBackInto(stop);
  },
};

/** The string before the place may have ended at a quote that belongs to its text. */
function* goBackInto(stop: Reading): Iterable<Proposal> {
  const last = stop.lastString;
  const stuckAt = stop.mode === 'string' ? stop.stringStart : stop.at;
  if (last === undefined || last.isForced || stuckAt - last.quote > REACH) return;
  yield {
    from: stop.backInto(last),
    cost: costOf(last.inner) + 0.1,
    repair: repairOf(last.quote, last.start),
    go: (reading) => {
      reading.inner++;
    },
  };
}

/** Quotes are pasted together: after the first one, more of them are no surprise. */
function costOf(inner: number): number {
  return inner === 0 ? 1 : 0.25;
}

function repairOf(quote: number, group: number): Repair {
  return {
    cause: 'unescaped-quote',
    span: { start: quote, end: quote + 1 },
    edits: [insert(quote, '\\')],
    safe: true,
    group,
  };
}
