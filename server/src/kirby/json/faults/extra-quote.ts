import { OPEN_BRACE, OPEN_BRACKET, QUOTE } from '../repair/chars.ts';
import type { Reading } from '../repair/reading.ts';
import type { Proposal } from '../repair/repair.ts';
import { replace } from '../text-edit.ts';
import type { FaultKind } from './fault-kind.ts';
import { say } from '../../text/say.ts';

/** A quote typed twice at the beginning or the end of a text or a key, or one that stands alone. */
export const extraQuote: FaultKind = {
  message: () => say`There is one quote too many here.`,
  title: () => say`Remove the quote`,
  *propose(stop) {
    const { text, at } = stop;
    if (text.charCodeAt(at) !== QUOTE) return;
    if (stop.mode === 'string') {
      const isDoubled = at === stop.stringStart + 1 || text.charCodeAt(at + 1) === QUOTE;
      if (isDoubled)
        yield without(at, stop.isKey ? 0.95 : 1.05, (reading) => {
          reading.isTrimmed = true;
        });
      yield* beforeBracket(stop);
    } else if (stop.mode === 'after') {
      yield without(at, stop.valueEnd === at ? 1.15 : 1.4, () => undefined);
    }
  },
};

/** `"attrs":"{…`: an object or list that has come between quotes. */
function* beforeBracket({ text, stringStart, frame, isKey, isBare }: Reading): Iterable<Proposal> {
  const code = text.charCodeAt(stringStart + 1);
  if (isKey || isBare || (code !== OPEN_BRACE && code !== OPEN_BRACKET)) return;
  yield without(stringStart, 1.2, (reading) => {
    reading.mode = frame?.isArray === true ? 'item' : 'value';
  });
}

function without(at: number, cost: number, go: (reading: Reading) => void): Proposal {
  return {
    cost,
    repair: {
      cause: 'extra-quote',
      span: { start: at, end: at + 1 },
      edits: [replace(at, at + 1, '')],
      safe: true,
    },
    go: (reading) => {
      reading.at = at + 1;
      go(reading);
    },
  };
}
