import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { respelled, spellings as all } from '../../../server/src/kirby/json/restyle.ts';
import { layouts, spellings } from '../../support/layouts.ts';

const minified = String.raw`[{"a":"\u00e9 <\/p> \ud83d\ude00 \u00e9\ud83d\ude00","n":1.0,"a":[],"o":{},"e":1E5}]`;

describe('respelled', () => {
  test.each([
    ['readable', '[{"a":"é </p> 😀 é😀","n":1.0,"a":[],"o":{},"e":1E5}]'],
    ['escaped', minified],
    [
      'pretty',
      String.raw`[
    {
        "a": "\u00e9 <\/p> \ud83d\ude00 \u00e9\ud83d\ude00",
        "n": 1.0,
        "a": [],
        "o": {},
        "e": 1E5
    }
]`,
    ],
    ['minified', minified],
  ] as const)('writes it %s, and keeps numbers and doubled keys', (spelling, expected) => {
    expect(respelled(minified, spelling)).toBe(expected);
  });

  test.each([
    String.raw`["\\u00e9"]`,
    String.raw`["\\\/"]`,
    String.raw`["\ud83d"]`,
    String.raw`["\u2028\u0000\u0041\"\n"]`,
  ])('keeps the value of %s', (text) => {
    for (const spelling of all)
      expect(JSON.parse(respelled(text, spelling) ?? '')).toEqual(JSON.parse(text));
    expect(respelled(text, 'readable')).toBe(text.replace(String.raw`\\\/`, String.raw`\\/`));
  });

  test('refuses what is no JSON', () => {
    expect(respelled('[{"a":}]', 'readable')).toBeUndefined();
  });

  test('leads from each of Kirby’s spellings to each other, to the byte', () => {
    fc.assert(
      fc.property(layouts, (rows) => {
        for (const from of Object.values(spellings).map((spell) => spell(rows))) {
          const readable = respelled(respelled(from, 'minified') ?? '', 'readable') ?? '';
          expect(readable).toBe(spellings['modern']?.(rows));
          expect(respelled(readable, 'escaped')).toBe(spellings['legacy']?.(rows));
          expect(respelled(readable, 'pretty')).toBe(spellings['pretty']?.(rows));
        }
      }),
    );
  });
});
