import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distance, sieveFor } from '../../../server/src/kirby/text/near.ts';

/** The whole table, as the textbook has it. */
function slowDistance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const steps = [
        table[i - 1]![j]! + 1,
        table[i]![j - 1]! + 1,
        table[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
      ];
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        steps.push(table[i - 2]![j - 2]! + 1);
      }
      table[i]![j] = Math.min(...steps);
    }
  }
  return table[a.length]![b.length]!;
}

test('counts the slips between two words, up to a number of them', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 90 });
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 6 }), (a, b, most) => {
      const wanted = slowDistance(a, b);
      expect(distance(a, b, most)).toBe(wanted > most ? undefined : wanted);
    }),
  );
});

test('a quick look passes over nothing that is near', () => {
  const letter = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
  const slip = fc.record({
    kind: fc.constantFrom('add', 'drop', 'replace', 'swap'),
    at: fc.nat(24),
    letter,
  });
  const slips = fc.array(slip, { maxLength: 3 });
  fc.assert(
    fc.property(fc.string({ unit: letter, maxLength: 24 }), slips, (wanted, all) => {
      const word = all.reduce((text, { kind, at, letter: typed }) => {
        const [before, here, next, after] = [
          text.slice(0, at),
          text.slice(at, at + 1),
          text.slice(at + 1, at + 2),
          text.slice(at + 2),
        ];
        if (kind === 'add') return before + typed + here + next + after;
        if (kind === 'drop') return before + next + after;
        return kind === 'swap' ? before + next + here + after : before + typed + next + after;
      }, wanted);
      expect(sieveFor(wanted, all.length)(word)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test('a quick look is enough for most of what is not near', () => {
  const mayBeNear = sieveFor('photoPhotoPhoto1', 2);
  expect(mayBeNear('pagePagePagePag1')).toBe(false);
  expect(mayBeNear('photoPhotoPhoto2')).toBe(true);
});
