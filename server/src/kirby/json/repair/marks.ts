/**
 * Where the next backslash and the next control character of a text stand. Asked for one place after
 * the other, it looks at each stretch of the text once, with the engine's own search.
 */
export class Marks {
  readonly #text: string;
  /** Whether line breaks are its only control characters from `#tameFrom` on. */
  #isTame = false;
  #tameFrom = Infinity;
  // Between `…From` and the mark itself the text holds no other one.
  #backslashFrom = 0;
  #backslash = -1;
  #controlFrom = 0;
  #control = -1;

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

  /** The next control character at or after `at`; the length of the text when there is none. */
  control(at: number): number {
    if (at < this.#controlFrom || at > this.#control) {
      const found = this.#findControl(at);
      this.#controlFrom = at;
      this.#control = found < 0 ? this.#text.length : found;
    }
    return this.#control;
  }

  #findControl(at: number): number {
    // Line breaks are the only control characters of most texts, and are found without a pattern.
    if (at < this.#tameFrom) {
      wild.lastIndex = at;
      this.#isTame = !wild.test(this.#text);
      this.#tameFrom = at;
    }
    if (this.#isTame) return this.#text.indexOf('\n', at);
    control.lastIndex = at;
    return control.test(this.#text) ? control.lastIndex - 1 : -1;
  }
}

const wild = /[\u0000-\u0009\u000b-\u001f]/g;
const control = /[\u0000-\u001f]/g;
