import type { Span } from '../text/span.ts';

/** A string somewhere in a JSON text. */
export interface JsonString {
  /** With its quotes. */
  readonly span: Span;
  /** The key that it stands under, also as an item of a list. */
  readonly key: string;
  /** The block, column or row that it stands in. */
  readonly part: JsonPart | undefined;
}

/** A part of a layout: what has content, columns or blocks of its own. */
export interface JsonPart {
  /** `heading`; only blocks have one. */
  readonly type: string | undefined;
}

/** Deeper than this nobody writes, and nothing here calls itself. */
const DEEPEST = 200;

/**
 * All strings that are values in a JSON text, in its order within each object. The ids, types and
 * widths of blocks, columns and rows are left out: they are none of the author's words.
 *
 * @returns `undefined` for a text that is no JSON. This is a quick look that tells most of these;
 *   what it takes for JSON it reads as `JSON.parse` does.
 */
export function jsonStrings(text: string): readonly JsonString[] | undefined {
  const reading = new Reading(text);
  if (!reading.value('', undefined, 0) || !reading.isAtEnd()) return undefined;
  return reading.found.flatMap(({ span, key, frame }) => {
    if (frame?.isPart === true && silentKeys.has(key)) return [];
    let owner = frame;
    while (owner?.isPart === false) owner = owner.around;
    return [{ span, key, part: owner }];
  });
}

const QUOTE = 34;
const BACKSLASH = 92;

/** An object that is being read: what it is shows at its end only. */
interface Frame {
  readonly around: Frame | undefined;
  type: string | undefined;
  isPart: boolean;
}

class Reading {
  readonly found: { readonly span: Span; readonly key: string; readonly frame?: Frame }[] = [];
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  isAtEnd(): boolean {
    return Number.isNaN(this.#next());
  }

  /** Reads a value; `false` where there is none. */
  value(key: string, frame: Frame | undefined, depth: number): boolean {
    const code = this.#next();
    if (code === QUOTE) {
      const span = this.#string();
      if (span === undefined) return false;
      this.found.push(frame === undefined ? { span, key } : { span, key, frame });
      return true;
    }
    if (depth > DEEPEST) return false;
    if (code === 0x7b) return this.#object(frame, depth + 1);
    if (code === 0x5b) return this.#array(key, frame, depth + 1);
    const start = this.#at;
    while (/[\w.+-]/.test(this.#text.charAt(this.#at))) this.#at++;
    return this.#at > start;
  }

  #array(key: string, frame: Frame | undefined, depth: number): boolean {
    this.#at++;
    if (this.#takes(0x5d)) return true;
    do if (!this.value(key, frame, depth)) return false;
    while (this.#takes(0x2c));
    return this.#takes(0x5d);
  }

  #object(around: Frame | undefined, depth: number): boolean {
    this.#at++;
    if (this.#takes(0x7d)) return true;
    const frame: Frame = { around, type: undefined, isPart: false };
    do {
      const key = this.#next() === QUOTE ? this.#inside(this.#string()) : undefined;
      if (key === undefined || !this.#takes(0x3a)) return false;
      if (partKeys.has(key)) frame.isPart = true;
      if (!this.value(key, frame, depth)) return false;
      if (key === 'type') frame.type = this.#inside(this.found.at(-1)?.span);
    } while (this.#takes(0x2c));
    return this.#takes(0x7d);
  }

  /** A string without its quotes, as it is written. */
  #inside(span: Span | undefined): string | undefined {
    return span && this.#text.slice(span.start + 1, span.end - 1);
  }

  /** Reads a string; `undefined` for one without an end. */
  #string(): Span | undefined {
    const text = this.#text;
    const start = this.#at;
    let quote = text.indexOf('"', start + 1);
    while (quote > 0 && isEscaped(text, quote)) quote = text.indexOf('"', quote + 1);
    if (quote < 0) return undefined;
    this.#at = quote + 1;
    return { start, end: this.#at };
  }

  #takes(code: number): boolean {
    if (this.#next() !== code) return false;
    this.#at++;
    return true;
  }

  /** The character behind the blanks. */
  #next(): number {
    let code = this.#text.charCodeAt(this.#at);
    while (code === 32 || code === 10 || code === 13 || code === 9) {
      code = this.#text.charCodeAt(++this.#at);
    }
    return code;
  }
}

const partKeys: ReadonlySet<string> = new Set(['content', 'columns', 'blocks', 'attrs']);
const silentKeys: ReadonlySet<string> = new Set(['id', 'type', 'width']);

function isEscaped(text: string, quote: number): boolean {
  let at = quote;
  while (text.charCodeAt(at - 1) === BACKSLASH) at--;
  return (quote - at) % 2 === 1;
}
