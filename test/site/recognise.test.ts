import { describe, expect, test } from 'vitest';
import { contentFileKind, looksLikeContent } from '../../server/src/site/recognise.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import { defaultRoots } from '../../server/src/site/site-roots.ts';

const roots = defaultRoots(sitePath('content'), sitePath('site'));

describe('a path tells what a content file is of', () => {
  test.each([
    ['content/site.txt', 'site'],
    ['content/site.de.txt', 'site'],
    ['content/_changes/site.txt', 'site'],
    ['content/home/home.txt', 'page'],
    ['content/1_blog/20240131_post/post.de.txt', 'page'],
    ['content/1_blog/_drafts/next/post.txt', 'page'],
    ['content/1_blog/_changes/blog.txt', 'page'],
    ['content/1_blog/photo.jpg.txt', 'file'],
    ['content/1_blog/photo.jpg.de.txt', 'file'],
    ['content/logo.svg.txt', 'file'],
    ['site/accounts/abc/user.txt', 'user'],
    ['site/accounts/abc/_changes/user.txt', 'user'],
    ['site/accounts/abc/profile.jpg.txt', 'file'],
  ])('%s: %s', (path, kind) => {
    expect(contentFileKind(sitePath(path), roots)).toBe(kind);
  });

  test.each([
    'content/notes.txt',
    'content/sitemap.txt',
    'content/home/home.md',
    'content/home/home.TXT',
    'content/_drafts/home.txt',
    'content/.git/notes.txt',
    'content/_archive/home/home.txt',
    'content/home/_home.txt',
    'content/5_/home.txt',
    'site/plugins/seo/readme.txt',
    'site/accounts/user.txt',
    'robots.txt',
    'contents/home/home.txt',
    '',
  ])('%s is an ordinary text file', (path) => {
    expect(contentFileKind(sitePath(path), roots)).toBeUndefined();
  });

  test('other roots and extensions count', () => {
    const other = defaultRoots(sitePath('storage/content'), sitePath('site'));
    expect(contentFileKind(sitePath('storage/content/home/home.md'), other, 'md')).toBe('page');
    expect(
      contentFileKind(sitePath('home/home.txt'), defaultRoots(sitePath(''), sitePath('site'))),
    ).toBe('page');
  });
});

describe('a loose text reads like content', () => {
  test.each([
    'Title: Hello\n\n----\n\nText: World',
    '\uFEFFTitle: Hello\r\n\r\n----\r\n\r\nMy-field: World\r\n',
    `Title: x\n----\nLayout: [${'1,'.repeat(30_000)}1]\n----\nText: y`,
  ])('%#', (text) => {
    expect(looksLikeContent(text)).toBe(true);
  });

  test.each([
    '',
    'Title: Hello',
    'Just some text.\n\n----\n\nMore text.',
    '# Heading\n\n----\n\nNote: this is a list of things: a, b\n\n----\n\nDear all,\n\nregards',
    '---\ntitle: x\n---\n\nText',
    'a | b\n---- | ----\n1: x | 2',
  ])('%# does not', (text) => {
    expect(looksLikeContent(text)).toBe(false);
  });
});
