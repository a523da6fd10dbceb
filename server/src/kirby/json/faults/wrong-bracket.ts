import { CLOSE_BRACE, CLOSE_BRACKET, COLON, COMMA, OPEN_BRACE, QUOTE } from '../repair/chars.ts';
import type { Reading } from '../repair/reading.ts';
import type { Proposal, Repair } from '../repair/repair.ts';
import { replace } from '../text-edit.ts';
import type { FaultKind } from './fault-kind.ts';
import { say } from '../../text/say.ts';

/** A bracket where a brace belongs, or the other way round. */
export const wrongBracket: FaultKind = {
  message: ({ detail }) => say`Here belongs a "${detail ?? ''}".`,
  title: ({ detail }) => say`Replace it by "${detail ?? ''}"`,
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
      yield openAs(stop, false, 1.2);
    }
    const isList =
      (mode === 'first-key' && code === OPEN_BRACE) ||
      (mode === 'colon' && (code === COMMA || code === CLOSE_BRACKET));
    if (isList) yield openAs(stop, true, 1.2);
    if (mode === 'first-key' && code === CLOSE_BRACKET) {
      yield openAs(stop, true, 0.95);
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

/** The innermost array or object is the other of the two. */
function openAs(stop: Reading, isArray: boolean, cost: number): Proposal {
  const at = stop.frame?.open ?? 0;
  return {
    from: stop.backAs(isArray),
    cost,
    repair: repairOf(at, isArray ? '[' : '{'),
    go: () => undefined,
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
