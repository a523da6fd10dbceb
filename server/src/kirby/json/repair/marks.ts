/**
 * Where the next backslash and the next control character of a text stand. Asked for one place after
 * the other, it looks at each stretch of the text once, with the engine's own search.
 */
export class Marks {
  readonly #text: string;
  readonly #isTame: boolean;
  #backslash = new Stretch();
  #control = new Stretch();

  constructor(text: string) {
    this.#text = text;
    // Line breaks are the only control characters of most texts, and are found without a pattern.
    this.#isTame = !/[\u0000-\u0009\u000b-\u001f]/.test(text);
  }

  /** The next backslash at or after `at`; the length of the text when there is none. */
  backslash(at: number): number {
    return this.#backslash.next(at, () => this.#text.indexOf('\\', at), this.#text.length);
  }

  /** The next control character at or after `at`; the length of the text when there is none. */
  control(at: number): number {
    return this.#control.next(at, () => this.#findControl(at), this.#text.length);
  }

  #findControl(at: number): number {
    if (this.#isTame) return this.#text.indexOf('\n', at);
    control.lastIndex = at;
    return control.test(this.#text) ? control.lastIndex - 1 : -1;
  }
}

const control = /[\u0000-\u001f]/g;

/** A stretch of the text that is known to hold nothing before its end. */
class Stretch {
  #from = 0;
  #found = -1;

  next(at: number, find: () => number, end: number): number {
    if (at < this.#from || at > this.#found) {
      const found = find();
      this.#from = at;
      this.#found = found < 0 ? end : found;
    }
    return this.#found;
  }
}
