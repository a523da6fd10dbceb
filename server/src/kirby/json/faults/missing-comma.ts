import {
  isKeyAt,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  skipBlanks,
  startsPlainValue,
} from '../repair/chars.ts';
import { insert, replace } from '../text-edit.ts';
import type { FaultKind } from './fault-kind.ts';
import { say } from '../../text/say.ts';

/** No comma between two blocks, two rows or two members of an object, or a semicolon in its place. */
export const missingComma: FaultKind = {
  message: ({ detail }) =>
    detail === 'semicolon'
      ? say`Between two parts of the JSON stands a comma, not a semicolon.`
      : say`A comma is missing after this.`,
  title: ({ detail }) =>
    detail === 'semicolon' ? say`Replace it by a comma` : say`Insert the comma`,
  *propose(stop) {
    const { text, at, frame, valueEnd } = stop;
    if (stop.mode !== 'after' || frame === undefined) return;
    if (text.charCodeAt(at) === SEMICOLON) {
      const next = text.charCodeAt(skipBlanks(text, at + 1));
      if (frame.isArray ? startsValue(next) : next === QUOTE) {
        yield {
          cost: 1,
          repair: {
            cause: 'missing-comma',
            span: { start: at, end: at + 1 },
            edits: [replace(at, at + 1, ',')],
            safe: true,
            detail: 'semicolon',
          },
          go: (reading) => {
            reading.takeComma(at);
            reading.at = at + 1;
          },
        };
      }
      return;
    }
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

const SEMICOLON = 59;

function startsValue(code: number): boolean {
  return code === QUOTE || code === OPEN_BRACE || code === OPEN_BRACKET || startsPlainValue(code);
}
