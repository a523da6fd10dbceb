import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  clockTime,
  dateTimeText,
  formatted,
  partsOf,
} from '../../../server/src/kirby/dates/clock.ts';
import { readDate } from '../../../server/src/kirby/dates/read.ts';
import { rounded } from '../../../server/src/kirby/dates/round.ts';

const anyTime = fc.integer({ min: -62_000_000_000, max: 250_000_000_000 });

test('reads back every time in the forms that Kirby stores', () => {
  fc.assert(
    fc.property(anyTime, (time) => {
      expect(readDate(dateTimeText(time))).toEqual({ kind: 'date', time, hasTime: true });
      expect(readDate(formatted(time, 'd.m.Y H:i:s') ?? '')).toMatchObject({ kind: 'date', time });
    }),
  );
});

test('answers for any text', () => {
  const part = fc.constantFrom(
    '2024',
    '-',
    '31',
    '.',
    '/',
    ' ',
    'jan',
    'i',
    'ii',
    't',
    ':',
    'ü',
    '@',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(part).map((parts) => parts.join('')),
      ),
      (text) => {
        expect(readDate(text, '2024-02-29').kind).toMatch(
          /^(?:date|time|year|unreadable|unknown)$/,
        );
      },
    ),
  );
});

test('knows what PHP refuses behind a day, and leaves open what it may read', () => {
  expect(readDate('2024-05-01 14h30').kind).toBe('unreadable');
  expect(readDate('2024-05-01, 9 h').kind).toBe('unreadable');
  expect(readDate('2024-05-01 25:00').kind).toBe('unreadable');
  expect(readDate('1 May 2024 12:60:00').kind).toBe('unreadable');
  expect(readDate('2024-05-01T09:30:61').kind).toBe('unreadable');
  expect(readDate('2024-05-01 24:30').kind).toBe('date');
  // A `T` opens a time, and the letter behind its hour is a zone.
  expect(readDate('2024-05-01T14h').kind).toBe('unknown');
  expect(readDate('05/05').kind).toBe('unknown');
});

test('knows numbers that PHP refuses', () => {
  for (const text of ['123', '12345', '170921010', '1799210100', '1709650100']) {
    expect([text, readDate(text).kind]).toEqual([text, 'unreadable']);
  }
  // 12:38:58 in the year 7417.
  expect(readDate('1238587417').kind).toBe('unknown');
  expect(readDate('20240229').kind).toBe('date');
});

test('takes short time for a word made of known ones', () => {
  expect(readDate(`${'i'.repeat(90)}qq`).kind).toBe('unreadable');
  expect(readDate('juni').kind).toBe('unknown');
});

test('rounds to a step that lies no further away than half of it', () => {
  fc.assert(
    fc.property(anyTime, fc.constantFrom(1, 2, 5, 10, 15, 30, 60), (time, size) => {
      const step = rounded(time, { unit: 'minute', size }) ?? NaN;
      expect(partsOf(step).second).toBe(0);
      expect(partsOf(step).minute % size).toBe(0);
      expect(Math.abs(step - time)).toBeLessThanOrEqual(size * 30 + 30);
    }),
  );
});

test('knows the years before 100 and letters that it cannot print', () => {
  expect(dateTimeText(clockTime(24, 2, 30))).toBe('0024-03-01 00:00:00');
  expect(formatted(0, 'j.n.y, g:i a')).toBe('1.1.70, 12:00 am');
  expect(formatted(0, 'l')).toBeUndefined();
});
