import { OPEN_BRACE, OPEN_BRACKET } from './chars.ts';
import type { StringPlace } from './closing.ts';
import { type Frame, openFrame } from './frame.ts';
import { Marks } from './marks.ts';
import type { Step } from './repair.ts';
import {
  costOfEnd,
  costOfKey,
  costOfValue,
  isListRole,
  keyBit,
  type Role,
  roleOfItem,
  roleOfMember,
  roleOfOpened,
} from './shape.ts';
import { quotesIn, stringRepairs } from './string-faults.ts';

/**
 * What is expected next: a `value` after a colon, an `item` after a comma in an array, a `key` after
 * one in an object (`first-…`: directly after the bracket, where it may close as well), a `colon`
 * after a key, `after` a value a comma or a closing bracket, in a `string` its end.
 */
export type Mode =
  'value' | 'first-item' | 'item' | 'first-key' | 'key' | 'colon' | 'after' | 'string';

/** An array or object that has ended, and what is needed to take that back. */
export interface Closed {
  readonly frame: Frame;
  readonly seen: number;
  readonly cost: number;
}

/** A string that was read last, to be continued when it turns out to have ended too early. */
export interface LastString {
  readonly start: number;
  readonly quote: number;
  readonly frame: Frame | undefined;
  readonly seen: number;
  readonly inner: number;
  /** Nothing after its quote showed that it is the end. */
  readonly isForced: boolean;
  readonly cost: number;
  readonly path: Step | undefined;
}

/** A place where a bracket may be missing, or one too many, though nothing is wrong there yet. */
export interface Suspect {
  /**
   * `foreign-key`: a key of the object around it, so that a closing bracket may be missing before.
   * `missing-bracket`: an object where a list belongs. `doubled-bracket`: a list in a list.
   */
  readonly kind: 'foreign-key' | 'missing-bracket' | 'doubled-bracket';
  readonly reading: Reading;
}

/** Of each kind; the last ones are the likeliest. */
const MOST_SUSPECTS = 6;

/**
 * A reading of a JSON text up to a place. It goes on for as long as the text is well-formed; where
 * it is stuck, copies of it try the possible repairs. Everything it holds is either a number or
 * never changed, so that a copy is cheap.
 *
 * `cost` rises with every repair and with everything that Kirby's own JSON would not hold.
 */
export class Reading {
  readonly text: string;
  at = 0;
  mode: Mode = 'value';
  frame: Frame | undefined;
  /** Kirby's keys that the innermost object has so far. */
  seen = 0;
  cost = 0;
  /** Before the value that is being read. */
  costBefore = 0;
  tokens = 0;
  path: Step | undefined;

  /** The value before the place. */
  valueStart = 0;
  valueEnd = 0;
  closed: Closed | undefined;
  /** The value before the last comma. */
  siblingEnd = -1;
  siblingClosed: Closed | undefined;
  comma = -1;
  keyStart = -1;
  keyEnd = -1;
  keyBit = 0;

  stringStart = -1;
  isKey = false;
  /** Quotes inside the string that a repair escapes. */
  inner = 0;
  /** Whether the string holds something that has to be repaired apart from its quotes. */
  isDirty = false;
  /** Whether a doubled quote was taken out at the edge of the string. */
  isTrimmed = false;
  /** Its opening quote is not there: what stands at `stringStart` belongs to something else. */
  isBare = false;
  lastString: LastString | undefined;
  /** Earlier places at which a bracket may be missing or one too many. */
  suspects: readonly Suspect[] = [];

  readonly marks: Marks;
  readonly #rootRole: Role;

  constructor(text: string, rootRole: Role, marks = new Marks(text)) {
    this.text = text;
    this.#rootRole = rootRole;
    this.marks = marks;
  }

