import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  endsValue,
  isKeyAt,
  QUOTE,
  skipBlanks,
  startsPlainValue,
} from './chars.ts';

/** Where a string stands, which decides what may follow it. */
export type StringPlace = 'key' | 'member' | 'item' | 'root';

/**
 * Whether the quote at `quote` is, by what follows it, surely the end of a string. A pasted
 * `<a href="…">` has quotes as well, but no key or bracket after them. What is not sure is not
 * wrong: the search then weighs the readings against each other.
 */
export function closesString(text: string, quote: number, place: StringPlace): boolean {
  const at = skipBlanks(text, quote + 1);
  const code = text.charCodeAt(at);
  switch (place) {
    case 'key':
      return code === COLON;
    case 'member':
      if (code === COMMA) return isKeyAt(text, skipBlanks(text, at + 1));
      return code === CLOSE_BRACE && endsValue(text.charCodeAt(skipBlanks(text, at + 1)));
    case 'item':
      if (code === COMMA) {
        const next = text.charCodeAt(skipBlanks(text, at + 1));
        return next === QUOTE || startsPlainValue(next);
      }
      return code === CLOSE_BRACKET && endsValue(text.charCodeAt(skipBlanks(text, at + 1)));
    case 'root':
      return Number.isNaN(code);
  }
}
