import {
  COLON,
  COMMA,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  startsPlainValue,
} from '../repair/chars.ts';
import { insert, replace } from '../text-edit.ts';
import type { FaultKind } from './fault-kind.ts';
import { say } from '../../text/say.ts';

/** A colon that is missing after a key, typed twice, or something else in its place. */
export const wrongColon: FaultKind = {
  message: ({ detail }) => {
    if (detail === 'missing') return say`A colon is missing after this key.`;
    return detail === 'extra'
      ? say`There is one colon too many here.`
      : say`Between a key and its value stands a colon.`;
  },
  title: ({ detail }) => {
    if (detail === 'missing') return say`Insert the colon`;
    return detail === 'extra' ? say`Remove the colon` : say`Replace it by a colon`;
  },
  *propose(stop) {
    const { text, at, keyEnd } = stop;
    const code = text.charCodeAt(at);
    const isValue =
      code === QUOTE || code === OPEN_BRACE || code === OPEN_BRACKET || startsPlainValue(code);
    if (stop.mode === 'colon' && isValue) {
      yield {
        cost: 1,
        repair: {
          cause: 'wrong-colon',
          span: { start: keyEnd - 1, end: keyEnd },
          edits: [insert(keyEnd, ':')],
          safe: true,
          detail: 'missing',
        },
        go: (reading) => {
          reading.mode = 'value';
        },
      };
    } else if (stop.mode === 'colon') {
      const length = text.startsWith('=>', at)
        ? 2
        : code === COMMA || code === 61 || code === 59
          ? 1
          : 0;
      if (length === 0) return;
      yield {
        cost: 1.2,
        repair: {
          cause: 'wrong-colon',
          span: { start: at, end: at + length },
          edits: [replace(at, at + length, ':')],
          safe: true,
          detail: 'other',
        },
        go: (reading) => {
          reading.mode = 'value';
          reading.at = at + length;
        },
      };
    } else if (code === COLON && stop.mode !== 'string') {
      yield {
        cost: stop.mode === 'value' ? 1 : 1.4,
        repair: {
          cause: 'wrong-colon',
          span: { start: at, end: at + 1 },
          edits: [replace(at, at + 1, '')],
          safe: true,
          detail: 'extra',
        },
        go: (reading) => {
          reading.at = at + 1;
        },
      };
    }
  },
};
