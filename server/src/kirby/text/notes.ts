/** One thing that is known of an object. */
export interface Note<Value> {
  readonly owner: object;
  value: Value;
  readonly next: Note<unknown> | undefined;
}

/**
 * What was found out about objects, kept on the objects themselves, where nobody else sees it: it is
 * in no copy, no comparison and no message to another thread, and it goes with the object. To be used
 * as a `WeakMap`, for objects that are not frozen.
 *
 * A weak map would do, but what it holds outlives the short collections of garbage: who checks ten
 * thousand files would have all of them copied several times over.
 */
export class Notes<Key extends object, Value> {
  /** The note about an object; `undefined`: there is none. */
  find(key: Key): Note<Value> | undefined {
    let note = Noted.notesOn(key);
    while (note !== undefined) {
      if (this.#isOwn(note)) return note;
      note = note.next;
    }
    return undefined;
  }

  get(key: Key): Value | undefined {
    return this.find(key)?.value;
  }

  set(key: Key, value: Value): void {
    const known = this.find(key);
    if (known === undefined) Noted.add(key, this, value);
    else known.value = value;
  }

  #isOwn(note: Note<unknown>): note is Note<Value> {
    return note.owner === this;
  }
}

/** A constructor whose result is what it is given: classes that extend it add their private parts to that. */
// eslint-disable-next-line @typescript-eslint/no-extraneous-class -- all that it is for
class Given {
  constructor(object: object) {
    return object;
  }
}

class Noted extends Given {
  #notes: Note<unknown> | undefined;

  static notesOn(object: object): Note<unknown> | undefined {
    return #notes in object ? object.#notes : undefined;
  }

  static add(object: object, owner: object, value: unknown): void {
    const noted = #notes in object ? object : new Noted(object);
    noted.#notes = { owner, value, next: noted.#notes };
  }
}
