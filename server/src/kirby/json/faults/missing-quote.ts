import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  isKeyAt,
  isKeyCharacter,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  skipBlanks,
  skipBlanksBack,
} from '../repair/chars.ts';
import type { Reading } from '../repair/reading.ts';
import type { Proposal, Repair } from '../repair/repair.ts';
import { insert } from '../text-edit.ts';
import type { FaultKind } from './fault-kind.ts';
import { isMark } from './wrong-quotes.ts';
import { say } from '../../text/say.ts';

/** A quote deleted at the beginning or the end of a text or a key. */
export const missingQuote: FaultKind = {
  message: ({ detail }) =>
    detail === 'opening'
      ? say`The opening quote is missing here.`
      : say`The closing quote is missing here.`,
  title: ({ detail }) =>
    detail === 'opening' ? say`Insert the opening quote` : say`Insert the closing quote`,
  *propose(stop) {
    switch (stop.mode) {
      case 'string':
        yield* stop.isKey ? endOfKey(stop) : endOfText(stop);
        return;
      case 'first-key':
      case 'key':
        yield* beginningOfKey(stop);
        return;
      case 'first-item':
      case 'item':
      case 'value':
        yield* beginningOfText(stop, stop.at, 1);
        return;
      case 'after':
        // `12px"`: the number before the place was the beginning of a text.
        if (stop.closed === undefined && stop.valueEnd === stop.at && stop.frame !== undefined) {
          yield* beginningOfText(stop, stop.valueStart, 1.1);
        }
        return;
      case 'colon':
        return;
    }
  },
};

/** How many brackets and commas may stand between a text and the place where its quote is missed. */
const MOST_TOKENS = 8;

/** The string has run over its end up to the next string; what it ran over are brackets and commas. */
function* endOfText({ text, at, stringStart, place }: Reading): Iterable<Proposal> {
  const isEnd = at >= text.length;
  const last = text.charCodeAt(skipBlanksBack(text, at, stringStart + 1) - 1);
  const isOpen = last === COMMA || last === OPEN_BRACE || last === OPEN_BRACKET;
  if (!isOpen && !(isEnd && isBracket(last))) return;
  const cost = isEnd || place === 'item' || isKeyAt(text, at) ? 1 : 1.3;
  for (const end of ends(text, stringStart + 1, at)) {
    yield {
      cost,
      repair: missing('closing', end, { start: end - 1, end }),
      go: (reading) => {
        reading.endString(end, end, true);
      },
    };
  }
}

/** Where the text may have ended, the earliest first: before any of the tokens at its end. */
function ends(text: string, start: number, at: number): readonly number[] {
  const found: number[] = [];
  let end = skipBlanksBack(text, at, start);
  while (end > start && found.length < MOST_TOKENS && isToken(text.charCodeAt(end - 1))) {
    end = skipBlanksBack(text, end - 1, start);
    found.unshift(end);
  }
  return found;
}

/** `"attrs:{"…`: the colon has become part of the key. */
function* endOfKey({ text, stringStart }: Reading): Iterable<Proposal> {
  let end = stringStart + 1;
  while (isKeyCharacter(text.charCodeAt(end))) end++;
  if (end === stringStart + 1 || text.charCodeAt(skipBlanks(text, end)) !== COLON) return;
  yield {
    cost: 0.9,
    repair: missing('closing', end, { start: end - 1, end }),
    go: (reading) => {
      reading.endString(end, end, true);
    },
  };
}

/** `{id":` */
function* beginningOfKey({ text, at }: Reading): Iterable<Proposal> {
  let end = at;
  while (isKeyCharacter(text.charCodeAt(end))) end++;
  if (end === at || text.charCodeAt(end) !== QUOTE) return;
  if (text.charCodeAt(skipBlanks(text, end + 1)) !== COLON) return;
  yield {
    cost: 0.9,
    repair: missing('opening', at, { start: at, end }),
    go: (reading) => {
      reading.beginString(at - 1, true, true);
    },
  };
}

/** `"id":5ab3c…","isHidden"` */
function* beginningOfText({ text }: Reading, start: number, cost: number): Iterable<Proposal> {
  const code = text.charCodeAt(start);
  const isText = !isToken(code) && code !== COLON && code !== QUOTE && !Number.isNaN(code);
  if (!isText) return;
  yield {
    // A mark is rather the quote itself, as a word processor has it.
    cost: isMark(text[start]) ? cost + 0.1 : cost,
    repair: missing('opening', start, { start, end: start + 1 }),
    go: (reading) => {
      reading.beginString(start - 1, false, true);
    },
  };
}

function missing(detail: 'opening' | 'closing', at: number, span: Repair['span']): Repair {
  return { cause: 'missing-quote', span, edits: [insert(at, '"')], safe: true, detail };
}

function isBracket(code: number): boolean {
  return code === CLOSE_BRACE || code === CLOSE_BRACKET;
}

function isToken(code: number): boolean {
  return isBracket(code) || code === OPEN_BRACE || code === OPEN_BRACKET || code === COMMA;
}
