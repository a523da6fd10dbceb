import {
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  endsValue,
  isKeyCharacter,
  QUOTE,
  skipBlanks,
  skipBlanksBack,
} from '../repair/chars.ts';
import type { StringPlace } from '../repair/closing.ts';
import type { Reading } from '../repair/reading.ts';
import type { Proposal, Repair } from '../repair/repair.ts';
import { insert, replace, type TextEdit } from '../text-edit.ts';
import { expectsKey, expectsValue } from './expects-value.ts';
import type { FaultKind } from './fault-kind.ts';
import { say } from '../../text/say.ts';

/** Quotation marks that stand around texts where only the straight double one counts. */
const marks = new Set(['“', '”', '„', '‟', '«', '»', '‘', '’', '‚', '‛', "'", '`', '´', '″', '＂']);

/** Whether a character is a quotation mark that JSON does not take for one. */
export function isMark(char: string | undefined): boolean {
  return char !== undefined && marks.has(char);
}

/** Typographic or single quotes around texts, as a word processor or another language writes them. */
export const wrongQuotes: FaultKind = {
  message: ({ span, edits }, text) =>
    edits.length > 2
      ? say`Here and in other places ${text.slice(span.start, span.end)} stands for a quote. JSON takes only the straight double quote.`
      : say`Here ${text.slice(span.start, span.end)} stands for a quote. JSON takes only the straight double quote.`,
  title: ({ edits }) =>
    edits.length > 1
      ? say`Replace them by straight double quotes`
      : say`Replace it by a straight double quote`,
  *propose(stop) {
    const { text, at } = stop;
    if (stop.mode === 'string') yield* wrongEnd(stop);
    else if ((expectsKey(stop.mode) || expectsValue(stop.mode)) && isMark(text[at])) {
      yield* wrongPair(stop);
    }
  },
};

/** How many marks a text between such marks may hold. */
const MOST_MARKS = 100;

/** How long a text between such marks may be. */
const LONGEST = 20_000;

function* wrongPair(stop: Reading): Iterable<Proposal> {
  const { text, at } = stop;
  const isKey = expectsKey(stop.mode);
  const end = endOf(text, at + 1, isKey ? 'key' : stop.frame?.isArray === true ? 'item' : 'member');
  if (end < 0) return;
  const isPartOfText = text[end] === '"' && holdsPartner(text.slice(at + 1, end));
  yield {
    cost: stop.path?.repair.cause === 'wrong-quotes' ? 0.3 : isPartOfText ? 1.2 : 1,
    repair: repairOf(text, at, end),
    go: (reading) => {
      reading.beginString(at, isKey);
      reading.isDirty = hasMore(text, at + 1, end);
      reading.endString(end, end + 1, true);
    },
  };
}

/** Whether a mark in a text may belong to one before it. */
function holdsPartner(text: string): boolean {
  return /[”“»’]/u.test(text);
}

/** Whether a text needs more repairs than those of its quotes. */
function hasMore(text: string, start: number, end: number): boolean {
  return /[\u0000-\u001f]|\\(?!["\\/bfnrt'’‘]|u[0-9a-fA-F]{4})/u.test(text.slice(start, end));
}

/** The next mark, of whichever kind, after which a string may end; a key ends at the first one. */
function endOf(text: string, start: number, place: StringPlace): number {
  const most = Math.min(text.length, start + LONGEST);
  let marksLeft = MOST_MARKS;
  for (let at = start; at < most && marksLeft > 0; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (mayBeMark(code) && (code === QUOTE || isMark(text[at]))) {
      if (mayEnd(text, at, place)) return at;
      if (place === 'key') return -1;
      marksLeft--;
    } else if (place === 'key' && !isKeyCharacter(code)) return -1;
  }
  return -1;
}

/** Rules out most characters without a look at the table. */
function mayBeMark(code: number): boolean {
  return code === QUOTE || code === 39 || code === 96 || code > 127;
}

const nextKey = /["'“”„«»‘’‚`][\w-]+["'“”„«»‘’‚`]\s*:/uy;

function mayEnd(text: string, quote: number, place: StringPlace): boolean {
  const at = skipBlanks(text, quote + 1);
  const code = text.charCodeAt(at);
  if (place === 'key') return code === COLON;
  if (code === (place === 'item' ? CLOSE_BRACKET : CLOSE_BRACE)) {
    return endsValue(text.charCodeAt(skipBlanks(text, at + 1)));
  }
  if (code !== COMMA) return false;
  nextKey.lastIndex = skipBlanks(text, at + 1);
  return place === 'item' || nextKey.test(text);
}

/** The marks become straight quotes, and what they made unnecessary to escape is escaped. */
function repairOf(text: string, start: number, end: number): Repair {
  const edits: TextEdit[] = [replace(start, start + 1, '"')];
  for (let at = start + 1; at < end; at++) {
    if (text[at] === '\\' && isMark(text[at + 1])) edits.push(replace(at, at + 1, ''));
    if (text[at] === '\\') at++;
    else if (text[at] === '"') edits.push(insert(at, '\\'));
  }
  if (text[end] !== '"') edits.push(replace(end, end + 1, '"'));
  return { cause: 'wrong-quotes', span: { start, end: start + 1 }, edits, safe: true, group: 0 };
}

/** `"text”,"id":`: the text has run over its end, which is a mark. */
function* wrongEnd({ text, at, stringStart, isKey }: Reading): Iterable<Proposal> {
  let end = skipBlanksBack(text, at, stringStart + 1);
  while (end > stringStart + 1 && /[,[\]{}:]/u.test(text[end - 1] ?? '')) {
    end = skipBlanksBack(text, end - 1, stringStart + 1);
  }
  const mark = end - 1;
  if (mark <= stringStart || end === at || !isMark(text[mark]) || isKey) return;
  const inside = text.slice(stringStart + 1, mark);
  const isPartner = /[“„«‘]/u.test(inside);
  yield {
    cost: isPartner ? 1.1 : 0.9,
    repair: {
      cause: 'wrong-quotes',
      span: { start: mark, end },
      edits: [replace(mark, end, '"')],
      safe: true,
    },
    go: (reading) => {
      reading.endString(mark, end, true);
    },
  };
}
