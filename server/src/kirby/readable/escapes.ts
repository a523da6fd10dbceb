import { Decoding } from '../text/decoding.ts';
import type { MappedText } from '../text/mapped-text.ts';

const escape = /\\(?:u([\da-fA-F]{4})|x([\da-fA-F]{2})|(["\\/nrt]))/g;

const control: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** A string in single quotes begins. */
const singleQuote = /(?:^|[:[{,-]\s+)'/m;

/** The apostrophe of such a string; two quotation marks with nothing between them are an empty one. */
const doubled = /''(?=[^\s,\]}'])|(?<=[^\s:[{,'-])''/g;

/**
 * Resolves escapes wherever they stand, as strings in quotes have them: for YAML, whose other
 * strings hold no escapes, and for JSON that is broken. `"caf\u00e9"` reads `"café"`, `'l''été'` reads `'l'été'`.
 */
export function withoutEscapes(source: MappedText): MappedText {
  return withoutDoubled(withoutBackslashes(source));
}

function withoutDoubled(source: MappedText): MappedText {
  const { text } = source;
  if (!text.includes("''") || !singleQuote.test(text)) return source;
  const decoding = new Decoding(source);
  for (const { index } of text.matchAll(doubled)) decoding.replace(index, index + 2, "'");
  return decoding.done();
}

function withoutBackslashes(source: MappedText): MappedText {
  const { text } = source;
  if (!text.includes('\\') || !text.includes('"')) return source;
  const decoding = new Decoding(source);
  for (const found of text.matchAll(escape)) {
    const [whole, four, two, letter = ''] = found;
    const digits = four ?? two;
    const character =
      digits === undefined
        ? (control[letter] ?? letter)
        : String.fromCharCode(parseInt(digits, 16));
    decoding.replace(found.index, found.index + whole.length, character);
  }
  return decoding.done();
}
