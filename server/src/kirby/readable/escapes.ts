import { Decoding } from '../text/decoding.ts';
import type { MappedText } from '../text/mapped-text.ts';

const escape = /\\(?:u([\da-fA-F]{4})|x([\da-fA-F]{2})|(["\\/nrt]))/g;

const control: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/**
 * Resolves escapes wherever they stand, as strings in double quotes have them: for YAML, whose other
 * strings hold no escapes, and for JSON that is broken. `"caf\u00e9"` reads `"café"`.
 */
export function withoutEscapes(source: MappedText): MappedText {
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
