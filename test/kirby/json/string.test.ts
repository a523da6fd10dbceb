import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringText } from '../../../server/src/kirby/json/string.ts';
import { writeString } from '../../../server/src/kirby/json/style.ts';
import { styleOf } from '../../../server/src/kirby/json/style-of.ts';
import type { JsonNode } from '../../../server/src/kirby/json/tree.ts';
import { plainText } from '../../../server/src/kirby/text/mapped-text.ts';

const start = 7;

/** A literal that stands in a document from offset 7 on. */
function decode(literal: string): ReturnType<typeof stringText> {
  const node: JsonNode = { kind: 'string', span: { start: 0, end: literal.length } };
  return stringText(node, plainText(literal, start));
}

/** The source of each decoded code unit. */
function sources(literal: string): readonly string[] {
  const decoded = decode(literal);
  return [...Array(decoded.text.length).keys()].map((at) => {
    const span = decoded.toSource({ start: at, end: at + 1 });
    return literal.slice(span.start - start, span.end - start);
  });
}

describe('stringText', () => {
  test.each([
    ['plain text', '"abc"', ['a', 'b', 'c']],
    [
      'escapes',
      String.raw`"a\u00e9\/\n"`,
      ['a', String.raw`\u00e9`, String.raw`\/`, String.raw`\n`],
    ],
    [
      'both halves of an emoji',
      String.raw`"\ud83d\ude00"`,
      [String.raw`\ud83d`, String.raw`\ude00`],
    ],
    ['quotes and backslashes', String.raw`"\"\\x"`, [String.raw`\"`, String.raw`\\`, 'x']],
    ['an escape that is none', String.raw`"\q"`, [String.raw`\q`]],
    ['a cut escape', String.raw`"\u00"`, [String.raw`\u`, '0', '0']],
    ['a string without an end', '"ab', ['a', 'b']],
    ['nothing', '""', []],
  ])('leads back from %s', (_, literal, expected) => {
    expect(sources(literal)).toEqual(expected);
  });

  test('decodes as JSON.parse does, and its sources decode to their characters', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('["\\u00e9\\/"]', '["é/"]'),
        (text, like) => {
          const literal = writeString(text, styleOf(like));
          expect(decode(literal).text).toBe(text);
          const parts = sources(literal);
          expect(parts.join('')).toBe(literal.slice(1, -1));
          parts.forEach((part, at) => {
            expect(JSON.parse(`"${part}"`)).toBe(text[at]);
          });
        },
      ),
    );
  });

  test('finds the way in again', () => {
    const text = decode(String.raw`"a\u00e9b"`);
    expect([8, 9, 10, 14, 15, 16].map((offset) => text.fromSource(offset))).toEqual([
      0, 1, 1, 1, 2, 3,
    ]);
  });
});
