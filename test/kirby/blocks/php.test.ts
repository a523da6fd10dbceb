import { describe, expect, it } from 'vitest';
import {
  isPhpEmpty,
  lowerKeys,
  phpBool,
  phpGet,
  phpString,
} from '../../../server/src/kirby/blocks/php.ts';
import type { JsonValue } from '../../../server/src/kirby/json/value.ts';

describe('phpString', () => {
  it.each<readonly [JsonValue | undefined, string | undefined]>([
    [undefined, ''],
    [null, ''],
    [true, '1'],
    [false, ''],
    ['a', 'a'],
    [0, '0'],
    [-0, '0'],
    [5, '5'],
    [1.5, '1.5'],
    [0.1 + 0.2, '0.3'],
    [0.0001, '0.0001'],
    [0.00001, '1.0E-5'],
    [1e25, '1.0E+25'],
    [Infinity, 'INF'],
    [1.25e25, '1.25E+25'],
    [-2.5e-9, '-2.5E-9'],
    [123456789012345, '123456789012345'],
    [[], undefined],
    [{ a: 1 }, undefined],
  ])('prints %j as %j', (value, text) => {
    expect(phpString(value)).toBe(text);
  });
});

describe('phpBool', () => {
  it.each<readonly [JsonValue, boolean | undefined]>([
    [null, false],
    ['', false],
    ['0', false],
    ['0.0', true],
    ['false', true],
    [0, false],
    [0.5, true],
    [true, true],
    [[], undefined],
    [{}, undefined],
  ])('takes %j as %j', (value, bool) => {
    expect(phpBool(value)).toBe(bool);
  });
});

describe('isPhpEmpty', () => {
  it.each<readonly [JsonValue | undefined, boolean]>([
    [undefined, true],
    [null, true],
    ['0', true],
    [' ', false],
    [[], true],
    [{}, true],
    [[null], false],
    [{ a: null }, false],
  ])('says of %j: %j', (value, isEmpty) => {
    expect(isPhpEmpty(value)).toBe(isEmpty);
  });
});

describe('lowerKeys', () => {
  it('folds ASCII letters alone', () => {
    expect(lowerKeys({ MyKey: 1, ÜBER: 2 })).toEqual({ mykey: 1, Über: 2 });
  });

  it('makes indexes the keys of a list', () => {
    expect(lowerKeys(['a', 'b'])).toEqual({ 0: 'a', 1: 'b' });
  });

  it('takes a key that JavaScript has its own idea of', () => {
    const value = JSON.parse('{"__proto__":{"x":1},"constructor":2}') as Record<string, number>;
    const lowered = lowerKeys(value);
    expect(Object.keys(lowered)).toEqual(['__proto__', 'constructor']);
    expect(phpGet(lowered, 'x')).toBeUndefined();
  });
});

describe('phpGet', () => {
  it('does not answer what every JavaScript object has', () => {
    expect(phpGet({}, 'constructor')).toBeUndefined();
    expect(phpGet([], 'length')).toBeUndefined();
  });
});
