import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../server/src/kirby/json/value.ts';
import {
  contentValue,
  isTrue,
  orElse,
  referencesOf,
} from '../../server/src/preview/content-value.ts';

describe('isEmpty', () => {
  it.each<readonly [JsonValue | undefined, boolean]>([
    [undefined, true],
    [null, true],
    ['', true],
    [' \n', true],
    ['\u00a0', false],
    ['[]', true],
    [[], true],
    [{}, true],
    [0, false],
    [false, false],
    ['0', false],
  ])('of %j is %j', (json, isEmpty) => {
    expect(contentValue(json).isEmpty).toBe(isEmpty);
  });
});

describe('isTrue', () => {
  it.each<JsonValue>([true, 1, '1', 'true', 'TRUE', 'on', 'Yes', ' yes '])('takes %j', (json) => {
    expect(isTrue(contentValue(json))).toBe(true);
  });

  it.each<JsonValue>([false, 0, null, '', '0', 'off', 'no', 'maybe', 2, [], [true], {}])(
    'refuses %j',
    (json) => {
      expect(isTrue(contentValue(json))).toBe(false);
    },
  );
});

describe('orElse', () => {
  it('replaces what is empty', () => {
    expect(orElse(contentValue('  '), 'x').text).toBe('x');
    expect(orElse(contentValue(0), 'x').text).toBe('0');
  });
});

describe('referencesOf', () => {
  it.each<readonly [JsonValue | undefined, readonly string[] | undefined]>([
    [undefined, []],
    [null, []],
    ['', []],
    ['file://abc', ['file://abc']],
    ['- a.jpg\n- b.jpg', ['a.jpg', 'b.jpg']],
    ['a.jpg', ['a.jpg']],
    [
      ['a.jpg', null, 5, 'b.jpg'],
      ['a.jpg', 'b.jpg'],
    ],
    [{ uuid: 'file://abc' }, ['file://abc']],
    [5, undefined],
    [true, undefined],
  ])('of %j are %j', (json, references) => {
    expect(referencesOf(contentValue(json), 'spyc')).toEqual(references);
  });
});
