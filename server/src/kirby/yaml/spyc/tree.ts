import { PhpArray, type PhpKey, type PhpValue } from '../php-array.ts';
import type { Place } from '../place.ts';
import { zeroKey } from './line.ts';
import type { SpycLine } from './lines.ts';
import { wholeLine } from './piece.ts';
import { aliasPlace, spycPlace } from './place.ts';

/** One step of the way to where the next line belongs: what is further in than `indent` is inside. */
interface Step {
  readonly indent: number;
  readonly key: PhpKey;
}

/** What the indentation of a line does that its author will not have meant. */
export interface SpycLoss {
  /**
   * `replaced`: the line stands further in than a value, which is there no more: `- a` above ` - b`.
   * `beside`: an item stands below a key and no further in, and so beside it instead of inside.
   */
  readonly kind: 'replaced' | 'beside';
  readonly value: PhpValue;
  readonly place: Place | undefined;
  readonly line: SpycLine;
}

/**
 * The array that grows with each line. Spyc remembers at which indentation which key was added last;
 * a line belongs into the last one that is less far in, and turns it into an array if it was text.
 */
export class SpycTree {
  readonly result = new PhpArray();
  readonly losses: SpycLoss[] = [];
  /** Where keys stand whose value a later line with the same key replaces. */
  readonly overridden: Place[] = [];
  #path: readonly Step[] = [];
  /** What the line before at the same indentation added. */
  #sibling: Step | undefined;
  /** How many values aliases may still bring in: a few that hold each other would fill the memory. */
  #copies = 100_000;
  readonly #anchors = new Map<string, readonly PhpKey[]>();

  /** Goes to where a line of this indentation belongs. */
  enter(indent: number): void {
    this.#sibling = this.#path.find((step) => step.indent === indent);
    this.#path = indent === 0 ? [] : this.#path.filter((step) => step.indent < indent);
  }

  /**
   * Adds what a line says.
   *
   * @param group `&name` remembers the place, `*name` puts what stands there in the value's stead
   */
  add(entries: PhpArray, line: SpycLine, group: string | undefined): void {
    if (entries.size === 0) {
      const place = spycPlace(undefined, wholeLine(line));
      this.#addOne({ key: undefined, value: null, place }, line, group);
      return;
    }
    const before = this.#path;
    let pending = group;
    for (const [key, value] of entries.entries()) {
      this.#addOne({ key, value, place: entries.placeOf(key) }, line, pending);
      pending = undefined;
      if (entries.size > 1) this.#path = before;
    }
  }

  /** Lets the lines that are further in than a key belong to it: `- key:`. */
  open(indent: number, key: PhpKey): void {
    this.#step(indent, key);
  }

  #addOne({ key, ...given }: Entry, line: SpycLine, group: string | undefined): void {
    const { indent } = line;
    const name = group?.slice(1);
    const isAlias = group?.startsWith('*') === true;
    const value = name !== undefined && isAlias ? this.#at(name) : given.value;
    const place = isAlias ? aliasPlace(given.place) : given.place;
    const target = this.#target(line);
    // At the root `<<` is a key like any other, unless there is something to merge.
    const isMerge = key === '<<' && (indent > 0 || group !== undefined);
    let added: PhpKey = '<<';
    if (isMerge) merge(target, value, aliasPlace(place));
    else if (key === undefined || key === 0) {
      this.#noteBeside(target, { value, place, line });
      added = target.append(value, place);
    } else {
      const earlier = place === undefined ? undefined : target.placeOf(key);
      if (earlier !== undefined) this.overridden.push(earlier);
      added = target.set(key === zeroKey ? 0 : key, value, place);
    }
    this.#step(indent, added);
    if (name !== undefined && group?.startsWith('&') === true) this.#remember(name, value);
  }

  /** An item below a key that has nothing: Spyc wants it further in than the key. */
  #noteBeside(target: PhpArray, item: Omit<SpycLoss, 'kind'>): void {
    const key = this.#sibling?.key;
    if (typeof key !== 'string' || !item.line.text.startsWith('-')) return;
    const above = target.get(key);
    const isEmpty = above === '' || (above instanceof PhpArray && above.size === 0);
    if (isEmpty) this.losses.push({ kind: 'beside', ...item });
  }

  #remember(name: string, value: PhpValue): void {
    const path = this.#path.map((step) => step.key);
    const first = value instanceof PhpArray ? value.firstKey : undefined;
    this.#anchors.set(name, typeof first === 'string' ? [...path, first] : path);
  }

  /** What stands where an anchor was; `null` for a name that no anchor has. */
  #at(name: string): PhpValue {
    const path = this.#anchors.get(name);
    let value: PhpValue = path === undefined ? null : this.result;
    for (const key of path ?? []) {
      value = value instanceof PhpArray ? (value.get(key) ?? null) : null;
    }
    if (!(value instanceof PhpArray)) return value;
    const weight = value.weight(this.#copies);
    this.#copies -= weight;
    return this.#copies > 0 ? value.copy() : null;
  }

  #target(line: SpycLine): PhpArray {
    let array = this.result;
    for (const { key } of this.#path) {
      const inner = array.get(key);
      if (inner instanceof PhpArray) {
        array = inner;
        continue;
      }
      const made = new PhpArray();
      if (isSomething(inner)) {
        this.losses.push({ kind: 'replaced', value: inner, place: array.placeOf(key), line });
      }
      array.set(key, made);
      array = made;
    }
    return array;
  }

  #step(indent: number, key: PhpKey): void {
    const index = this.#path.findIndex((step) => step.indent === indent);
    this.#path =
      index < 0 ? [...this.#path, { indent, key }] : this.#path.with(index, { indent, key });
  }
}

interface Entry {
  readonly key: PhpKey | undefined;
  readonly value: PhpValue;
  readonly place: Place | undefined;
}

/** A lone dash is a text to Spyc until a line further in makes a row of it. */
function isSomething(value: PhpValue | undefined): value is PhpValue {
  return value !== undefined && value !== null && value !== '' && value !== '-';
}

/** PHP's `array_merge()`. */
function merge(target: PhpArray, value: PhpValue, place: Place | undefined): void {
  if (!(value instanceof PhpArray)) return;
  for (const [key, inner] of value.copy().entries()) {
    if (typeof key === 'number') target.append(inner, place);
    else target.set(key, inner, place);
  }
}
