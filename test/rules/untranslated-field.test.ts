import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix, checkFixAll } from '../support/check.ts';
import { twoLanguages } from '../support/languages.ts';

const files = {
  ...twoLanguages,
  'content/1_article/article.en.txt': 'Title: Hello',
  'site/blueprints/pages/article.yml':
    'fields:\n  text:\n    type: textarea\n  my_date:\n    type: date\n    translate: false\n',
};
const path = 'content/1_article/article.de.txt';
const options = { only: ['untranslated-field'], files, path };

describe('untranslated-field', () => {
  test('finds fields that no translation has', () =>
    checkDiagnostics(
      `
My-date: 2026-05-01
^^^^^^^ warning untranslated-field: "My-date" is the same in all languages: its blueprint says translate: false. Kirby shows this value in place of the default language's, and the next save in the Panel deletes it. Write it in the default language, and remove it here.
----
Text: Hallo
`,
      options,
    ));

  test('finds empty ones, which hide the value', () =>
    checkDiagnostics('My-date:\n^^^^^^^ untranslated-field: …', options));

  test.each([
    ['the default language', { path: 'content/1_article/article.en.txt' }],
    ['unsaved changes', { path: 'content/1_article/_changes/article.de.txt' }],
    ['one language', { files: { ...files, 'site/languages/de.php': '<?php return 1;' } }],
    ['a template without blueprint', { path: 'content/1_article/other.de.txt' }],
  ])('is silent in %s', (_name, other) =>
    checkDiagnostics('My-date: 2026-05-01', { ...options, ...other }),
  );

  test('removes the field, but not unasked', async () => {
    const before = 'Text: Hallo\r\n\r\n----\r\n\r\nMy-date$0: 2026-05-01\r\n';
    await checkFix(before, 'Text: Hallo\r\n', options);
    const text = before.replace('$0', '');
    await checkFixAll(text, text, options);
  });

  test('finds fields in rows and objects, once each', () =>
    checkDiagnostics(
      `
Rows:

- name: Eins
  color: red
  ^^^^^ warning untranslated-field: "color" cannot be translated: its blueprint says translate: false. The next save of this translation in the Panel deletes it from all rows, …
- name: Zwei
  color: blue
----
One:

color:
name: Drei
----
Same:
^^^^ warning untranslated-field: …

- color: red
`,
      {
        ...options,
        files: {
          ...files,
          'site/blueprints/pages/article.yml': `
fields:
  rows:
    type: structure
    fields:
      name: { type: text }
      color: { type: text, translate: false }
  one:
    type: object
    fields:
      name: { type: text }
      color: { type: text, translate: false }
  same:
    type: structure
    translate: false
    fields:
      color: { type: text, translate: false }
`,
        },
      },
    ));
});
