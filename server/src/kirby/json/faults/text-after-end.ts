import { COMMA, OPEN_BRACE, OPEN_BRACKET } from '../repair/chars.ts';
import { replace } from '../text-edit.ts';
import type { FaultKind } from './fault-kind.ts';
import { say } from '../../text/say.ts';

/** Something after the last bracket. */
export const textAfterEnd: FaultKind = {
  message: () => say`The JSON ends before this; nothing may follow it in the field.`,
  title: () => say`Remove the text after the end`,
  *propose(stop) {
    const { text, at, valueEnd } = stop;
    if (stop.mode !== 'after' || stop.frame !== undefined || at >= text.length) return;
    const code = text.charCodeAt(at);
    const goesOn = code === COMMA || code === OPEN_BRACE || code === OPEN_BRACKET;
    const word = /^\S+/u.exec(text.slice(at, at + 80))?.[0] ?? '';
    yield {
      cost: goesOn ? 1.8 : 1.2,
      repair: {
        cause: 'text-after-end',
        span: { start: at, end: at + Math.max(1, word.length) },
        edits: [replace(valueEnd, text.length, '')],
        safe: !/[\p{L}\p{N}]/u.test(text.slice(at)),
      },
      go: (reading) => {
        reading.at = text.length;
      },
    };
  },
};
