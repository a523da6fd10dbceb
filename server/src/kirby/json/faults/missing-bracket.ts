import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
} from '../repair/chars.ts';
import { placeOfClosing, placeOfOpening } from '../repair/bracket-place.ts';
import type { Reading } from '../repair/reading.ts';
import type { Proposal, Repair } from '../repair/repair.ts';
import { insert } from '../text-edit.ts';
import { isListRole } from '../repair/shape.ts';
import type { FaultKind } from './fault-kind.ts';
import { say } from '../../text/say.ts';

/** A bracket or brace lost, most often when a block or a row was cut out. */
export const missingBracket: FaultKind = {
  message: ({ detail }) =>
    detail === '[' || detail === '{'
      ? say`A "${detail}" is missing before this.`
      : say`A "${detail ?? ''}" is missing after this.`,
  title: ({ detail }) => say`Insert the "${detail ?? ''}"`,
  *propose(stop) {
    const code = stop.text.charCodeAt(stop.at);
    switch (stop.mode) {
      case 'after':
        yield* afterValue(stop, code);
        break;
      case 'key':
      case 'item':
        if (code === OPEN_BRACE || code === OPEN_BRACKET) yield* closingBefore(stop);
        break;
      case 'first-key':
      case 'first-item':
        if (code === COMMA || code === CLOSE_BRACE || code === CLOSE_BRACKET)
          yield* emptyPair(stop);
        break;
      case 'value':
        yield* openingOfEmpty(stop, code);
        break;
      case 'colon':
        if (code === COMMA || code === CLOSE_BRACKET) yield* listOfTexts(stop);
        break;
      case 'string':
        break;
    }
    yield* atSuspects(stop);
  },
};

function* afterValue(stop: Reading, code: number): Iterable<Proposal> {
  const { text, frame, valueStart, valueEnd } = stop;
  if (frame === undefined) {
    const isRow = text.charCodeAt(valueStart) === OPEN_BRACE;
    // A list would become a list in a list: Kirby's fields have none.
    const isList = text.charCodeAt(valueStart) === OPEN_BRACKET;
    if (code === COMMA || (isRow && code === CLOSE_BRACKET)) {
      yield {
        cost: isRow ? 0.9 : isList ? 1.8 : 1,
        repair: opening(stop, '[', valueStart),
        go: (reading) => {
          reading.wrapRoot();
        },
      };
    }
    return;
  }
  const isWrong = frame.isArray ? code === CLOSE_BRACE : code === CLOSE_BRACKET;
  const isAtEnd = Number.isNaN(code) && frame.parent === undefined;
  if ((isWrong && frame.parent !== undefined) || isAtEnd) yield closing(stop, valueEnd);
  if (code === COLON && text.charCodeAt(valueStart) === QUOTE) {
    if (frame.isArray) yield* closingBefore(stop);
    // The text before the colon is a key: its object has no beginning.
    yield openingBefore(stop, '{', 1);
  }
  if (!frame.isArray && code === CLOSE_BRACKET) {
    const isDoubled = text.charCodeAt(valueEnd - 1) === CLOSE_BRACKET;
    yield openingBefore(stop, '[', isDoubled ? 1.3 : 1);
  }
}

/** The innermost array or object ends before the last comma. */
function* closingBefore(stop: Reading): Iterable<Proposal> {
  if (stop.siblingEnd >= 0 && stop.frame?.parent !== undefined)
    yield closing(stop, stop.siblingEnd);
}

function closing(stop: Reading, end: number): Proposal {
  return {
    cost: 1,
    repair: closingRepair(stop, end),
    go: (reading) => {
      reading.at = end;
      reading.close(0);
    },
  };
}

function closingRepair({ text, frame }: Reading, end: number): Repair {
  const bracket = frame?.isArray === true ? ']' : '}';
  return {
    cause: 'missing-bracket',
    span: { start: end - 1, end },
    edits: [insert(placeOfClosing(text, end), bracket)],
    safe: true,
    detail: bracket,
  };
}

/** The value before the place is the first thing in an array or object whose bracket is lost. */
function openingBefore(stop: Reading, bracket: '[' | '{', cost: number): Proposal {
  return {
    from: stop.backToValue(),
    cost,
    repair: opening(stop, bracket, stop.valueStart),
    go: (reading) => {
      reading.open(bracket === '[', false);
      if (bracket === '[') reading.mode = 'item';
    },
  };
}

function opening({ text }: Reading, bracket: '[' | '{', at: number): Repair {
  return {
    cause: 'missing-bracket',
    span: { start: at, end: at + 1 },
    edits: [insert(placeOfOpening(text, at), bracket)],
    safe: true,
    detail: bracket,
  };
}

/** `"visual":[,"color":` has lost its `]`. */
function* emptyPair(stop: Reading): Iterable<Proposal> {
  const { frame } = stop;
  if (frame === undefined || !frame.isWritten || frame.parent === undefined) return;
  yield closing(stop, frame.open + 1);
}

/** `"visual":],"color":` has lost its `[`. */
function* openingOfEmpty(stop: Reading, code: number): Iterable<Proposal> {
  if (code !== CLOSE_BRACE && code !== CLOSE_BRACKET) return;
  const role = stop.roleOfNext();
  const isList = code === CLOSE_BRACKET;
  const isLikely = isList
    ? isListRole(role) || role === 'attrs'
    : role === 'attrs' || role === 'content';
  yield {
    cost: isLikely || isList ? 1 : 1.4,
    repair: opening(stop, isList ? '[' : '{', stop.at),
    go: (reading) => {
      reading.open(isList, false);
      reading.close(1);
    },
  };
}

/** `"visual":"a","b"]`: what looks like a key without a value is the second text of a list. */
function* listOfTexts(stop: Reading): Iterable<Proposal> {
  const { frame, valueStart, valueEnd, keyStart } = stop;
  if (frame === undefined || valueStart <= frame.open || valueEnd > keyStart) return;
  yield {
    from: stop.backToValue(),
    cost: 1.1,
    repair: opening(stop, '[', valueStart),
    go: (reading) => {
      reading.keyBit = 0;
      reading.open(true, false);
      reading.mode = 'item';
    },
  };
}

/** Earlier places at which the shape of a layout is not what it should be. */
function* atSuspects(stop: Reading): Iterable<Proposal> {
  for (const { kind, reading: from } of stop.suspects) {
    if (kind === 'foreign-key' && from.siblingEnd >= 0 && from.frame?.parent !== undefined) {
      yield { from, ...closing(from, from.siblingEnd) };
    } else if (kind === 'missing-bracket') {
      yield {
        from,
        cost: 1,
        repair: opening(from, '[', from.at),
        go: (reading) => {
          reading.open(true, false);
        },
      };
    }
  }
}
