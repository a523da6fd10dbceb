import { decodedText, type Jump, type MappedText } from './mapped-text.ts';

/**
 * Text that is being decoded from left to right. Whatever is not mentioned between two steps stands
 * as it is.
 */
export class Decoding {
  readonly #parent: MappedText;
  readonly #start: number;
  readonly #end: number;
  readonly #jumps: Jump[] = [];
  #text = '';
  #copied: number;

  /** @param start where in `parent.text` the part that is decoded begins, and where it ends */
  constructor(parent: MappedText, start = 0, end = parent.text.length) {
    this.#parent = parent;
    this.#start = start;
    this.#end = end;
    this.#copied = start;
  }

  /** What stands from `start` to `end` in the parent is read as `text`, which may be empty. */
  replace(start: number, end: number, text: string): void {
    this.#text += this.#parent.text.slice(this.#copied, start) + text;
    this.#copied = end;
    const sourceEnd = text === '' ? start : end;
    this.#jumps.push({ text: this.#text.length, sourceEnd, source: end });
  }

  done(): MappedText {
    const isWhole = this.#start === 0 && this.#end === this.#parent.text.length;
    if (this.#jumps.length === 0 && isWhole) return this.#parent;
    const text = this.#text + this.#parent.text.slice(this.#copied, this.#end);
    return decodedText(text, this.#parent, this.#start, this.#end, this.#jumps);
  }
}
