import type { JsonValue } from '../json/value.ts';
import { fitsInteger } from '../text/php-number.ts';
import type { Place } from './place.ts';

/** What PHP code works with when it reads data. */
export type PhpValue = null | boolean | number | string | PhpArray;
export type PhpKey = string | number;

/**
 * PHP's array: ordered, with text and integers as keys, and a counter for what is appended. YAML
 * engines written in PHP can only be mirrored with it: a list is an array whose keys happen to be
 * 0, 1, 2 ….
 */
export class PhpArray {
  readonly #values = new Map<PhpKey, PhpValue>();
  /** Only there when the reader was asked for places. */
  #places: Map<PhpKey, Place> | undefined;
  #next = 0;

  static of(value: PhpValue, place?: Place): PhpArray {
    const array = new PhpArray();
    array.append(value, place);
    return array;
  }

  static with(key: PhpKey, value: PhpValue, place?: Place): PhpArray {
    const array = new PhpArray();
    array.set(key, value, place);
    return array;
  }

  get size(): number {
    return this.#values.size;
  }

  get firstKey(): PhpKey | undefined {
    return this.#values.keys().next().value;
  }

  get(key: PhpKey): PhpValue | undefined {
    return this.#values.get(arrayKey(key));
  }

  /** @param place without one, a value that takes another's stead takes its place as well */
  set(key: PhpKey, value: PhpValue, place?: Place): PhpKey {
    const stored = arrayKey(key);
    this.#values.set(stored, value);
    if (place !== undefined) (this.#places ??= new Map()).set(stored, place);
    if (typeof stored === 'number' && stored >= this.#next) this.#next = stored + 1;
    return stored;
  }

  append(value: PhpValue, place?: Place): PhpKey {
    return this.set(this.#next, value, place);
  }

  /** Where the value of a key stands, if that was asked for. */
  placeOf(key: PhpKey): Place | undefined {
    return this.#places?.get(key);
  }

  entries(): IterableIterator<[PhpKey, PhpValue]> {
    return this.#values.entries();
  }

  values(): IterableIterator<PhpValue> {
    return this.#values.values();
  }

  /** How many values there are, those in inner arrays included; no further than to `limit`. */
  weight(limit: number): number {
    let weight = 0;
    for (const value of this.#values.values()) {
      weight += 1 + (value instanceof PhpArray ? value.weight(limit - weight) : 0);
      if (weight >= limit) return limit;
    }
    return weight;
  }

  /** An array of its own, without places: PHP copies where JavaScript would share. */
  copy(): PhpArray {
    const copy = new PhpArray();
    for (const [key, value] of this.#values) {
      copy.set(key, value instanceof PhpArray ? value.copy() : value);
    }
    return copy;
  }

  /** Whether the keys count from 0. */
  get isList(): boolean {
    let expected = 0;
    for (const key of this.#values.keys()) {
      if (key !== expected) return false;
      expected++;
    }
    return true;
  }

  /** As `json_encode()` would see it: a list when the keys count from 0, else an object. */
  toJson(): JsonValue {
    let expected = 0;
    const entries: [string, JsonValue][] = [];
    for (const [key, value] of this.#values) {
      if (key === expected) expected++;
      entries.push([String(key), value instanceof PhpArray ? value.toJson() : value]);
    }
    return expected === entries.length
      ? entries.map(([, value]) => value)
      : Object.fromEntries(entries);
  }
}

/** The key that PHP makes of a text: `'7'` is 7, `'07'` and `'7.0'` stay what they are. */
function arrayKey(key: PhpKey): PhpKey {
  if (typeof key === 'number' || !/^(?:0|-?[1-9][0-9]*)$/.test(key) || !fitsInteger(key)) {
    return key;
  }
  return Number(key);
}
