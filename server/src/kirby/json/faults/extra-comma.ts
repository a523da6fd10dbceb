import { CLOSE_BRACE, CLOSE_BRACKET, COMMA } from '../repair/chars.ts';
import type { Proposal } from '../repair/repair.ts';
import { replace } from '../text-edit.ts';
import type { Reading } from '../repair/reading.ts';
import type { FaultKind } from './fault-kind.ts';
import { say } from '../../text/say.ts';

/** A comma before a closing bracket, as it stays behind when a block is deleted, or one typed twice. */
export const extraComma: FaultKind = {
  message: ({ detail }) =>
    detail === undefined
      ? say`There is one comma too many here.`
      : say`Nothing follows this comma before the "${detail}"; JSON allows a comma only between two things.`,
  title: () => say`Remove the comma`,
  *propose(stop) {
    const { text, at, mode, comma } = stop;
    const code = text.charCodeAt(at);
    const isTrailing =
      (mode === 'key' && code === CLOSE_BRACE) || (mode === 'item' && code === CLOSE_BRACKET);
    if (isTrailing) {
      yield without(comma, at, text[at], (reading) => {
        reading.mode = 'after';
      });
    } else if (
      code === COMMA &&
      mode !== 'after' &&
      mode !== 'string' &&
      mode !== 'colon' &&
      mode !== 'value'
    ) {
      yield without(at, at + 1, undefined, () => undefined);
    }
  },
};

function without(
  comma: number,
  next: number,
  bracket: string | undefined,
  go: (reading: Reading) => void,
): Proposal {
  return {
    cost: 1,
    repair: {
      cause: 'extra-comma',
      span: { start: comma, end: comma + 1 },
      edits: [replace(comma, comma + 1, '')],
      safe: true,
      ...(bracket === undefined ? {} : { detail: bracket }),
    },
    go: (reading) => {
      reading.at = next;
      go(reading);
    },
  };
}
