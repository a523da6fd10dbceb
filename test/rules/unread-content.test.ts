import { describe, test } from 'vitest';
import { checkDiagnostics } from '../support/check.ts';

const only = ['unread-content'];
const english = { 'site/languages/en.php': "<?php return ['code' => 'en', 'default' => true];" };

describe('unread-content', () => {
  test('finds a file beside a later one', () =>
    checkDiagnostics(
      `
Title: A
^^^^^ warning unread-content: Kirby does not read this file. Of several content files in one folder the last counts, which is "other.txt"; remove one of them.
`,
      { only, files: { 'content/1_article/other.txt': 'Title: B' } },
    ));

  test('finds a page whose place metadata has taken', () =>
    checkDiagnostics(
      `
Title: A
^^^^^ error unread-content: Kirby does not read this file. It takes "zoo.jpg.txt" for the content of the page, because the file "zoo.jpg" that it describes is not there; remove it, or bring the file back.
`,
      { only, files: { 'content/1_article/zoo.jpg.txt': 'Alt: B' } },
    ));

  test('finds a page whose place metadata without a language has taken', () =>
    checkDiagnostics(
      `
Title: A
^^^^^ error unread-content: Kirby does not read this file. It takes "zoo.jpg.txt" for the content of the page, because its name has no language; rename it, like "zoo.jpg.en.txt".
`,
      {
        only,
        path: 'content/1_article/article.en.txt',
        files: {
          ...english,
          'content/1_article/zoo.jpg.txt': 'Alt: B',
          'content/1_article/zoo.jpg': '',
        },
      },
    ));

  test('finds a name without a language', () =>
    checkDiagnostics(
      `
Title: A
^^^^^ warning unread-content: Kirby does not read this file. The site has languages, and the name of this file has none; rename it to "article.en.txt".
`,
      { only, files: english },
    ));

  test('finds a name without a language beside one that has it', () =>
    checkDiagnostics(
      `
Title: A
^^^^^ warning unread-content: Kirby does not read this file. The site has languages, and Kirby reads "article.en.txt" instead; move there what is still needed, and remove this file.
`,
      { only, files: { ...english, 'content/1_article/article.en.txt': '' } },
    ));

  test('finds capitals', () =>
    checkDiagnostics(
      `
Title: A
^^^^^ warning unread-content: Kirby does not read this file. The name of a template has no capitals, so that on a disk that minds them the file has to begin with "article."; rename it.
`,
      { only, path: 'content/1_article/Article.txt' },
    ));

  test('accepts what is read, and a file without fields', async () => {
    await checkDiagnostics('Title: A', { only });
    await checkDiagnostics('', { only, files: { 'content/1_article/other.txt': 'Title: B' } });
    await checkDiagnostics('Title: A', { only, inSite: false });
  });
});
