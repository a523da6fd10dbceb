import { CLOSE_BRACE, COMMA } from '../repair/chars.ts';
import { insert } from '../text-edit.ts';
import type { FaultKind } from './fault-kind.ts';
import { say } from '../../text/say.ts';

/** `"alt":,` has a key and no value. */
export const missingValue: FaultKind = {
  message: () => say`This key has no value.`,
  title: ({ detail }) => (detail === '""' ? say`Insert an empty text` : say`Insert an empty list`),
  *propose(stop) {
    const { text, at, keyStart, keyEnd } = stop;
    const code = text.charCodeAt(at);
    if (
      stop.frame === undefined ||
      stop.mode !== 'value' ||
      (code !== COMMA && code !== CLOSE_BRACE)
    )
      return;
    // Of Kirby's own keys those that are no text hold a list or, for PHP the same, an object.
    const value = stop.roleOfNext() === 'other' ? '""' : '[]';
    yield {
      cost: 1.3,
      repair: {
        cause: 'missing-value',
        span: { start: keyStart, end: keyEnd },
        edits: [insert(at, value)],
        safe: true,
        detail: value,
      },
      go: (reading) => {
        reading.takeValue(at, at);
      },
    };
  },
};
