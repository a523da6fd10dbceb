import {
  isKeyAt,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  startsPlainValue,
} from '../repair/chars.ts';
import { insert } from '../text-edit.ts';
import type { FaultKind } from './fault-kind.ts';

/** No comma between two blocks, two rows or two members of an object. */
export const missingComma: FaultKind = {
  message: () => 'A comma is missing after this.',
  title: () => 'Insert the comma',
  *propose(stop) {
    const { text, at, frame, valueEnd } = stop;
    if (stop.mode !== 'after' || frame === undefined) return;
    const code = text.charCodeAt(at);
    if (frame.isArray ? !startsValue(code) : code !== QUOTE) return;
    yield {
      cost: frame.isArray || isKeyAt(text, at) ? 1 : 1.4,
      repair: {
        cause: 'missing-comma',
        span: { start: valueEnd - 1, end: valueEnd },
        edits: [insert(valueEnd, ',')],
        safe: true,
      },
      go: (reading) => {
        reading.takeComma(valueEnd);
      },
    };
  },
};

function startsValue(code: number): boolean {
  return code === QUOTE || code === OPEN_BRACE || code === OPEN_BRACKET || startsPlainValue(code);
}
