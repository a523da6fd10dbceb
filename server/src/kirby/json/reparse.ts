import { CLOSE_BRACKET, Scanner } from './scanner.ts';
import { isArray, type JsonArray, type JsonResult, readJson } from './value.ts';

/** Shorter than this, reading the whole is as quick. Characters. */
const WORTHWHILE = 2000;

/** How many texts are kept: the long fields of the documents that are being edited. */
const MOST_KEPT = 6;

/** Texts longer than this in all are not kept. Characters. */
const MOST_CHARACTERS = 8_000_000;

/** How much of two texts is compared at once. */
const STRIDE = 1024;

/**
 * `JSON.parse` that remembers the last long arrays it read. A text that differs from one of them
 * within one item has only that item read; all others are the very same objects in both values, so
 * that what is remembered about them (`memo()`) still counts.
 *
 * It is a function of the text all the same: whatever was read before, an equal value is answered.
 */
export function readJsonAgain(text: string): ReadAgain {
  if (text.length < WORTHWHILE) return readJson(text);
  for (const known of kept) {
    const next = changed(known, text);
    if (next === undefined) continue;
    if ('errorAt' in next) return next;
    keep(next, known);
    return answer(next);
  }
  const result = readJson(text);
  if (!result.ok || !isArray(result.value)) return result;
  const known: Known = { text, value: result.value, ends: undefined, halfPair: undefined };
  keep(known);
  return answer(known);
}

/**
 * What `readJson` answers; of a long array where its items end, before what separates them; and of one that
 * is broken in one item that all others are sound.
 */
export type ReadAgain = JsonResult & {
  readonly ends?: () => readonly number[];
  /** What `mayHoldHalfPair()` says of the text, where that is known without looking through all of it. */
  readonly halfPair?: () => boolean;
  readonly sound?: SoundItems;
};

/** The items around the one that is broken. */
export interface SoundItems {
  /** Where the last item before it ends; `undefined`: there is none. */
  readonly before: number | undefined;
  /** Where it ends itself, if nothing in it leads on into the items behind it, and where those end. */
  readonly ends: readonly number[];
}

function answer(known: Known): ReadAgain {
  const halfPair = (): boolean => (known.halfPair ??= mayHoldHalfPair(known.text));
  return { ok: true, value: known.value, ends: () => endsOf(known), halfPair };
}

/** Whether a text may have half of a surrogate pair, which JavaScript's parser takes and PHP's does not. */
export function mayHoldHalfPair(text: string): boolean {
  return /\\u[dD]/.test(text);
}

function endsOf(known: Known): readonly number[] {
  return (known.ends ??= endsOfItems(known.text));
}

/** A text that was read. */
interface Known {
  readonly text: string;
  readonly value: JsonArray;
  /** Where each item ends; found when the text is first changed. */
  ends: readonly number[] | undefined;
  /** `mayHoldHalfPair()`, once somebody has asked. */
  halfPair: boolean | undefined;
}

/** The last one used first. */
let kept: readonly Known[] = [];

function keep(known: Known, instead?: Known): void {
  if (kept[0] === known) return;
  let left = MOST_CHARACTERS - known.text.length;
  const others = kept.filter((other) => {
    if (other === instead || other === known) return false;
    left -= other.text.length;
    return left >= 0;
  });
  kept = [known, ...others].slice(0, MOST_KEPT);
}

/** A text that is broken in one of its items. */
interface Broken {
  readonly ok: false;
  readonly errorAt: number;
  readonly sound: SoundItems;
  readonly halfPair?: () => boolean;
}

/** What is known of a text, from what is known of one that differs within one item. */
function changed(known: Known, text: string): Known | Broken | undefined {
  const before = known.text;
  if (before === text) return known;
  const shorter = Math.min(before.length, text.length);
  const start = equalFromStart(before, text, shorter);
  const rest = equalFromEnd(before, text, shorter - start);
  // Another text altogether.
  if (start + rest < shorter / 2) return undefined;
  const ends = endsOf(known);
  if (ends.length !== known.value.length) return undefined;
  const index = ends.findIndex((end) => end >= before.length - rest);
  const end = ends[index];
  // An item begins behind the bracket or comma before it, and nothing else may stand there.
  const from = index === 0 ? before.indexOf('[') + 1 : (ends[index - 1] ?? 0) + 1;
  if (end === undefined || start < from || before.charCodeAt(from - 1) !== separator(index)) {
    return undefined;
  }
  const longer = text.length - before.length;
  const after = end + longer;
  // As it stands in the array: the parser comes to it in the same state as in the whole text.
  const head = index === 0 ? '[' : '[0,';
  const now = text.slice(from, after);
  const result = readJson(`${head}${now}]`);
  const halfPair = known.halfPair === false ? mayHoldHalfPair(now) : undefined;
  if (!result.ok) {
    const errorAt = result.errorAt === undefined ? after : result.errorAt - head.length + from;
    // Behind the item stands something else in the whole text, and so it may fail elsewhere.
    if (errorAt >= after) return undefined;
    return {
      ok: false,
      errorAt,
      sound: {
        before: index === 0 ? undefined : from - 1,
        ends: ends.slice(index).map((other) => other + longer),
      },
      ...(halfPair !== undefined && { halfPair: () => halfPair }),
    };
  }
  const count = index === 0 ? 1 : 2;
  if (!isArray(result.value) || result.value.length !== count) return undefined;
  const item = result.value[count - 1];
  if (item === undefined) return undefined;
  return {
    text,
    value: known.value.with(index, item),
    ends: ends.map((other, at) => (at < index ? other : other + longer)),
    halfPair,
  };
}

const OPEN_BRACKET = 91;
const COMMA = 44;

function separator(index: number): number {
  return index === 0 ? OPEN_BRACKET : COMMA;
}

/** Where the items of an array end: before the comma or bracket behind them, blanks included. */
function endsOfItems(text: string): readonly number[] {
  const ends: number[] = [];
  const scanner = new Scanner(text);
  scanner.skipBlanks();
  scanner.at++;
  scanner.skipBlanks();
  if (scanner.is(CLOSE_BRACKET)) return ends;
  while (!scanner.isEnd()) {
    scanner.skipValue();
    scanner.skipBlanks();
    ends.push(scanner.at);
    if (scanner.is(CLOSE_BRACKET)) break;
    scanner.at++;
  }
  return ends;
}

/** How many characters of two texts are equal from the start, `most` at most. */
function equalFromStart(a: string, b: string, most: number): number {
  let count = 0;
  while (
    count + STRIDE <= most &&
    a.slice(count, count + STRIDE) === b.slice(count, count + STRIDE)
  )
    count += STRIDE;
  while (count < most && a.charCodeAt(count) === b.charCodeAt(count)) count++;
  return count;
}

/** How many are equal from the end. */
function equalFromEnd(a: string, b: string, most: number): number {
  const equal = (from: number, to: number): boolean =>
    a.slice(a.length - to, a.length - from) === b.slice(b.length - to, b.length - from);
  let count = 0;
  while (count + STRIDE <= most && equal(count, count + STRIDE)) count += STRIDE;
  while (count < most && a.charCodeAt(a.length - 1 - count) === b.charCodeAt(b.length - 1 - count))
    count++;
  return count;
}