  copy(): Reading {
    return Object.assign(new Reading(this.text, this.#rootRole, this.marks), this);
  }

  /** A copy that is back inside of a string that has been read, behind the quote that ended it. */
  backInto(last: LastString): Reading {
    const reading = this.copy();
    const { start, quote, frame, seen, inner, cost, path } = last;
    Object.assign(reading, { frame, seen, cost, path });
    reading.beginString(start, false);
    reading.inner = inner;
    reading.isDirty = true;
    reading.at = quote + 1;
    return reading;
  }

  /** What the next value would be in Kirby's shape. */
  roleOfNext(): Role {
    if (this.frame === undefined) return this.#rootRole;
    return this.frame.isArray
      ? roleOfItem(this.frame.role)
      : roleOfMember(this.frame.role, this.keyBit);
  }

  /** Counts it when a value that begins so does not belong here. */
  weigh(code: number): void {
    const role = this.roleOfNext();
    const cost = costOfValue(role, code);
    if (isListRole(role) && code === OPEN_BRACE) this.suspect('missing-bracket');
    else if (code === OPEN_BRACKET && this.mode === 'first-item') this.suspect('doubled-bracket');
    this.cost += cost;
  }

  /** Remembers this place, before anything strange about it is counted. */
  suspect(kind: Suspect['kind']): void {
    let alike = 1;
    const before = this.suspects.filter((other) => other.kind !== kind || ++alike <= MOST_SUSPECTS);
    this.suspects = [{ kind, reading: this.copy() }, ...before];
  }

  /** Opens an array or object at the place. */
  open(isArray: boolean, isWritten: boolean): void {
    const isMember = this.frame?.isArray === false;
    const role = roleOfOpened(this.roleOfNext(), this.keyBit, isArray, isMember);
    const { frame: parent, at: open, keyBit: bit, seen: seenAround, costBefore: cost, path } = this;
    this.frame = openFrame({ parent, isArray, role, open, isWritten, bit, seenAround, cost, path });
    this.seen = 0;
    this.siblingEnd = -1;
    this.siblingClosed = undefined;
    this.mode = isArray ? 'first-item' : 'first-key';
    this.tokens++;
    if (isWritten) this.at++;
  }

  /** Closes the innermost array or object, with a bracket of so many characters (0: none is there). */
  close(length: 0 | 1): void {
    const { frame } = this;
    if (frame === undefined) return;
    this.closed = { frame, seen: this.seen, cost: this.cost };
    this.cost += costOfEnd(frame.role, this.seen);
    this.at += length;
    this.valueStart = frame.open;
    this.valueEnd = this.at;
    this.frame = frame.parent;
    this.seen = frame.seenAround;
    this.mode = 'after';
    this.tokens++;
  }

  /** A copy that reads the innermost array or object from its beginning, as the other of the two. */
  backAs(isArray: boolean): Reading {
    const reading = this.copy();
    const { frame } = this;
    if (frame === undefined) return reading;
    const { parent, seenAround: seen, bit: keyBit, open: at, cost, path } = frame;
    Object.assign(reading, { frame: parent, seen, keyBit, at, cost, costBefore: cost, path });
    reading.mode = parent?.isArray === true ? 'item' : 'value';
    reading.open(isArray, frame.isWritten);
    return reading;
  }

  /** A copy that is back before the value it has just read. */
  backToValue(): Reading {
    const reading = this.copy();
    const { closed, lastString } = this;
    const isString = lastString?.start === this.valueStart && closed === undefined;
    const { cost, path } = closed?.frame ?? (isString ? lastString : this);
    Object.assign(reading, { cost, costBefore: cost, path });
    reading.at = this.valueStart;
    reading.mode = this.frame?.isArray === true ? 'item' : 'value';
    return reading;
  }

  /** Takes back the closing of the value before the place. */
  reopen(closed: Closed): void {
    this.frame = closed.frame;
    this.seen = closed.seen;
    this.cost = closed.cost;
    this.closed = undefined;
    this.mode = 'after';
  }

  /** Takes it that the whole text stands in an array whose opening bracket is missing. */
  wrapRoot(): void {
    const { valueStart: open, cost, path } = this;
    const place = { parent: undefined, open, isWritten: false, bit: 0, seenAround: 0, cost, path };
    this.frame = openFrame({ ...place, isArray: true, role: this.#rootRole });
  }

  takeValue(start: number, end: number): void {
    this.valueStart = start;
    this.valueEnd = end;
    this.closed = undefined;
    this.at = end;
    this.mode = 'after';
    this.tokens++;
  }

  takeComma(comma: number): void {
    this.comma = comma;
    this.siblingEnd = this.valueEnd;
    this.siblingClosed = this.closed;
    this.mode = this.frame?.isArray === true ? 'item' : 'key';
  }

  /** Begins a string whose text starts after `start`, where its opening quote stands. */
  beginString(start: number, isKey: boolean, isBare = false): void {
    this.stringStart = start;
    this.isKey = isKey;
    this.isBare = isBare;
    this.inner = 0;
    this.isDirty = false;
    this.isTrimmed = false;
    this.at = start + 1;
    this.mode = 'string';
  }

  get place(): StringPlace {
    if (this.isKey) return 'key';
    if (this.frame === undefined) return 'root';
    return this.frame.isArray ? 'item' : 'member';
  }

  /**
   * Ends the string.
   *
   * @param end where its text ends
   * @param after where the reading goes on: after the quote, if there is one
   */
  endString(end: number, after: number, isForced: boolean): void {
    const { stringStart: start, frame, seen, inner, cost, path } = this;
    if (this.isDirty || inner > 0 || this.isTrimmed) this.#settleString(end);
    this.tokens++;
    if (this.isKey) {
      this.#takeKey(end, after);
      return;
    }
    this.lastString = { start, quote: end, frame, seen, inner, isForced, cost, path };
    this.valueStart = this.isBare ? start + 1 : start;
    this.valueEnd = after;
    this.closed = undefined;
    this.at = after;
    this.mode = 'after';
  }

  /** Repairs what is wrong inside of the string, now that its end is known. */
  #settleString(end: number): void {
    const { text, inner } = this;
    const start = this.stringStart + 1;
    if (this.isDirty) {
      for (const repair of stringRepairs(text, start, end, inner)) {
        this.path = { repair, before: this.path };
        this.cost += repair.cause === 'line-break' ? 0.6 : 0.3;
      }
    }
    // Quotes come in pairs: a text that is left with a lonely one was mended the wrong way.
    const isSuspicious = inner > 0 || this.isTrimmed;
    if (isSuspicious && (quotesIn(text, start, end) + inner) % 2 === 1) this.cost += 0.3;
  }

  #takeKey(end: number, after: number): void {
    const bit = keyBit(this.text, this.stringStart + 1, end);
    const cost = this.frame === undefined ? 0 : costOfKey(this.frame.role, bit, this.seen);
    if (cost > 0) {
      const { at } = this;
      this.at = this.stringStart;
      this.mode = 'key';
      this.suspect('foreign-key');
      this.at = at;
      this.cost += cost;
    }
    this.seen |= bit;
    this.keyBit = bit;
    this.keyStart = this.stringStart;
    this.keyEnd = after;
    this.at = after;
    this.mode = 'colon';
  }
}
