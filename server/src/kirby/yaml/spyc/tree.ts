import { PhpArray, type PhpKey, type PhpValue } from '../php-array.ts';
import { zeroKey } from './line.ts';

/** One step of the way to where the next line belongs: what is further in than `indent` is inside. */
interface Step {
  readonly indent: number;
  readonly key: PhpKey;
}

/**
 * The array that grows with each line. Spyc remembers at which indentation which key was added last;
 * a line belongs into the last one that is less far in, and turns it into an array if it was text.
 */
export class SpycTree {
  readonly result = new PhpArray();
  #path: readonly Step[] = [];
  /** How many values aliases may still bring in: a few that hold each other would fill the memory. */
  #copies = 100_000;
  readonly #anchors = new Map<string, readonly PhpKey[]>();

  /** Goes to where a line of this indentation belongs. */
  enter(indent: number): void {
    this.#path = indent === 0 ? [] : this.#path.filter((step) => step.indent < indent);
  }

  /**
   * Adds what a line says.
   *
   * @param group `&name` remembers the place, `*name` puts what stands there in the value's stead
   */
  add(entries: PhpArray, indent: number, group: string | undefined): void {
    if (entries.size === 0) {
      this.#addOne(undefined, null, indent, group);
      return;
    }
    const before = this.#path;
    let pending = group;
    for (const [key, value] of entries.entries()) {
      this.#addOne(key, value, indent, pending);
      pending = undefined;
      if (entries.size > 1) this.#path = before;
    }
  }

  /** Lets the lines that are further in than a key belong to it: `- key:`. */
  open(indent: number, key: PhpKey): void {
    this.#step(indent, key);
  }

  #addOne(
    key: PhpKey | undefined,
    given: PhpValue,
    indent: number,
    group: string | undefined,
  ): void {
    const name = group?.slice(1);
    const value = name !== undefined && group?.startsWith('*') === true ? this.#at(name) : given;
    const target = this.#target();
    // At the root `<<` is a key like any other, unless there is something to merge.
    const isMerge = key === '<<' && (indent > 0 || group !== undefined);
    let added: PhpKey = '<<';
    if (isMerge) merge(target, value);
    else if (key === undefined || key === 0) added = target.append(value);
    else added = target.set(key === zeroKey ? 0 : key, value);
    this.#step(indent, added);
    if (name !== undefined && group?.startsWith('&') === true) this.#remember(name, value);
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

  #target(): PhpArray {
    let array = this.result;
    for (const { key } of this.#path) {
      const inner = array.get(key);
      if (inner instanceof PhpArray) {
        array = inner;
        continue;
      }
      const made = new PhpArray();
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

/** PHP's `array_merge()`. */
function merge(target: PhpArray, value: PhpValue): void {
  if (!(value instanceof PhpArray)) return;
  for (const [key, inner] of value.copy().entries()) {
    if (typeof key === 'number') target.append(inner);
    else target.set(key, inner);
  }
}
