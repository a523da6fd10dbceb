import { describe, expect, test } from 'vitest';
import { dateTimeText } from '../../../server/src/kirby/dates/clock.ts';
import { dayMeant } from '../../../server/src/kirby/dates/meant.ts';
import { monthNamed } from '../../../server/src/kirby/dates/month-names.ts';

describe('the day that is meant', () => {
  test.each([
    ['2024', '2024-01-01'],
    ['06/2025', '2025-06-01'],
    ['6. 2025', '2025-06-01'],
    ['31/12/2024', '2024-12-31'],
    ['31/12/24', '2024-12-31'],
    ['12-31-2024', '2024-12-31'],
    ['05.01.24', '2024-01-05'],
    ['2025.06.24', '2025-06-24'],
    ['2025 6 24', '2025-06-24'],
    ['24.–25.06.2025', '2025-06-24'],
    ['24.06. - 2.07.2025', '2025-06-24'],
    ['2025-06-24 bis 2025-06-25', '2025-06-24'],
    ['2025-06-24 09:30 - 10:00', '2025-06-24 09:30:00'],
    ['- 2025-06-24', '2025-06-24'],
    ['Di, 24.06.2025', '2025-06-24'],
    ['2025-06-24;', '2025-06-24'],
    ['1. Januar 2024', '2024-01-01'],
    ['1er février 2024', '2024-02-01'],
    ['Sa. 3. Sept. 2022', '2022-09-03'],
    ['5 de mayo de 2024', '2024-05-05'],
    ['12 września 2024', '2024-09-12'],
    ['Juni 2025', '2025-06-01'],
    // Nobody can tell.
    ['13/13/2024', undefined],
    ['31.02.24', undefined],
    ['30. Februar 2024', undefined],
    ['2025/26', undefined],
    ['2024-05-01 14h30', undefined],
    ['12 listopad 2024', undefined],
    ['Sommer 2024', undefined],
    ['soon', undefined],
    ['', undefined],
  ])('of %j is %s', (text, day) => {
    const meant = dayMeant(text);
    expect(meant && dateTimeText(meant).replace(' 00:00:00', '')).toBe(day);
  });
});

test('months have their names in all cases and lengths', () => {
  const names = [
    'Januar',
    'FÉVRIER',
    'märz',
    'abr.',
    'maggio',
    'juni',
    'červenec',
    'août',
    'settembre',
  ];
  expect(names.map(monthNamed)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(['listopad', '1', '', 'uhr'].map(monthNamed)).toEqual(Array(4).fill(undefined));
});
