import { describe, expect, test } from 'vitest';
import type { FolderFacts } from '../../server/src/site/folder-facts.ts';
import { sitePath, type SitePath } from '../../server/src/site/site-path.ts';
import { foldsCase, spelledAs } from '../../server/src/site/spelling.ts';
import { MemoryFileSystem } from '../support/memory-file-system.ts';

function folder(path: string, files: readonly string[], folders: readonly string[]): FolderFacts {
  const facts = files.map((name) => ({ name, summary: undefined }));
  return { path: sitePath(path), files: facts, folders };
}

const folders: ReadonlyMap<SitePath, FolderFacts> = new Map(
  [
    folder('content', ['site.txt'], ['home', '1_caf\u00e9', 'Twin', 'TWIN']),
    folder('content/home', ['home.txt', 'a.jpg', 'A.JPG'], []),
    folder('content/1_caf\u00e9', ['article.txt'], []),
    folder('content/Twin', ['article.txt'], []),
    folder('content/TWIN', ['article.txt'], []),
  ].map((facts) => [facts.path, facts]),
);

describe('a path is spelled as the disk does', () => {
  test.each([
    ['content/home/home.txt', 'content/home/home.txt'],
    ['content/Home/HOME.txt', 'content/home/home.txt'],
    ['Content/Site.txt', 'content/site.txt'],
    ['Content/home', 'content/home'],
    ['content/1_Cafe\u0301/article.txt', 'content/1_caf\u00e9/article.txt'],
    ['content/Home/new.txt', 'content/home/new.txt'],
    ['content/Twin/Article.txt', 'content/Twin/article.txt'],
    // Which of the two is meant, nobody knows.
    ['content/twin/article.txt', 'content/twin/article.txt'],
    ['content/home/a.Jpg', 'content/home/a.Jpg'],
    ['content/Nowhere/home.txt', 'content/Nowhere/home.txt'],
    ['site/Home/home.txt', 'site/Home/home.txt'],
    ['Contents/home/home.txt', 'Contents/home/home.txt'],
  ])('%s is %s', (path, expected) => {
    expect(spelledAs(folders, sitePath('content'), sitePath(path))).toBe(expected);
  });

  test('also where the content is all that there is', () => {
    const all = new Map([[sitePath(''), folder('', ['site.txt'], ['home'])]]);
    expect(spelledAs(all, sitePath(''), sitePath('Site.txt'))).toBe('site.txt');
  });
});

describe('a disk tells whether it takes either case for the same', () => {
  test.each([
    [{ 'content/site.txt': '' }, { foldsCase: true }, true],
    [{ 'content/site.txt': '' }, { foldsCase: false }, false],
    [{ 'content/a': '', 'CONTENT/a': '' }, { foldsCase: false }, false],
    [{ '1/a': '' }, { foldsCase: true }, false],
    [{}, { foldsCase: true }, false],
  ])('%j %j', async (files, options, expected) => {
    expect(await foldsCase(new MemoryFileSystem(files, options))).toBe(expected);
  });
});
