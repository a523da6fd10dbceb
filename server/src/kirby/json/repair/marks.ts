/**
 * Where the next backslash of a text stands, and where its control characters do. Asked for one place
 * after the other, it looks at each stretch of the text once.
 */
export class Marks {
  readonly #text: string;
  // Between `…From` and the mark itself the text holds no other one.
  #backslashFrom = 0;
  #backslash = -1;
  // Between these two stands no control character.
  #tameFrom = 0;
  #tameTo = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The next backslash at or after `at`; the length of the text when there is none. */
  backslash(at: number): number {
    if (at < this.#backslashFrom || at > this.#backslash) {
      const found = this.#text.indexOf('\\', at);
      this.#backslashFrom = at;
      this.#backslash = found < 0 ? this.#text.length : found;
    }
    return this.#backslash;
  }

  /** Whether a control character stands in a part of the text. */
  hasControl(start: number, end: number): boolean {
    if (start < this.#tameFrom || start > this.#tameTo) {
      this.#tameFrom = start;
      this.#tameTo = start;
    }
    while (this.#tameTo < end && this.#text.charCodeAt(this.#tameTo) >= FIRST_PLAIN) this.#tameTo++;
    return this.#tameTo < end;
  }
}

const FIRST_PLAIN = 32;
