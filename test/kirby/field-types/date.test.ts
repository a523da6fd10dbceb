import { describe, expect, test } from 'vitest';
import { date } from '../../../server/src/kirby/field-types/date.ts';
import { time } from '../../../server/src/kirby/field-types/time.ts';
import { fieldOf, noSite, readAs } from '../../support/field-types.ts';

const onLeapDay = { ...noSite, today: '2024-02-29T12:33:00' };

describe('date', () => {
  test.each([
    ['2024-02-30', '2024-03-01 00:00:00'],
    ['foo', ''],
    ['2024-02-29', '2024-02-29 00:00:00'],
    ['2024-02-29 12:33', '2024-03-01 00:00:00'],
    ['2024-02-29 12:00', '2024-02-29 00:00:00'],
    ['05.01.2024', '2024-01-05 00:00:00'],
    ['1 January 2024', '2024-01-01 00:00:00'],
    ['20240105', '2024-01-05 00:00:00'],
    ['', ''],
    [undefined, ''],
    ['tomorrow', undefined],
    ['2024', undefined],
    ['@0', undefined],
  ])('reads %j as %j', (value, expected) => {
    expect(readAs('date', value)).toBe(expected);
  });

  test('reads its own format like every other one', () => {
    expect(readAs('date', '2024-02-29', { format: 'd.m.Y' })).toBe('2024-02-29 00:00:00');
  });

  test('rounds a time to five minutes, or to its own step', () => {
    expect(readAs('date', '2024-02-29 12:33:12', { time: true })).toBe('2024-02-29 12:35:00');
    const hours = { time: { step: { unit: 'hour', size: 6 } } };
    expect(readAs('date', '2024-02-29 20:59', hours)).toBe('2024-03-01 00:00:00');
    expect(readAs('date', '2024-02-29 20:59', { time: { step: 7 } })).toBeUndefined();
  });

  test('counts from the current day where it is known', () => {
    expect(readAs('date', 'tomorrow', {}, onLeapDay)).toBe('2024-03-01 00:00:00');
    expect(readAs('date', '2024', {}, onLeapDay)).toBe('2024-03-01 00:00:00');
  });

  test('suggests the current day as the field is stored, or an example', () => {
    const definition = fieldOf('date', { format: 'd.m.Y' });
    expect(date.suggest?.(definition, onLeapDay)).toEqual([
      { text: '29.02.2024', detail: 'today' },
    ]);
    expect(date.suggest?.(definition, noSite)).toEqual([
      { text: '31.12.2024', detail: 'in the form d.m.Y' },
    ]);
  });

  test('tells limits and form', () => {
    const props = { min: 'today', time: true };
    expect(date.describe?.(fieldOf('date', props))).toEqual([
      'Not before today.',
      'Rounded to 5 minutes.',
      'Stored as `Y-m-d H:i:s`, such as `2024-12-31 14:30:00`.',
    ]);
  });
});

describe('time', () => {
  test.each([
    ['12:33', '12:35:00'],
    ['9:5', '09:05:00'],
    ['3pm', '15:00:00'],
    ['24:00', '00:00:00'],
    ['25:00', ''],
    ['12:60', ''],
    ['', ''],
    ['2024-02-29 12:35', '12:35:00'],
    ['-1 hour', undefined],
  ])('reads %j as %j', (value, expected) => {
    expect(readAs('time', value)).toBe(expected);
  });

  test('suggests the current time, rounded', () => {
    expect(time.suggest?.(fieldOf('time'), onLeapDay)).toEqual([
      { text: '12:35:00', detail: 'now' },
    ]);
  });
});
