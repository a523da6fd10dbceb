const syllables = 'la mo ri té ver dou pa na sol fè chi ran bu lo cré mi ta gou bel nu'.split(' ');

/** Numbers that look random and are the same in every run: `next()` is at least 0 and less than 1. */
export class Dice {
  #state;
  /** Making a sentence takes longer than writing a page. */
  #sentences = [];

  constructor(seed) {
    this.#state = seed;
    this.#sentences = Array.from({ length: 2_000 }, () => this.sentence(14));
  }

  /** A linear congruential generator: good enough to shuffle words. */
  next() {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return this.#state / 2 ** 32;
  }

  /** One of the numbers from 0 up to `end`, without it. */
  below(end) {
    return Math.floor(this.next() * end);
  }

  of(list) {
    return list[this.below(list.length)];
  }

  /** As Kirby makes them: sixteen letters and digits. */
  uuid() {
    const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
    let uuid = '';
    while (uuid.length < 16) uuid += this.of(signs);
    return uuid;
  }

  /** As the Panel names blocks: `f873d4f6-6505-4483-a7b1-ddde6e56b901`. */
  blockId() {
    const digits = (count) =>
      this.below(16 ** count)
        .toString(16)
        .padStart(count, '0');
    return `${digits(8)}-${digits(4)}-${digits(4)}-${digits(4)}-${digits(6)}${digits(6)}`;
  }

  word() {
    return Array.from({ length: 1 + this.below(3) }, () => this.of(syllables)).join('');
  }

  words(count) {
    return Array.from({ length: count }, () => this.word()).join(' ');
  }

  /** A sentence that begins with a capital and ends with a full stop. */
  sentence(count) {
    const words = this.words(count);
    return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
  }

  paragraph(length) {
    let text = this.of(this.#sentences);
    while (text.length < length) text += ` ${this.of(this.#sentences)}`;
    return text;
  }
}
