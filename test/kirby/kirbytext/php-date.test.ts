import { describe, expect, it } from 'vitest';
import { phpDate } from '../../../server/src/kirby/kirbytext/php-date.ts';

describe('phpDate', () => {
  const now = new Date(2024, 11, 30, 0, 5, 9);

  it.each([
    ['d D j l N S w z', '30 Mon 30 Monday 1 th 1 364'],
    ['W o', '01 2025'],
    ['F m M n t L', 'December 12 Dec 12 31 1'],
    ['Y y', '2024 24'],
    ['a A g G h H i s', 'am AM 12 0 12 00 05 09'],
    [String.raw`\Y\\ \d`, String.raw`Y\ d`],
    ['', ''],
    [', ?', ', ?'],
  ])('%s', (format, text) => {
    expect(phpDate(format, now)).toBe(text);
  });

  it.each([
    [1, '1st'],
    [2, '2nd'],
    [3, '3rd'],
    [11, '11th'],
    [23, '23rd'],
  ])('day %i is %s', (day, text) => {
    expect(phpDate('jS', new Date(2024, 0, day))).toBe(text);
  });

  it('needs a clock only for what depends on it', () => {
    expect(phpDate(String.raw`\h\i!`, undefined)).toBe('hi!');
    expect(phpDate('Y', undefined)).toBeUndefined();
  });
});
