import { expect, test } from 'vitest';
import { toggle } from '../../../server/src/kirby/field-types/toggle.ts';
import { fieldOf, noSite, readAs } from '../../support/field-types.ts';

test.each([
  ['true', true],
  ['1', true],
  ['on', true],
  [true, true],
  [1, true],
  ['yes', false],
  ['TRUE', false],
  ['false', false],
  ['', false],
  [0, false],
  [undefined, false],
])('reads %j as %j', (value, expected) => {
  expect(readAs('toggle', value)).toBe(expected);
});

test('takes the default where the content has none', () => {
  expect(readAs('toggle', undefined, { default: true })).toBe(true);
  expect(readAs('toggle', undefined, { default: 'on' })).toBe(true);
  expect(readAs('toggle', '', { default: true })).toBe(false);
});

test('suggests both words with the texts of the blueprint', () => {
  const options = [
    { value: 'true', text: 'Shown' },
    { value: 'false', text: 'Hidden' },
  ];
  const definition = { ...fieldOf('toggle'), options };
  expect(toggle.suggest?.(definition, noSite)).toEqual([
    { text: 'true', detail: 'Shown' },
    { text: 'false', detail: 'Hidden' },
  ]);
  expect(toggle.describe?.(definition)).toEqual(['Stored as `true` (Shown) or `false` (Hidden).']);
});
