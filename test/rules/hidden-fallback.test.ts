import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';
import { twoLanguages } from '../support/languages.ts';

const path = 'content/1_article/article.de.txt';
const english =
  'Title: Hello\n\n----\n\nText:\n\nWorld\nWide\n\n----\n\nCover: \n\n----\n\nUuid: abc\n\n----\n\nDate: 2026-05-01';
const blueprint =
  'fields:\n  text:\n    type: textarea\n  date:\n    type: date\n    translate: false\n';
const files = {
  ...twoLanguages,
  'content/1_article/article.en.txt': english,
  'content/1_article/photo.jpg': '',
  'content/1_article/photo.jpg.en.txt': 'Alt: A photo\n\n----\n\nSort: 3',
  'site/blueprints/pages/article.yml': blueprint,
};
const options = { only: ['hidden-fallback'], files, path };

describe('hidden-fallback', () => {
  test('finds empty fields that hide a text', () =>
    checkDiagnostics(
      `
Title:
^^^^^ information hidden-fallback: This empty field hides the text of the default language: Kirby falls back to it only where a translation does not have the field at all. Translate it, or remove the field.
----
TEXT:
^^^^ information hidden-fallback: …
`,
      options,
    ));

  test('finds them in the metadata of files', () =>
    checkDiagnostics('Alt:\n^^^ hidden-fallback: …', {
      ...options,
      path: 'content/1_article/photo.jpg.de.txt',
    }));

  test.each([
    ['what is translated', 'Title: Hallo'],
    ['what is empty in the default language', 'Cover:'],
    ['what the default language does not have', 'Other:'],
    ['a field that a later one fills', 'Title:\n----\nTitle: Hallo'],
    ['what counts in the default language only', 'Uuid:'],
    ['what another rule speaks of', 'Date:'],
  ])('accepts %s', (_name, text) => checkDiagnostics(text, options));

  test.each([
    ['the default language', { path: 'content/1_article/article.en.txt' }],
    ['unsaved changes', { path: 'content/1_article/_changes/article.de.txt' }],
    ['another language than those of the site', { path: 'content/1_article/article.fr.txt' }],
    ['a loose file', { inSite: false }],
    [
      'a default that only PHP knows',
      { files: { ...files, 'site/languages/en.php': "<?php return ['default' => isMain()];" } },
    ],
    [
      'a language that only PHP knows',
      { files: { ...files, 'site/languages/de.php': '<?php return language();' } },
    ],
    [
      'a language with parts that only PHP knows',
      { files: { ...files, 'site/languages/de.php': "<?php return [...base(), 'name' => 'x'];" } },
    ],
    [
      'no default language',
      { files: { ...files, 'site/languages/en.php': "<?php return ['code' => 'en'];" } },
    ],
    [
      'two default languages',
      { files: { ...files, 'site/languages/fr.php': "<?php return ['default' => true];" } },
    ],
    ['one language', { files: { 'content/1_article/article.en.txt': english } }],
  ])('is silent in %s', (_name, other) => checkDiagnostics('Text:', { ...options, ...other }));

  test('removes the field', () =>
    checkFix(
      'Title: Hallo\n\n----\n\nT$0ext: \n\n----\n\nCover: \n',
      'Title: Hallo\n\n----\n\nCover: \n',
      options,
    ));
});
