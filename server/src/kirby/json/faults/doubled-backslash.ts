import { BACKSLASH, QUOTE } from '../repair/chars.ts';
import { replace } from '../text-edit.ts';
import type { FaultKind } from './fault-kind.ts';
import { say } from '../../text/say.ts';

/** `\\"`: the first backslash escapes the second one, and the quote is left without. */
export const doubledBackslash: FaultKind = {
  message: () =>
    say`This backslash takes the other one away from the quote, which then ends the text too early.`,
  title: ({ edits }) =>
    edits.length > 1 ? say`Remove the doubled backslashes` : say`Remove the backslash`,
  *propose(stop) {
    const { text, at } = stop;
    if (stop.mode !== 'string' || text.charCodeAt(at) !== QUOTE || stop.isKey) return;
    if (text.charCodeAt(at - 1) !== BACKSLASH || at - 2 <= stop.stringStart) return;
    yield {
      cost: stop.inner === 0 ? 0.95 : 0.2,
      repair: {
        cause: 'doubled-backslash',
        span: { start: at - 2, end: at },
        edits: [replace(at - 2, at - 1, '')],
        safe: true,
        group: stop.stringStart,
      },
      go: (reading) => {
        reading.inner++;
        reading.at = at + 1;
      },
    };
  },
};
