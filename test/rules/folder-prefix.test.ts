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
});
