import { describe, expect, it } from 'vitest';
import { codeIn } from '../../../server/src/kirby/kirbytext/in-code.ts';

describe('codeIn', () => {
  it.each([
    ['    X', true],
    ['\tX', true],
    ['a\n\n    X', true],
    ['a\n\n    b\n    X', true],
    ['a\n    X', false],
    ['a\n    b\n    X', false],
    ['a\n\n    b\nX', false],
    ['a\n\n    b\nc\n    X', false],
    ['a\n\n    b\n\nX', false],
    ['a\n\n    b\n\n    X', true],
    ['a\n   \n    X', true],
    ['   X', false],
  ])('knows a line of code by its indentation: %j', (text, isCode) => {
    expect(codeIn(text)(text.indexOf('X'))).toBe(isCode);
  });

  it('looks once through a long block', () => {
    const text = '    (link: a)\n'.repeat(10_000);
    const before = performance.now();
    const isCode = codeIn(text);
    for (let at = text.indexOf('('); at >= 0; at = text.indexOf('(', at + 1))
      expect(isCode(at)).toBe(true);
    expect(performance.now() - before).toBeLessThan(2500);
  });
});
