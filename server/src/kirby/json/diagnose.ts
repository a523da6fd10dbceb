import type { Span } from '../text/span.ts';
import { type Cause, faultKinds } from './faults/index.ts';
import { looksLikeJson } from './faults/no-json.ts';
import type { Reading } from './repair/reading.ts';
import { type Known, Skipper } from './repair/skip.ts';
import type { Repair } from './repair/repair.ts';
import { run } from './repair/run.ts';
import { findWayOn, MOST_TRIES } from './repair/search.ts';
import { applied, type TextEdit } from './text-edit.ts';
import { type JsonValue, parseJson } from './value.ts';

/** One root cause of broken JSON. */
export interface JsonFault {
  readonly cause: Cause;
  /** The token that is wrong, in the text. Never empty. */
  readonly span: Span;
  /** What is wrong, in a sentence or two. */
  readonly message: string;
  /** Of a text that was cut: it was in the middle of a string. */
  readonly endsInText: boolean;
  /**
   * What mends this fault and nothing else, worked out when asked for. `undefined`: the text is so
   * broken that nothing can be promised.
   */
  readonly repair: () => JsonRepair | undefined;
}

export interface JsonRepair {
  /** In the text, in rising order. */
  readonly edits: readonly TextEdit[];
  /** Nothing readable is lost by it. */
  readonly safe: boolean;
  /** Imperative, without a full stop: `Escape the quote`. */
  readonly title: string;
}

/** What the typing author sees at most. */
const MOST_FAULTS = 100;
/** How much searching one text is worth; beyond it, it is no JSON that someone could want back. */
const MOST_TRIES_IN_ALL = MOST_TRIES * 10;

/** What is wrong with a text, and what it holds once that is mended. */
export interface Diagnosis {
  /** In the order of the text; none for well-formed JSON. */
  readonly faults: readonly JsonFault[];
  /** The value after all repairs; `undefined` when they do not make JSON of the text. */
  readonly value: () => JsonValue | undefined;
}

/**
 * The root causes for which a text is no JSON to PHP's `json_decode()`. The text is read as a person
 * would read it: with Kirby's layouts and blocks in mind, and at each obstacle with the question
 * which single slip explains it best.
 *
 * @param known what `JSON.parse` has said of it, which spares reading what is sound
 */
export function diagnose(text: string, known: Known = {}): Diagnosis {
  const { repairs, isWhole } = readThrough(text, known);
  const value = once(() => (isWhole ? mendedValue(text, repairs) : undefined));
  const faults = merged(repairs).map((repair) => ({
    cause: repair.cause,
    span: repair.span,
    message: faultKinds[repair.cause].message(repair, text),
    endsInText: repair.cause === 'cut-text' && repair.detail === 'text',
    repair: () => (value() === undefined ? undefined : finished(repair, text)),
  }));
  return { faults, value };
}

/** The root causes alone. */
export function diagnoseJson(text: string): readonly JsonFault[] {
  return diagnose(text).faults;
}

function mendedValue(text: string, repairs: readonly Repair[]): JsonValue | undefined {
  const mended = applied(
    text,
    repairs.flatMap(({ edits }) => edits),
  );
  if (mended === undefined) return undefined;
  const isSplit = repairs.some(({ cause }) => cause === 'missing-divider');
  return parseJson(isSplit ? mended.slice(0, mended.indexOf('\n----')) : mended);
}

/** The repairs that make a text readable, as far as that goes. */
function readThrough(
  text: string,
  known: Known,
): {
  readonly repairs: readonly Repair[];
  readonly isWhole: boolean;
} {
  if (!looksLikeJson(text)) {
    if (text === '' || parseJson(text) !== undefined) return { repairs: [], isWhole: true };
    const word = /^\S*/u.exec(text.slice(0, 80))?.[0] ?? '';
    const span = { start: 0, end: Math.max(word.length, Math.min(1, text.length)) };
    return { repairs: [{ cause: 'no-json', span, edits: [], safe: false }], isWhole: false };
  }
  const skipper = new Skipper(text, known);
  let reading = skipper.start();
  let tries = 0;
  for (;;) {
    const outcome = run(reading, Infinity);
    if (outcome === 'end') return { repairs: repairsOf(reading), isWhole: true };
    const found = tries < MOST_TRIES_IN_ALL ? findWayOn(reading) : undefined;
    if (found === undefined) {
      const sure = repairsOf(reading).filter(({ cause }) => cause !== 'stray-text');
      return { repairs: [...sure, givingUp(reading)], isWhole: false };
    }
    reading = found.reading;
    skipper.skip(reading);
    tries += found.tries;
  }
}

function repairsOf({ path }: Reading): readonly Repair[] {
  const repairs: Repair[] = [];
  for (let step = path; step !== undefined; step = step.before) repairs.push(step.repair);
  return repairs.reverse();
}

/** Where nothing helps any more. */
function givingUp({ at, text }: Reading): Repair {
  const start = Math.max(0, Math.min(at, text.length - 1));
  const span = { start, end: Math.min(start + 1, text.length) };
  return { cause: 'unreadable', span, edits: [], safe: false };
}

/** One fault for each root cause: what belongs to one group is mended together. */
function merged(repairs: readonly Repair[]): readonly Repair[] {
  const faults: Repair[] = [];
  const groups = new Map<string, number>();
  for (const repair of repairs) {
    const group = repair.group === undefined ? undefined : `${repair.cause} ${repair.group}`;
    const index = group === undefined ? undefined : groups.get(group);
    const known = index === undefined ? undefined : faults[index];
    if (index !== undefined && known !== undefined) {
      faults[index] = {
        ...known,
        edits: [...known.edits, ...repair.edits],
        safe: known.safe && repair.safe,
      };
      continue;
    }
    if (group !== undefined) groups.set(group, faults.length);
    faults.push(repair);
  }
  return faults.sort((a, b) => a.span.start - b.span.start).slice(0, MOST_FAULTS);
}

function finished(repair: Repair, text: string): JsonRepair {
  const kind = faultKinds[repair.cause];
  const refined = kind.refine?.(repair, text) ?? repair;
  const edits = refined.edits.toSorted((a, b) => a.span.start - b.span.start);
  return { edits, safe: refined.safe, title: kind.title(refined) };
}

function once<Value>(derive: () => Value): () => Value {
  let known: { readonly value: Value } | undefined;
  return () => (known ??= { value: derive() }).value;
}
