import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldedUnits, unfoldSpan } from '../../../server/src/kirby/text/fold.ts';

const text = fc.array(
  fc.constantFrom(
    ...[
      'a',
      'B',
      ' ',
      '\n',
      'é',
      'É',
      'e\u0301',
      'ß',
      'œ',
      'Œ',
      'İ',
      'ı',
      'Σ',
      'ς',
      '’',
      '“',
      '…',
      '–',
    ],
    ...[
      '\u00a0',
      '\u00ad',
      '한',
      '日',
      '本',
      '🎉',
      '\ud83c',
      '\u0301',
      'Å',
      'ﬁ',
      '\0',
      '\t',
      'Ж',
      'й',
    ],
  ),
  { maxLength: 12 },
);

describe('folding', () => {
  test.each([
    ['L’Été  À\nGroße', "l'ete a grosse"],
    ['CŒUR', 'coeur'],
    ['e\u0301te\u0301', 'ete'],
    ['Stra\u00adße', 'strasse'],
    ['a\u00a0–\u00a0b…', 'a - b...'],
    ['ŁÓDŹ', 'lodz'],
    ['日本', '日本'],
    ['', ''],
  ])('%j reads as %j', (given, expected) => {
    expect(fold(given)).toBe(expected);
  });

  test('is the same a second time, and whatever stands around it', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [one, other] = [a.join(''), b.join('')];
        expect(fold(fold(one))).toBe(fold(one));
        expect(fold(`${one}|${other}`)).toBe(`${fold(one)}|${fold(other)}`);
      }),
    );
  });

  test('gives the same code units', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.array(fc.string({ unit: 'binary' }))), (parts) => {
        const given = parts.join('');
        const units = [...foldedUnits(given)].map((unit) => String.fromCharCode(unit)).join('');
        expect(units).toBe(fold(given));
      }),
    );
  });
});

describe('the way back', () => {
  test.each([
    ['une Médiation', 'mediation', 'Médiation'],
    ['e\u0301te\u0301!', 'ete', 'e\u0301te\u0301'],
    ['am  Straßenrand', 'm strasse', 'm  Straße'],
    ['Straße', 'stras', 'Straß'],
    ['x…y', '.y', '…y'],
    ['a\u00adb', 'b', 'b'],
    ['🎉 fête', 'fete', 'fête'],
    ['\ud83c…é', 'e', 'é'],
    ['\ud83c…y', '..', '…'],
  ])('in %j, %j is %j', (given, wanted, expected) => {
    const start = fold(given).indexOf(wanted);
    const span = unfoldSpan(given, { start, end: start + wanted.length });
    expect(given.slice(span.start, span.end)).toBe(expected);
  });

  test('leads to text that folds to what was found, and to no more than whole characters', () => {
    fc.assert(
      fc.property(text, fc.nat(30), fc.nat(30), (parts, from, length) => {
        const given = parts.join('');
        const folded = fold(given);
        const start = Math.min(from, folded.length);
        const end = Math.min(start + length, folded.length);
        if (start === end) return;
        const span = unfoldSpan(given, { start, end });
        const found = fold(given.slice(span.start, span.end));
        expect(found).toContain(folded.slice(start, end));
        expect(found.length - (end - start)).toBeLessThan(8);
      }),
    );
  });
});
