import { describe, expect, test } from 'vitest';
import { memo } from '../../../server/src/kirby/text/memo.ts';
import { contains, intersects, slice, touches } from '../../../server/src/kirby/text/span.ts';

describe('spans', () => {
  const span = { start: 2, end: 4 };

  test('a cursor touches a span inside and at both edges', () => {
    expect([1, 2, 3, 4, 5].map((offset) => touches(span, offset))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  test('spans that meet at an edge intersect', () => {
    expect(intersects(span, { start: 4, end: 6 })).toBe(true);
    expect(intersects(span, { start: 0, end: 2 })).toBe(true);
    expect(intersects(span, { start: 5, end: 6 })).toBe(false);
    expect(intersects(span, { start: 0, end: 1 })).toBe(false);
  });

  test('a span contains itself but nothing that reaches out', () => {
    expect(contains(span, span)).toBe(true);
    expect(contains(span, { start: 3, end: 5 })).toBe(false);
    expect(contains(span, { start: 1, end: 3 })).toBe(false);
  });

  test('a slice is the text of a span', () => {
    expect(slice('abcdef', span)).toBe('cd');
  });
});

describe('what is derived from an object', () => {
  test('is derived once, even when it is nothing', () => {
    let calls = 0;
    const derive = memo((key: { readonly value?: string }) => {
      calls++;
      return key.value;
    });
    const [one, other] = [{ value: 'a' }, {}];
    expect([derive(one), derive(other), derive(one), derive(other)]).toEqual([
      'a',
      undefined,
      'a',
      undefined,
    ]);
    expect(calls).toBe(2);
  });
});
