import { COLON, isKeyCharacter, skipBlanks, skipBlanksBack } from '../repair/chars.ts';
import type { Repair } from '../repair/repair.ts';
import { insert } from '../text-edit.ts';
import { expectsKey, expectsValue } from './expects-value.ts';
import type { FaultKind } from './fault-kind.ts';
import { say } from '../../text/say.ts';

/** A key or a text without any quotes, as JavaScript and YAML write them. */
export const unquotedText: FaultKind = {
  message: ({ span, detail }, text) =>
    detail === 'key'
      ? say`The key "${text.slice(span.start, span.end)}" has to stand between quotes.`
      : say`The text "${text.slice(span.start, span.end)}" has to stand between quotes.`,
  title: ({ detail, edits }) => {
    if (edits.length > 2) {
      return detail === 'key'
        ? say`Put the ${edits.length / 2} keys between quotes`
        : say`Put the ${edits.length / 2} texts between quotes`;
    }
    return detail === 'key' ? say`Put the key between quotes` : say`Put the text between quotes`;
  },
  *propose(stop) {
    const { text, at } = stop;
    const isKey = expectsKey(stop.mode);
    if (!isKey && !expectsValue(stop.mode)) return;
    const end = isKey ? endOfKey(text, at) : endOfText(text, at);
    if (end <= at) return;
    yield {
      cost: isKey ? 1 : 1.2,
      repair: repairOf(at, end, isKey ? 'key' : 'text'),
      go: (reading) => {
        reading.beginString(at - 1, isKey, true);
        reading.isDirty = true;
        reading.endString(end, end, true);
      },
    };
  },
};

function endOfKey(text: string, at: number): number {
  let end = at;
  while (isKeyCharacter(text.charCodeAt(end))) end++;
  return text.charCodeAt(skipBlanks(text, end)) === COLON ? end : -1;
}

const MOST = 500;

/** A text without quotes ends at the next token of JSON; a colon of `https://` is none. */
function endOfText(text: string, at: number): number {
  const most = Math.min(text.length, at + MOST);
  let end = at;
  while (end < most && !/[,{}[\]"\n]/u.test(text[end] ?? '')) {
    if (text[end] === ':' && !text.startsWith('//', end + 1)) return -1;
    end++;
  }
  return text[end] === '"' || end === most ? -1 : skipBlanksBack(text, end, at);
}

function repairOf(start: number, end: number, detail: 'key' | 'text'): Repair {
  return {
    cause: 'unquoted-text',
    span: { start, end },
    edits: [insert(start, '"'), insert(end, '"')],
    safe: true,
    group: detail === 'key' ? 0 : 1,
    detail,
  };
}
