import { describe, expect, test } from 'vitest';
import { pathPattern } from '../../../server/src/kirby/text/glob.ts';

describe('a pattern', () => {
  test.each([
    ['content', 'content/a/b.txt'],
    ['content/', 'content/a/b.txt'],
    ['/content/*.txt', 'content/site.txt'],
    ['./content/*.txt', 'content/site.txt'],
    ['content/**', 'content/a/b.txt'],
    ['content/**/home.txt', 'content/home.txt'],
    ['content/**/home.txt', 'content/a/b/home.txt'],
    ['**/drafts/*', 'content/a/drafts/b.txt'],
    ['**', 'a'],
    ['content/*_blog/**', 'content/1_blog/2_first/article.txt'],
    ['content/?_blog', 'content/1_blog/article.txt'],
    ['content/{old,archive}/**', 'content/archive/a.txt'],
    ['content/{a,b}{1,2}', 'content/b1/x.txt'],
    ['a.b', 'a.b'],
    ['*.{en,de}.txt', 'site.de.txt'],
  ])('%s is about %s', (glob, path) => {
    expect(pathPattern(glob)(path)).toBe(true);
  });

  test.each([
    ['', 'content/a'],
    ['content', 'contents/a.txt'],
    ['content/*.txt', 'content/a/b.txt'],
    ['content/**', 'content'],
    ['home.txt', 'content/home.txt'],
    ['a.b', 'axb'],
    ['content/?', 'content/ab'],
    ['content/{old,archive}', 'content/new'],
    ['content/a*b', 'content/ab2'],
    ['content/a/b/c', 'content/a/b'],
  ])('%s is not about %s', (glob, path) => {
    expect(pathPattern(glob)(path)).toBe(false);
  });

  test('takes no time, whatever it is', () => {
    const path = `content/${'a'.repeat(2_000)}/${'a/'.repeat(500)}`;
    const stars = 'a*'.repeat(500);
    const braces = '{a,b}'.repeat(60);
    const start = performance.now();
    expect(pathPattern(`content/${stars}b`)(path)).toBe(false);
    expect(pathPattern(`${'**/'.repeat(200)}b`)(path)).toBe(false);
    expect(pathPattern(braces)(path)).toBe(false);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
