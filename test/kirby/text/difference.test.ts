import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applied } from '../../../server/src/kirby/json/text-edit.ts';
import { difference, differences } from '../../../server/src/kirby/text/difference.ts';

test('two texts differ in one part, which cuts no character', () => {
  expect(difference('one two', 'one new two')).toEqual({
    span: { start: 4, end: 4 },
    text: 'new ',
  });
  expect(difference('aa', 'a')).toEqual({ span: { start: 1, end: 2 }, text: '' });
  expect(difference('a😀b', 'a😁b')).toEqual({ span: { start: 1, end: 3 }, text: '😁' });
});

test('or in some words', () => {
  expect(differences('one two three', 'ONE two 3')).toEqual([
    { span: { start: 0, end: 3 }, text: 'ONE' },
    { span: { start: 8, end: 13 }, text: '3' },
  ]);
  expect(differences('a b', 'a b')).toEqual([{ span: { start: 3, end: 3 }, text: '' }].slice(1));
  const many = Array.from({ length: 900 }, (_, index) => String(index));
  expect(differences(many.join(' '), many.toReversed().join(' '))).toHaveLength(1);
});

test('what differs makes one text of the other', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', ' ', '😀', '😁', 'one', '.'))
    .map((all) => all.join(''));
  fc.assert(
    fc.property(text, text, (from, to) => {
      expect(applied(from, [difference(from, to)])).toBe(to);
      const parts = differences(from, to);
      expect(applied(from, parts)).toBe(to);
      // Apart from each other, and each of them changes something.
      parts.forEach(({ span, text: put }, index) => {
        expect(span.start).toBeGreaterThan(parts[index - 1]?.span.end ?? -1);
        expect(from.slice(span.start, span.end)).not.toBe(put);
      });
    }),
    { numRuns: 2000 },
  );
});
