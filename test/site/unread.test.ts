import { describe, expect, test } from 'vitest';
import { sitePath } from '../../server/src/site/site-path.ts';
import type { Site, Unread } from '../../server/src/site/site.ts';
import { type SiteFiles, siteFrom } from '../support/site.ts';

const english = { 'site/languages/en.php': "<?php return ['code' => 'en', 'default' => true];" };

describe('what Kirby does not read', () => {
  test.each<[string, SiteFiles, string, Unread | undefined]>([
    ['the only file', { 'content/a/b.txt': '' }, 'content/a/b.txt', undefined],
    [
      'an earlier template',
      { 'content/a/b.txt': '', 'content/a/c.txt': '' },
      'content/a/b.txt',
      { why: 'other-file', other: sitePath('content/a/c.txt') },
    ],
    [
      'the last in natural order, by numbers',
      { 'content/a/b10.txt': '', 'content/a/b9.txt': '' },
      'content/a/b10.txt',
      undefined,
    ],
    [
      'a page with metadata of a file that is gone',
      { 'content/a/b.txt': '', 'content/a/zoo.jpg.txt': '' },
      'content/a/b.txt',
      {
        why: 'metadata',
        other: sitePath('content/a/zoo.jpg.txt'),
        of: 'zoo.jpg',
        isOrphan: true,
      },
    ],
    [
      'a page with such metadata before it',
      { 'content/a/b.txt': '', 'content/a/a.jpg.txt': '' },
      'content/a/b.txt',
      undefined,
    ],
    [
      'a page with metadata of a file that is there',
      { 'content/a/b.txt': '', 'content/a/zoo.jpg.txt': '', 'content/a/zoo.jpg': '' },
      'content/a/b.txt',
      undefined,
    ],
    [
      'the metadata itself',
      { 'content/a/b.txt': '', 'content/a/zoo.jpg.txt': '' },
      'content/a/zoo.jpg.txt',
      undefined,
    ],
    [
      'metadata where most media are absent',
      {
        'content/a/b.txt': '',
        ...Object.fromEntries([1, 2, 3, 4].map((n) => [`content/a/zoo${n}.jpg.txt`, ''])),
      },
      'content/a/b.txt',
      undefined,
    ],
    [
      'a page with metadata without a language',
      {
        ...english,
        'content/a/b.en.txt': '',
        'content/a/zoo.jpg.txt': '',
        'content/a/zoo.jpg': '',
      },
      'content/a/b.en.txt',
      {
        why: 'metadata',
        other: sitePath('content/a/zoo.jpg.txt'),
        of: 'zoo.jpg',
        isOrphan: false,
      },
    ],
    [
      'such metadata itself',
      { ...english, 'content/a/zoo.jpg.txt': '', 'content/a/zoo.jpg': '' },
      'content/a/zoo.jpg.txt',
      { why: 'no-language', name: 'zoo.jpg.en.txt', isThere: false },
    ],
    [
      'a file of a page without a language',
      { ...english, 'content/a/b.txt': '', 'content/a/b.en.txt': '' },
      'content/a/b.txt',
      { why: 'no-language', name: 'b.en.txt', isThere: true },
    ],
    [
      'the site without a language',
      { ...english, 'content/site.txt': '' },
      'content/site.txt',
      { why: 'no-language', name: 'site.en.txt', isThere: false },
    ],
    [
      'a name with a part that may be a language',
      { ...english, 'content/a/b.fr.txt': '' },
      'content/a/b.fr.txt',
      undefined,
    ],
    [
      'a name with capitals',
      { 'content/a/Article.txt': '' },
      'content/a/Article.txt',
      { why: 'letter-case', template: 'article' },
    ],
    [
      'unsaved changes',
      { 'content/a/b.txt': '', 'content/a/c.txt': '', 'content/a/_changes/b.txt': '' },
      'content/a/_changes/b.txt',
      undefined,
    ],
  ])('%s', async (_name, files, path, expected) => {
    expect(unread(await siteFrom(files), path)).toEqual(expected);
  });

  test('the earlier of two folders with one slug', async () => {
    const site = await siteFrom({
      'content/1_a/b.txt': '',
      'content/2_a/b.txt': '',
      'content/_drafts/a/b.txt': '',
    });
    const namesake = (folder: string): string | undefined => {
      const page = site.folder(sitePath(folder));
      return page?.kind === 'page' ? site.namesake(page) : undefined;
    };
    expect(namesake('content/1_a')).toBe('content/2_a');
    expect(namesake('content/2_a')).toBeUndefined();
    expect(namesake('content/_drafts/a')).toBeUndefined();
  });
});

function unread(site: Site, path: string): Unread | undefined {
  const file = site.contentFile(sitePath(path));
  return file && site.unread(file);
}
