import { describe, test } from 'vitest';
import { checkDiagnostics } from '../support/check.ts';

const only = ['folder-prefix'];

describe('folder-prefix', () => {
  test('finds a folder with an underscore and no number', () =>
    checkDiagnostics(
      `
Title: A
^^^^^ warning folder-prefix: The underscore in the name of the folder "my_page" divides a number from a slug. Kirby lists this page as number 0 under the slug "page"; use a hyphen instead.
`,
      { only, path: 'content/my_page/article.txt' },
    ));

  test.each(['1_a', '0_a', '00_a', '20240101_a', '1.5_a', '1_my_page', 'my-page', '-1_a'])(
    'accepts %s',
    (folder) => checkDiagnostics('Title: A', { only, path: `content/${folder}/article.txt` }),
  );

  test.each([
    ['the site', 'content/site.txt', 'content/5_/article.txt'],
    ['a page', 'content/1_a/article.txt', 'content/1_a/5_/photo.jpg'],
  ])('finds a folder in %s that has a number alone', (_name, path, inside) =>
    checkDiagnostics(
      `
Title: A
^^^^^ error folder-prefix: The folder "5_" in here has a number and no slug. Kirby stops with an error wherever it lists the pages beside it; give the folder a name, or remove it.
`,
      { only, path, files: { [inside]: 'Title: B' } },
    ),
  );

  test.each(['content/_5_/article.txt', 'content/5/article.txt', 'content/5_a/article.txt'])(
    'takes %s',
    (inside) =>
      checkDiagnostics('Title: A', {
        only,
        path: 'content/site.txt',
        files: { [inside]: 'Title: B' },
      }),
  );
});
