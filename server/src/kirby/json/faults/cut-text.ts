import { COMMA, skipBlanksBack } from '../repair/chars.ts';
import type { Frame } from '../repair/frame.ts';
import type { Reading } from '../repair/reading.ts';
import type { Proposal, Repair, Step } from '../repair/repair.ts';
import { replace } from '../text-edit.ts';
import { CONTENT, ID, TYPE, WIDTH } from '../repair/shape.ts';
import type { FaultKind } from './fault-kind.ts';
import { say } from '../../text/say.ts';

/** The text ends in the middle: a copy that was cut, a disk that was full, an author still typing. */
export const cutText: FaultKind = {
  message: ({ detail }) =>
    detail === 'text'
      ? say`The field ends in the middle of a text; what came after it is not there.`
      : say`The field ends before its brackets are closed; what came after it is not there.`,
  title: ({ detail }) =>
    detail === 'text' ? say`Close the text and the brackets` : say`Close the brackets`,
  *propose(stop) {
    if (stop.frame === undefined) return;
    if (stop.at >= stop.text.length || isPartialWord(stop)) yield close(stop);
  },
};

/** `fal` or `-` at the end: the beginning of a word that was cut. */
function isPartialWord({ text, at, mode }: Reading): boolean {
  if (mode === 'after' || mode === 'string' || text.length - at > 12) return false;
  return /^[\w.+-]+$/u.test(text.slice(at));
}

function close(stop: Reading): Proposal {
  const { text } = stop;
  const isText = stop.mode === 'string' && !isHalfMember(stop);
  const closed = closing(stop);
  const last = skipBlanksBack(text, text.length, 1);
  return {
    cost: 1.2,
    repair: {
      cause: 'cut-text',
      span: { start: last - 1, end: last },
      edits: [replace(closed.from, text.length, closed.text)],
      safe: false,
      detail: isText ? 'text' : 'brackets',
    },
    go: (reading) => {
      // What was wrong in the part that goes is gone with it.
      reading.path = pathBefore(reading.path, closed.from);
      reading.at = text.length;
      reading.frame = undefined;
      reading.mode = 'after';
      reading.tokens++;
    },
  };
}

/** The repairs of what stands before `end`. */
function pathBefore(path: Step | undefined, end: number): Step | undefined {
  const kept: Repair[] = [];
  let isSame = true;
  for (let step = path; step !== undefined; step = step.before) {
    if (step.repair.span.start < end) kept.push(step.repair);
    else isSame = false;
  }
  if (isSame) return path;
  return kept.reduceRight<Step | undefined>((before, repair) => ({ repair, before }), undefined);
}

/** What stands from some place on in the repaired text: complete blocks stay, half a key does not. */
function closing(stop: Reading): { readonly from: number; readonly text: string } {
  const { text } = stop;
  let { frame } = stop;
  let seen = isHalfMember(stop) ? stop.seen & ~stop.keyBit : stop.seen;
  let from = text.length;
  let tail = '';
  if (stop.mode === 'string' && !isHalfMember(stop)) {
    from = endOfText(stop);
    tail = '"';
  } else if (stop.mode !== 'after' && stop.mode !== 'first-key' && stop.mode !== 'first-item') {
    from = stop.siblingEnd >= 0 ? stop.siblingEnd : (frame?.open ?? 0) + 1;
  }
  let isEmpty = tail === '' && from === (frame?.open ?? -1) + 1;
  for (; frame !== undefined; frame = frame.parent) {
    if (isWorthless(frame, seen, isEmpty)) {
      // A block that has not begun to hold anything would only be a new fault.
      const before = skipBlanksBack(text, frame.open, 0);
      const afterComma = text.charCodeAt(before - 1) === COMMA;
      from = afterComma ? before - 1 : frame.open;
      tail = '';
      isEmpty = !afterComma;
    } else {
      tail += typeOf(frame, seen, text) + (frame.isArray ? ']' : '}');
      isEmpty = false;
    }
    seen = frame.seenAround;
  }
  return { from, text: tail };
}

/** Whether the last member is not worth keeping: half a text is, half a type or half a width is not. */
function isHalfMember({ mode, isKey, frame, keyBit }: Reading): boolean {
  if (mode === 'colon' || mode === 'value') return true;
  if (mode !== 'string') return false;
  return (
    isKey ||
    (frame?.isArray === false && (keyBit & (TYPE | WIDTH | ID)) !== 0 && frame.role !== 'content')
  );
}

/** The end of the string without an escape that was cut. */
function endOfText({ text, at, stringStart, isDirty }: Reading): number {
  const end = Math.min(at, text.length);
  const cut = /\\(?:u[0-9a-f]{0,3})?$/iu.exec(text.slice(Math.max(stringStart + 1, end - 6), end));
  if (!isDirty && cut === null) return end;
  const backslashes = /\\+$/u.exec(text.slice(stringStart + 1, end - (cut?.[0].length ?? 1) + 1));
  const isEscape = cut !== null && (backslashes?.[0].length ?? 0) % 2 === 1;
  return isEscape ? end - cut[0].length : end;
}

function isWorthless({ role, isArray, parent }: Frame, seen: number, isEmpty: boolean): boolean {
  if (isArray || parent === undefined) return false;
  if (role === 'block') return (seen & CONTENT) === 0;
  return isEmpty && parent.isArray;
}

const types: readonly (readonly [RegExp, string])[] = [
  [/"level"\s*:/u, 'heading'],
  [/"citation"\s*:/u, 'quote'],
  [/"images"\s*:/u, 'gallery'],
  [/"(?:url|video|poster)"\s*:/u, 'video'],
  [/"(?:image|src)"\s*:/u, 'image'],
  [/"language"\s*:/u, 'code'],
];

/** The type of a block that was cut before it: Kirby fails at a block without one. */
function typeOf({ role, open }: Frame, seen: number, text: string): string {
  if (role !== 'block' || (seen & TYPE) !== 0) return '';
  const content = text.slice(open, open + 4000);
  const type = types.find(([keys]) => keys.test(content))?.[1] ?? 'text';
  return `,"type":"${type}"`;
}
