import { describe, test } from 'vitest';
import { checkDiagnostics } from '../support/check.ts';

const only = ['duplicate-slug'];

describe('duplicate-slug', () => {
  test('finds the page that another one hides', () =>
    checkDiagnostics(
      `
Title: A
^^^^^ error duplicate-slug: Kirby does not find this page. The folder "2_article" has the same slug "article" and takes its place; rename one of them.
`,
      { only, files: { 'content/2_article/article.txt': 'Title: B' } },
    ));

  test.each([
    ['the page that is found', { 'content/0_article/article.txt': '' }],
    ['a draft', { 'content/_drafts/article/article.txt': '' }],
    ['a page elsewhere', { 'content/2_other/article/article.txt': '' }],
  ])('accepts %s', (_name, files) => checkDiagnostics('Title: A', { only, files }));

  test('says it once, in the default language', () =>
    checkDiagnostics('Title: A', {
      only,
      path: 'content/1_article/article.de.txt',
      files: {
        'site/languages/en.php': "<?php return ['code' => 'en', 'default' => true];",
        'site/languages/de.php': "<?php return ['code' => 'de'];",
        'content/1_article/article.en.txt': 'Title: A',
        'content/2_article/article.en.txt': 'Title: B',
      },
    }));
});
