import { describe, expect, it } from 'vitest';
import { decodeJson } from '../../../server/src/kirby/blocks/decode.ts';

describe('decodeJson', () => {
  it.each([
    ['a list', '[1]', [1]],
    ['an object', '{"a":1}', { a: 1 }],
    ['a whole surrogate pair', String.raw`["\ud83d\udc4d"]`, ['👍']],
    [
      'an escaped backslash before the letters of a surrogate',
      String.raw`["\\ud83d"]`,
      [String.raw`\ud83d`],
    ],
  ])('reads %s', (_name, text, value) => {
    expect(decodeJson(text)).toEqual(value);
  });

  it.each([
    ['a number', '5'],
    ['a text', '"a"'],
    ['null', 'null'],
    ['broken JSON', '[{]'],
    ['the first half of a surrogate pair', String.raw`["\ud83d"]`],
    ['the second half of one', String.raw`["\udc4d"]`],
    ['two first halves', String.raw`["\ud83d\ud83d"]`],
    ['more than 512 levels', '['.repeat(513) + ']'.repeat(513)],
  ])('refuses %s, as PHP does', (_name, text) => {
    expect(decodeJson(text)).toBeUndefined();
  });

  it('reads 512 levels', () => {
    expect(decodeJson('['.repeat(512) + ']'.repeat(512))).toBeDefined();
  });

  it('takes a text of brackets alone', () => {
    expect(decodeJson('['.repeat(200_000))).toBeUndefined();
  });
});
