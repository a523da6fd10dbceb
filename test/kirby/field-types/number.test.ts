import { expect, test } from 'vitest';
import { number } from '../../../server/src/kirby/field-types/number.ts';
import { fieldOf, readAs } from '../../support/field-types.ts';

test.each([
  ['1,5', 1.5],
  ['5 €', 5],
  ['1,234.5', 1.2],
  ['1.5 kg', 1.5],
  ['1e3', 1000],
  ['1e-3', 0],
  ['0.12345678901234567', 0.12345678901234567],
  ['abc', 0],
  ['-3', -3],
  ['', ''],
  [undefined, ''],
  [7, 7],
])('reads %j as %j', (value, expected) => {
  expect(readAs('number', value)).toBe(expected);
  expect(readAs('range', value)).toBe(expected);
});

test('tells limits and form', () => {
  expect(number.describe?.(fieldOf('number', { min: 1, max: 5, step: 0.5 }))).toEqual([
    'At least 1.',
    'At most 5.',
    'In steps of 0.5.',
    'Stored as a decimal number with a point, such as `1.5`.',
  ]);
});
