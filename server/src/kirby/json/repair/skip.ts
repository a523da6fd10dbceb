import type { JsonText } from '../json-text.ts';
import { mayHoldHalfPair } from '../reparse.ts';
import { readJson } from '../value.ts';
import { openFrame } from './frame.ts';
import { Reading } from './reading.ts';
import { run } from './run.ts';
import { rootRole } from './shape.ts';

/** What the engine's parser has said of the text: where it stopped, and what it has found to be sound. */
export type Known = Partial<Pick<JsonText, 'errorAt' | 'sound' | 'mayHoldHalfPair'>>;

/**
 * Most of a broken field is sound, and the engine's own parser finds that out several times faster
 * than a reading does. What it vouches for is skipped, row by row: a row that begins like the first
 * one shows where the one before it has ended.
 */
export class Skipper {
  readonly #text: string;
  readonly #between: string | undefined;
  readonly #known: Known;
  #jumps = 0;

  constructor(text: string, known: Known = {}) {
    this.#text = text;
    this.#known = known;
    // PHP refuses half a surrogate pair, for which the engine does not vouch.
    const isDoubtful = known.mayHoldHalfPair?.() ?? mayHoldHalfPair(text);
    const beginning = isDoubtful ? undefined : /^\[(\s*\{\s*"\w+"\s*:)/u.exec(text)?.[1];
    this.#between = beginning === undefined ? undefined : `},${beginning}`;
  }

  /** A reading of the text that begins at the row in which it is broken. */
  start(): Reading {
    const text = this.#text;
    const { errorAt } = this.#known;
    const role = rootRole(text);
    const reading = new Reading(text, role);
    const end = errorAt === undefined ? -1 : this.#rowsBefore(errorAt, 0);
    const isSound =
      end === this.#known.sound?.before || (end > 0 && readJson(`${text.slice(0, end)}]`).ok);
    if (isSound) {
      const place = { open: 0, isWritten: true, bit: 0, seenAround: 0, cost: 0, path: undefined };
      reading.frame = openFrame({ parent: undefined, isArray: true, role, ...place });
      reading.takeValue(1, end);
    }
    return reading;
  }

  /** Takes a reading past the rows that are sound, if it comes to the end of one. */
  skip(reading: Reading): void {
    const text = this.#text;
    if (this.#between === undefined || this.#jumps >= MOST_JUMPS) return;
    const next = text.indexOf(this.#between, reading.at);
    if (next < 0 || text.length - next < WORTHWHILE) return;
    const end = next + 1;
    run(reading, Infinity, end);
    if (reading.at !== end || reading.mode !== 'after' || !isOutermost(reading)) return;
    this.#jumps++;
    const isKnown = this.#known.sound?.ends.includes(end) === true;
    const rest = isKnown ? undefined : readJson(`[${text.slice(end + 1)}`);
    if (rest === undefined || rest.ok) {
      reading.frame = undefined;
      reading.takeValue(end, text.length);
    } else if (rest.errorAt !== undefined) {
      // The bracket stands for the comma, so that offsets are the same.
      const until = this.#rowsBefore(rest.errorAt + end, end);
      const isSound = until > end && readJson(`[${text.slice(end + 1, until)}]`).ok;
      if (isSound) reading.takeValue(end, until);
    }
  }

  /** The end of the last row that ends before an offset; -1 when there is none behind `from`. */
  #rowsBefore(offset: number, from: number): number {
    if (this.#between === undefined) return -1;
    const last = this.#text.lastIndexOf(this.#between, offset - this.#between.length);
    return last < from ? -1 : last + 1;
  }
}

/** Each jump may have the parser read all that is left. */
const MOST_JUMPS = 3;

/** Less than this is read as quickly as it is parsed. */
const WORTHWHILE = 1500;

function isOutermost({ frame }: Reading): boolean {
  return frame?.isArray === true && frame.parent === undefined;
}
