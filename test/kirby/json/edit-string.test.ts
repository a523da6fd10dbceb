import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { setString } from '../../../server/src/kirby/json/edit-string.ts';
import { styleOf } from '../../../server/src/kirby/json/style-of.ts';
import { applied } from '../../../server/src/kirby/json/text-edit.ts';

/** The literal after a string was given another text. */
function after(literal: string, value: string, styleOfText = literal): string | undefined {
  const node = { kind: 'string', span: { start: 0, end: literal.length } } as const;
  return applied(literal, setString(literal, node, value, styleOf(styleOfText)));
}

describe('a string that is given another text', () => {
  test.each([
    [
      'two changes',
      String.raw`"one \u003cb\u003e two"`,
      'ONE <b> TWO',
      String.raw`"ONE \u003cb\u003e TWO"`,
    ],
    [
      'a change on each side of odd slashes',
      String.raw`"a/b\/c d/e\/f"`,
      'xa/b/c d/e/fx',
      String.raw`"xa/b\/c d/e\/fx"`,
    ],
    ['words that are gone', String.raw`"a b \u0063 d e"`, 'b c e', String.raw`"b \u0063 e"`],
    [
      'pairs of surrogates',
      String.raw`"😀 \ud83d\ude00 😀"`,
      '😁 😀 😁',
      String.raw`"😁 \ud83d\ude00 😁"`,
    ],
  ])('keeps what stands between: %s', (_, literal, value, expected) => {
    expect(after(literal, value)).toBe(expected);
  });

  test('is replaced in one piece where nothing in between is spelled in another way', () => {
    const literal = '"one <b> two"';
    const node = { kind: 'string', span: { start: 0, end: literal.length } } as const;
    expect(setString(literal, node, 'ONE <b> TWO', styleOf(literal))).toHaveLength(1);
  });

  test('says that text, whatever it was and however it is spelled', () => {
    const word = fc.constantFrom('a', 'été', '/', '"', '\\', '\n', '😀', ' ', 'b', '<');
    const texts = fc.array(word, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, texts, fc.array(fc.boolean()), (before, value, escaped) => {
        const literal = `"${(before.match(/[^]/gu) ?? [])
          .map((char, index) =>
            escaped[index] === true || /["\\\n]/u.test(char)
              ? char.replace(
                  /[^]/g,
                  (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
                )
              : char,
          )
          .join('')}"`;
        expect(JSON.parse(literal)).toBe(before);
        expect(JSON.parse(after(literal, value) ?? '')).toBe(value);
      }),
      { numRuns: 2000 },
    );
  });
});
