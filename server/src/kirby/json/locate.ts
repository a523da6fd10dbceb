import type { Span } from '../text/span.ts';
import type { JsonPath } from './value.ts';

/**
 * The spans of the values at some paths, in one pass over the text that ends as soon as the last
 * one is found. For a handful of places this is ten times faster than a tree of the whole text,
 * and a tree of a line of 1.5 MB costs more than an author should wait.
 *
 * @param text well-formed JSON
 * @returns a span for each path, in the order asked; `undefined` where a path leads nowhere. Of
 *   duplicate keys the last counts, as for PHP.
 */
export function locate(text: string, paths: readonly JsonPath[]): readonly (Span | undefined)[] {
  const found: (Span | undefined)[] = paths.map(() => undefined);
  if (paths.length === 0) return found;
  const root = wishes(paths);
  const scanner = new Scanner(text);
  const take = (wish: Wish): void => {
    scanner.skipBlanks();
    const start = scanner.at;
    if (wish.steps.size === 0) scanner.skipValue();
    else if (scanner.is(OPEN_BRACE)) takeMembers(wish);
    else if (scanner.is(OPEN_BRACKET)) takeItems(wish);
    else scanner.skipValue();
    for (const index of wish.wanted) found[index] = { start, end: scanner.at };
  };
  const takeMembers = (wish: Wish): void => {
    scanner.at++;
    scanner.skipBlanks();
    while (scanner.is(QUOTE)) {
      const key = scanner.readKey();
      const next = wish.steps.get(key);
      if (next === undefined) scanner.skipValue();
      else take(next);
      scanner.skipComma();
      scanner.skipBlanks();
    }
    scanner.at++;
  };
  const takeItems = (wish: Wish): void => {
    scanner.at++;
    let left = wish.steps.size;
    for (let index = 0; !scanner.isEnd(); index++) {
      scanner.skipBlanks();
      if (scanner.is(CLOSE_BRACKET)) break;
      const next = wish.steps.get(index);
      if (next === undefined) {
        scanner.skipValue();
      } else {
        take(next);
        // Nothing more is wanted anywhere: the outermost array may be left unread.
        if (--left === 0 && wish.isPassage) return;
      }
      scanner.skipComma();
    }
    scanner.at++;
  };
  take(root);
  return found;
}

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const COMMA = 44;
const COLON = 58;

/** What is wanted at and below one place. */
interface Wish {
  readonly wanted: number[];
  readonly steps: Map<string | number, Wish>;
  /** The outermost place, which nobody asks for itself: the scan may end inside it. */
  readonly isPassage: boolean;
}

function wishes(paths: readonly JsonPath[]): Wish {
  const isPassage = paths.every((path) => path.length > 0);
  const root: Wish = { wanted: [], steps: new Map(), isPassage };
  paths.forEach((path, index) => {
    let wish = root;
    for (const step of path) {
      const next = wish.steps.get(step) ?? { wanted: [], steps: new Map(), isPassage: false };
      wish.steps.set(step, next);
      wish = next;
    }
    wish.wanted.push(index);
  });
  return root;
}

/** A reader of well-formed JSON that knows only where things end. */
class Scanner {
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
