import { CLOSE_BRACE, CLOSE_BRACKET, COLON, COMMA, OPEN_BRACE, QUOTE } from '../repair/chars.ts';
import type { Reading } from '../repair/reading.ts';
import type { Proposal, Repair } from '../repair/repair.ts';
import { replace } from '../text-edit.ts';
import type { FaultKind } from './fault-kind.ts';

/** A bracket where a brace belongs, or the other way round. */
export const wrongBracket: FaultKind = {
  message: ({ detail }) => `Here belongs a "${detail ?? ''}".`,
  title: ({ detail }) => `Replace it by "${detail ?? ''}"`,
  *propose(stop) {
    const { text, at, frame, mode } = stop;
    if (frame === undefined) return;
    const code = text.charCodeAt(at);
    if (mode === 'after' && code === (frame.isArray ? CLOSE_BRACE : CLOSE_BRACKET)) {
      yield closeAs(at, frame.isArray ? ']' : '}', 1.1);
    }
    // PHP writes `[]` for everything that is empty.
    if (mode === 'first-item' && code === CLOSE_BRACE) yield closeAs(at, ']', 0.95);
    if (!frame.isWritten || stop.siblingEnd >= 0) return;
    const isText = text.charCodeAt(stop.valueStart) === QUOTE && stop.valueStart > frame.open;
    if (mode === 'after' && frame.isArray && code === COLON && isText) {
      yield { cost: 1.2, repair: repairOf(frame.open, '{'), go: reopenAs(false) };
    }
    const isList =
      (mode === 'first-key' && code === OPEN_BRACE) ||
      (mode === 'colon' && (code === COMMA || code === CLOSE_BRACKET));
    if (isList) yield { cost: 1.2, repair: repairOf(frame.open, '['), go: reopenAs(true) };
    if (mode === 'first-key' && code === CLOSE_BRACKET) {
      yield { cost: 0.95, repair: repairOf(frame.open, '['), go: reopenAs(true) };
    }
  },
};

function closeAs(at: number, bracket: string, cost: number): Proposal {
  return {
    cost,
    repair: repairOf(at, bracket),
    go: (reading) => {
      reading.close(1);
    },
  };
}

function reopenAs(isArray: boolean): (reading: Reading) => void {
  return (reading) => {
    reading.reopenAs(isArray);
  };
}

function repairOf(at: number, detail: string): Repair {
  return {
    cause: 'wrong-bracket',
    span: { start: at, end: at + 1 },
    edits: [replace(at, at + 1, detail)],
    safe: true,
    detail,
  };
}
