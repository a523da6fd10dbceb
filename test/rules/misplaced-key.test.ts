import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix, checkFixAll } from '../support/check.ts';
import { twoLanguages } from '../support/languages.ts';

const files = {
  ...twoLanguages,
  'content/1_article/article.en.txt': 'Title: Hello\n\n----\n\nUuid: abc',
  'content/1_article/photo.jpg': '',
  'content/1_article/photo.jpg.en.txt': 'Alt: A photo\n\n----\n\nSort: 3',
};
const page = 'content/1_article/article.de.txt';
const photo = 'content/1_article/photo.jpg.de.txt';
const options = { only: ['misplaced-key'], files, path: page };

describe('misplaced-key', () => {
  test('finds the UUID of a page', () =>
    checkDiagnostics(
      `
Uuid: abc
^^^^ warning misplaced-key: "Uuid" counts in the file of the default language only. Kirby ignores it here, and the next save in the Panel deletes it. Remove it.
----
Template: article
----
Sort: 3
`,
      options,
    ));

  test('finds what belongs to a file', () =>
    checkDiagnostics(
      `
Uuid: abc
^^^^ misplaced-key: "Uuid" counts in the file of the default language only. Kirby ignores it here, and the next save in the Panel deletes it. Move it there, or remove it.
----
Template: photo
^^^^^^^^ misplaced-key: …
----
Sort: 3
^^^^ misplaced-key: "Sort" counts in the file of the default language only. Kirby ignores it here, and the next save in the Panel deletes it. Remove it.
----
Alt: Foto
`,
      { ...options, path: photo },
    ));

  test.each([
    ['the default language', { path: 'content/1_article/article.en.txt' }],
    ['the site', { path: 'content/site.de.txt' }],
    ['unsaved changes', { path: 'content/1_article/_changes/article.de.txt' }],
    ['a file in no language', { path: 'content/1_article/article.txt' }],
  ])('is silent in %s', (_name, other) =>
    checkDiagnostics('Uuid: abc\n----\nText: a', { ...options, ...other }),
  );

  test('removes the key unasked, where the default language has it', () =>
    checkFixAll('Title: Hallo\n\n----\n\nUuid: abc\n', 'Title: Hallo\n', options));

  test('removes the key when asked, where it may be the only one', async () => {
    const before = 'Uuid: abc\n\n----\n\nAlt: Foto';
    const there = { ...options, path: photo };
    await checkFixAll(before, before, there);
    await checkFix(`$0${before}`, 'Alt: Foto', there);
  });
});
