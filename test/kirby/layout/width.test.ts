import { describe, expect, it } from 'vitest';
import { columnSpan } from '../../../server/src/kirby/layout/width.ts';

describe('columnSpan', () => {
  it.each([
    ['1/1', 12, true],
    ['1/3', 4, true],
    ['1/12', 1, true],
    ['1 / 2', 6, true],
    ['', 12, true],
    ['/', 12, true],
    ['1/', 12, true],
    ['/2', 24, true],
    ['1//2', 6, true],
    ['1', 12, true],
    ['0.5', 6, true],
    ['.5/1', 6, true],
    ['5e-1', 6, true],
    ['0/5', 0, true],
    ['-1/2', -6, true],
    ['3/2', 18, true],
    ['1/5', 2, false],
    ['-1/5', -2, false],
    ['1/24', 0, false],
  ])('of %j is %d', (width, span, exact) => {
    expect(columnSpan(width)).toEqual({ ok: true, span, exact });
  });

  it.each([
    '1/0',
    '0/0',
    'half',
    'a/b',
    '50%',
    '1/2px',
    '1,5/3',
    '１/２',
    '1/-0',
    '1/1e-400',
    '1e300',
  ])('of %j throws in Kirby', (width) => {
    expect(columnSpan(width)).toEqual({ ok: false });
  });

  it('counts in other numbers of columns', () => {
    expect(columnSpan('1/4', 6)).toEqual({ ok: true, span: 1, exact: false });
  });
});
