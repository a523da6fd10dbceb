import { changed } from '../../kirby/json/changed.ts';
import type { JsonChange } from '../../kirby/json/edit.ts';
import {
  isArray,
  isObject,
  type JsonPath,
  type JsonValue,
  valueAt,
} from '../../kirby/json/value.ts';
import { idOf, idsIn, matches } from './matches.ts';
import { sameValue } from './same-value.ts';

/**
 * The changes, one after the other, that make a value of another one: what differs and nothing else.
 * Rows, columns and blocks are followed by their ids, also from one column to another.
 *
 * @returns `undefined` where no changes were found that give the value
 */
export function changesBetween(
  before: JsonValue,
  after: JsonValue,
): readonly JsonChange[] | undefined {
  const alteration = new Alteration(before, after);
  return alteration.run();
}

class Alteration {
  readonly #after: JsonValue;
  readonly #wantedIds: ReadonlySet<string>;
  readonly #changes: JsonChange[] = [];
  /** Lists that hold more than they are to hold: what is left at their ends goes last. */
  readonly #tooLong: { readonly path: JsonPath; readonly length: number }[] = [];
  #current: JsonValue;
  #isPossible = true;

  constructor(before: JsonValue, after: JsonValue) {
    this.#current = before;
    this.#after = after;
    this.#wantedIds = new Set(idsIn(after));
  }

  run(): readonly JsonChange[] | undefined {
    this.#alter([], this.#after);
    for (const { path, length } of this.#tooLong) {
      const list = valueAt(this.#current, path);
      for (let count = isArray(list) ? list.length : 0; count > length; count--)
        this.#change({ kind: 'remove', path: [...path, count - 1] });
    }
    const isDone = this.#isPossible && sameValue(this.#current, this.#after);
    return isDone ? this.#changes : undefined;
  }

  #alter(path: JsonPath, after: JsonValue): void {
    const before = valueAt(this.#current, path);
    if (sameValue(before, after)) return;
    if (isArray(before) && isArray(after)) this.#alterList(path, before, after);
    else if (isObject(before) && isObject(after)) {
      for (const key of Object.keys(before))
        if (!Object.hasOwn(after, key)) this.#change({ kind: 'remove', path: [...path, key] });
      for (const [key, value] of Object.entries(after)) {
        if (Object.hasOwn(before, key)) this.#alter([...path, key], value);
        else this.#change({ kind: 'set', path: [...path, key], value });
      }
    } else this.#change({ kind: 'set', path, value: after });
  }

  #alterList(path: JsonPath, before: readonly JsonValue[], after: readonly JsonValue[]): void {
    const found = matches(before, after);
    const kept = new Set(found.filter((index) => index !== undefined));
    /** What stands in the list by now, as places in `before`. */
    const order: (number | undefined)[] = [...before.keys()];
    for (let index = before.length - 1; index >= 0; index--) {
      const item = before[index];
      if (kept.has(index) || item === undefined || this.#isWantedElsewhere(item)) continue;
      this.#change({ kind: 'remove', path: [...path, index] });
      order.splice(index, 1);
    }
    after.forEach((item, index) => {
      const from = found[index];
      const at = from === undefined ? -1 : order.indexOf(from);
      if (at === index) return;
      if (at >= 0) {
        this.#change({ kind: 'move', path: [...path, at], to: path, index });
        order.splice(at, 1);
      } else this.#bring(path, index, item);
      order.splice(index, 0, from);
    });
    if (order.length > after.length) this.#tooLong.push({ path, length: after.length });
    for (const [index, item] of after.entries()) this.#alter([...path, index], item);
  }

  /** Puts an item into a list: the one of its id from elsewhere, or a new one. */
  #bring(path: JsonPath, index: number, item: JsonValue): void {
    const id = idOf(item);
    const from = id === undefined ? undefined : pathToId(this.#current, id);
    const isInside = from?.every((step, at) => path[at] === step) === true;
    if (from === undefined || isInside || this.#isFinal(from))
      this.#change({ kind: 'insert', path, index, value: item });
    else this.#change({ kind: 'move', path: from, to: path, index });
  }

  /** Whether what stands there is to stay: it has its place in the new value as well. */
  #isFinal(path: JsonPath): boolean {
    const there = valueAt(this.#current, path);
    const wanted = valueAt(this.#after, path);
    const id = there === undefined ? undefined : idOf(there);
    return id !== undefined && wanted !== undefined && idOf(wanted) === id;
  }

  /** Whether something in it has its place in the new value, so that it cannot go yet. */
  #isWantedElsewhere(item: JsonValue): boolean {
    return idsIn(item).some((id) => this.#wantedIds.has(id));
  }

  #change(change: JsonChange): void {
    const next = changed(this.#current, change);
    if (next === undefined) {
      this.#isPossible = false;
      return;
    }
    this.#current = next;
    this.#changes.push(change);
  }
}

function pathToId(value: JsonValue, id: string, path: JsonPath = []): JsonPath | undefined {
  if (path.length > 0 && typeof path.at(-1) === 'number' && idOf(value) === id) return path;
  if (typeof value !== 'object' || value === null) return undefined;
  const entries: readonly (readonly [string | number, JsonValue])[] = isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  for (const [step, item] of entries) {
    const found = pathToId(item, id, [...path, step]);
    if (found !== undefined) return found;
  }
  return undefined;
}
