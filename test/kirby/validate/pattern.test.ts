import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matches, patternFrom } from '../../../server/src/kirby/validate/pattern.ts';

test.each([
  '[a-z]+',
  '\\d{4}',
  '(?:\\d{3}-){2}\\d+',
  '(foo|bar)',
  '[^@]+@[^@]+',
  'a+?',
  '^abc$',
  '(?=a)\\w\\.',
])('understands %s', (source) => {
  expect(patternFrom(source)).toBeDefined();
});

test.each([
  'a/b',
  '(a+)+',
  '(a|a)*',
  '((a?))+',
  '(a*){2,}',
  '(?i)a',
  '(?<=a)b',
  '(?>a)',
  'a++',
  '[[:alpha:]]',
  '[]a]',
  '(a',
  'a{,3}',
  '\\p{L}',
  '(a)\\1',
  'ä',
  'a?'.repeat(20),
  'a'.repeat(301),
])('leaves %s to PHP', (source) => {
  expect(patternFrom(source)).toBeUndefined();
});

test('answers soon, or not at all', () => {
  const part = fc.constantFrom('a', 'b', '.', 'a+', 'b*', '(', ')', '|', '?', '{2,3}', '[ab]', '$');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), fc.nat(500), (parts, length) => {
      const pattern = patternFrom(parts.join(''));
      if (pattern === undefined) return;
      const start = performance.now();
      matches(`${'a'.repeat(length)}c`, pattern);
      expect(performance.now() - start).toBeLessThan(2000);
    }),
    { numRuns: 2000 },
  );
});
