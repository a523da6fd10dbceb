import { expect, test } from 'vitest';
import { numberMeant } from '../../../server/src/kirby/field-types/number-meant.ts';

test.each([
  ['1.234,50', 1234.5],
  ['1,234.50', 1234.5],
  ["1'234.50", 1234.5],
  ['1 234 567', 1234567],
  ['-1.234.567', -1234567],
  ['1\u202F000\u00A0€', 1000],
  ['CHF 12.50', 12.5],
  ['€ 1.200,–', undefined],
  ['12.000,-', undefined],
  ['ca. 300', 300],
  ['10%', 10],
  ['1,234', 1234],
  ['1,5', 1.5],
  ['12 px', 12],
  ['1.234.56', undefined],
  ['1-2', undefined],
  ['2 of 3', undefined],
  ['many', undefined],
  ['', undefined],
])('by %j %s is meant', (text, number) => {
  expect(numberMeant(text)).toBe(number);
});
