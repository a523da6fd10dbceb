export const QUOTE = 34;
const BACKSLASH = 92;
export const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
export const OPEN_BRACKET = 91;
export const CLOSE_BRACKET = 93;
const COMMA = 44;
const COLON = 58;

/** A reader of well-formed JSON that knows only where things end. */
export class Scanner {
  at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  is(code: number): boolean {
    return this.#text.charCodeAt(this.at) === code;
  }

  isEnd(): boolean {
    return this.at >= this.#text.length;
  }

  skipBlanks(): void {
    while (this.#text.charCodeAt(this.at) <= 32) this.at++;
  }

  skipComma(): void {
    this.skipBlanks();
    if (this.is(COMMA)) this.at++;
  }

  /** Reads a key and its colon. */
  readKey(): string {
    const start = this.at;
    this.skipString();
    const literal = this.#text.slice(start, this.at);
    this.skipBlanks();
    if (this.is(COLON)) this.at++;
    return literal.includes('\\') ? String(JSON.parse(literal)) : literal.slice(1, -1);
  }

  skipString(): void {
    let quote = this.#text.indexOf('"', this.at + 1);
    while (quote > 0 && this.#isEscaped(quote)) quote = this.#text.indexOf('"', quote + 1);
    this.at = quote < 0 ? this.#text.length : quote + 1;
  }

  skipValue(): void {
    this.skipBlanks();
    const code = this.#text.charCodeAt(this.at);
    if (code === QUOTE) this.skipString();
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) this.#skipNested();
    else this.#skipWord();
  }

  #skipNested(): void {
    let depth = 0;
    while (this.at < this.#text.length) {
      const code = this.#text.charCodeAt(this.at);
      if (code === QUOTE) {
        this.skipString();
        continue;
      }
      this.at++;
      if (code === OPEN_BRACE || code === OPEN_BRACKET) depth++;
      else if ((code === CLOSE_BRACE || code === CLOSE_BRACKET) && --depth === 0) return;
    }
  }

  #skipWord(): void {
    for (; this.at < this.#text.length; this.at++) {
      const code = this.#text.charCodeAt(this.at);
      if (code === COMMA || code === CLOSE_BRACE || code === CLOSE_BRACKET || code <= 32) return;
    }
  }

  #isEscaped(quote: number): boolean {
    let at = quote;
    while (this.#text.charCodeAt(at - 1) === BACKSLASH) at--;
    return (quote - at) % 2 === 1;
  }
}
