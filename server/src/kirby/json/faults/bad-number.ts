import { endsPlainValue } from '../repair/plain-value.ts';
import { replace } from '../text-edit.ts';
import { expectsValue } from './expects-value.ts';
import type { FaultKind } from './fault-kind.ts';
import { say } from '../../text/say.ts';

const number = /([+-]?)(0x[0-9a-f]+|0*(\d*)(?:\.(\d*))?(e[+-]?\d+)?)/iy;

/** `.5`, `+1`, `007`, `1.`, `0x1F`: a number as JSON does not write it. */
export const badNumber: FaultKind = {
  message: ({ span, detail }, text) =>
    say`JSON does not write numbers as "${text.slice(span.start, span.end)}", but as "${detail ?? ''}".`,
  title: ({ detail, edits }) =>
    edits.length > 1 ? say`Correct the ${edits.length} numbers` : say`Write it as ${detail ?? ''}`,
  *propose(stop) {
    const { text, at } = stop;
    if (!expectsValue(stop.mode)) return;
    number.lastIndex = at;
    const found = number.exec(text);
    if (found === null || !/\d/u.test(found[0])) return;
    const end = at + found[0].length;
    const value = normal(found);
    if (value === undefined || !endsPlainValue(text, end)) return;
    yield {
      cost: 0.9,
      repair: {
        cause: 'bad-number',
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

/** The number as JSON writes it; `undefined` for digits that are an id rather than a number. */
function normal([
  ,
  sign = '',
  body = '',
  whole = '',
  fraction = '',
  exponent = '',
]: RegExpExecArray): string | undefined {
  const minus = sign === '-' ? '-' : '';
  if (/^0x/iu.test(body)) {
    const value = Number(body);
    return Number.isSafeInteger(value) ? minus + String(value) : undefined;
  }
  return `${minus}${whole === '' ? '0' : whole}${fraction === '' ? '' : `.${fraction}`}${exponent}`;
}
