import { endsPlainValue } from '../repair/plain-value.ts';
import { replace } from '../text-edit.ts';
import type { FaultKind } from './fault-kind.ts';
import { expectsValue } from './expects-value.ts';
import { say } from '../../text/say.ts';

/** Words of other languages for JSON's `null`, `true` and `false`. */
const words: Readonly<Record<string, string>> = {
  undefined: 'null',
  nan: 'null',
  none: 'null',
  nil: 'null',
  null: 'null',
  infinity: 'null',
  true: 'true',
  false: 'false',
};

const word = /-?[A-Za-z]+/y;

/** `None`, `undefined`, `True`: a value as another language spells it. */
export const unknownWord: FaultKind = {
  message: ({ span, detail }, text) =>
    say`JSON does not know "${text.slice(span.start, span.end)}"; it writes ${detail ?? 'null'}.`,
  title: ({ detail, edits }) =>
    edits.length > 1
      ? say`Correct the ${edits.length} words`
      : say`Replace it by ${detail ?? 'null'}`,
  *propose(stop) {
    const { text, at } = stop;
    if (!expectsValue(stop.mode)) return;
    word.lastIndex = at;
    const found = word.exec(text)?.[0];
    const value = found === undefined ? undefined : words[found.replace('-', '').toLowerCase()];
    if (found === undefined || value === undefined) return;
    const end = at + found.length;
    if (!endsPlainValue(text, end)) return;
    yield {
      cost: 0.9,
      repair: {
        cause: 'unknown-word',
        span: { start: at, end },
        edits: [replace(at, end, value)],
        safe: true,
        group: 0,
        detail: value,
      },
      go: (reading) => {
        reading.takeValue(at, end);
      },
    };
  },
};
