import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  OPEN_BRACE,
  OPEN_BRACKET,
} from '../repair/chars.ts';
import type { Closed, Reading } from '../repair/reading.ts';
import type { Proposal, Repair } from '../repair/repair.ts';
import { replace } from '../text-edit.ts';
import type { FaultKind } from './fault-kind.ts';
import { say } from '../../text/say.ts';

/** A bracket or brace too many, most often left behind when a block or a row was cut out. */
export const extraBracket: FaultKind = {
  message: ({ detail }) => say`This "${detail ?? ''}" is one too many.`,
  title: ({ detail }) => say`Remove the "${detail ?? ''}"`,
  *propose(stop) {
    const { text, at, mode } = stop;
    const code = text.charCodeAt(at);
    const isOpening = code === OPEN_BRACE || code === OPEN_BRACKET;
    const isClosing = code === CLOSE_BRACE || code === CLOSE_BRACKET;
    if (isOpening || isClosing) yield here(stop, costHere(stop, isOpening));
    if (mode === 'after') yield* closedTooEarly(stop, code);
    if (mode === 'key' && isOpening && stop.siblingClosed !== undefined) {
      yield reopening(stop, stop.siblingClosed, stop.siblingEnd, 1.1);
    }
    for (const { kind, reading: from } of stop.suspects) {
      if (kind === 'doubled-bracket') yield { from, ...here(from, 0.9) };
    }
  },
};

function costHere({ text, at, mode, frame }: Reading, isOpening: boolean): number {
  switch (mode) {
    case 'first-key':
    case 'first-item':
      return isOpening ? 1 : 1.3;
    case 'after':
      if (isOpening) return 1.4;
      // A bracket typed twice stands beside its twin.
      return frame === undefined || text[at] === text[at - 1] ? 0.95 : 1.15;
    case 'key':
    case 'item':
    case 'value':
    case 'colon':
      return 1.3;
    case 'string':
      // Brackets in texts are texts; a string is never stuck at one.
      return 9;
  }
}

function here(stop: Reading, cost: number): Proposal {
  const { at } = stop;
  return {
    cost,
    repair: repairAt(stop.text, isSpare(stop) ? stop.valueEnd - 1 : at),
    go: (reading) => {
      reading.at = at + 1;
    },
  };
}

/** In indented JSON: whether of several closing brackets the one before stands beside its twin. */
function isSpare({ text, at, mode, valueEnd }: Reading): boolean {
  if (mode !== 'after' || !text.slice(valueEnd, at).includes('\n')) return false;
  return text[valueEnd - 1] === text[at] && text[valueEnd - 2] === text[at];
}

/** What comes after a closed array or object shows that it was not at its end. */
function* closedTooEarly(stop: Reading, code: number): Iterable<Proposal> {
  const { frame, closed, valueEnd, siblingClosed, siblingEnd } = stop;
  if (frame === undefined) {
    if (closed !== undefined && code === COMMA) yield reopening(stop, closed, valueEnd, 1);
  } else if (frame.isArray && code === COLON && siblingClosed !== undefined) {
    yield reopening(stop, siblingClosed, siblingEnd, 1);
  } else if (closed !== undefined && !Number.isNaN(code)) {
    yield reopening(stop, closed, valueEnd, 1.3);
  }
}

function reopening(stop: Reading, closed: Closed, end: number, cost: number): Proposal {
  const from = stop.copy();
  from.reopen(closed);
  from.at = end;
  from.valueEnd = end - 1;
  return { from, cost, repair: repairAt(stop.text, end - 1), go: () => undefined };
}

function repairAt(text: string, at: number): Repair {
  return {
    cause: 'extra-bracket',
    span: { start: at, end: at + 1 },
    edits: [replace(at, at + 1, '')],
    safe: true,
    detail: text[at] ?? '',
  };
}
