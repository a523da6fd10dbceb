import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix, checkFixAll } from '../support/check.ts';

const only = ['uuid-scheme'];

describe('uuid-scheme', () => {
  test('finds a reference in place of the id', () =>
    checkDiagnostics(`
Title: A

----

Uuid: page://abcdefghijklmnop
      ^^^^^^^ error uuid-scheme: The field "Uuid" holds the bare id. With "page://" before it nothing finds the page by its UUID; remove that.
`));

  test('finds it in the metadata of a file', () =>
    checkDiagnostics(
      `
uuid: file://abcdefghijklmnop
      ^^^^^^^ uuid-scheme: The field "Uuid" holds the bare id. With "file://" before it nothing finds the file by its UUID; remove that.
`,
      { path: 'content/1_article/photo.jpg.txt', files: { 'content/1_article/photo.jpg': '' } },
    ));

  test.each([
    ['a bare id', 'Uuid: abcdefghijklmnop'],
    ['an id of any shape', 'Uuid: my-own id'],
    ['a reference elsewhere', 'Text: page://x'],
  ])('accepts %s', (_name, text) => checkDiagnostics(text, { only }));

  test('is silent where the field has no meaning', async () => {
    const text = 'Uuid: page://abcdefghijklmnop';
    await checkDiagnostics(text, { only, path: 'content/site.txt' });
    await checkDiagnostics(text, {
      only,
      files: { 'site/config/config.php': "<?php return ['content' => ['uuid' => false]];" },
    });
    await checkDiagnostics(text, {
      only,
      path: 'content/1_article/article.de.txt',
      files: {
        'site/languages/en.php': "<?php return ['code' => 'en', 'default' => true];",
        'site/languages/de.php': "<?php return ['code' => 'de'];",
      },
    });
  });

  test('removes it', () => checkFix('Uuid: pa$0ge://abc', 'Uuid: abc', { only }));

  test('removes it unasked', () =>
    checkFixAll('Title: A\n----\nUuid: FILE://abc', 'Title: A\n----\nUuid: abc'));
});
