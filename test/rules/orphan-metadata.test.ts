import { describe, expect, test } from 'vitest';
import { runRules } from '../../server/src/rules/run.ts';
import { checkDiagnostics, contextOf } from '../support/check.ts';

const only = ['orphan-metadata'];
const path = 'content/1_article/zoo.jpg.txt';

describe('orphan-metadata', () => {
  test('finds metadata that takes the place of a page', async () => {
    const files = { 'content/1_article/article.txt': 'Title: A' };
    await checkDiagnostics(
      `
Alt: B
^^^ error orphan-metadata: The file "zoo.jpg" that this file describes is not there. Kirby takes this file for the content of the page, and reads nothing of "article.txt"; bring "zoo.jpg" back, or remove this file.
`,
      { only, path, files },
    );
    const { findings } = runRules(await contextOf('Alt: B', { path, files }));
    expect(findings.map(({ problem }) => problem.related)).toEqual([
      [{ message: 'Kirby does not read this content.', path: 'content/1_article/article.txt' }],
    ]);
  });

  test('finds metadata that is the only content of a page', () =>
    checkDiagnostics(
      `
Alt: B
^^^ warning orphan-metadata: The file "zoo.jpg" that this file describes is not there. Kirby takes this file for the content of the page; bring "zoo.jpg" back, or remove this file.
`,
      { only, path },
    ));

  test('finds metadata that nothing reads', async () => {
    const marked = `
Alt: B
^^^ information orphan-metadata: The file "zoo.jpg" that this file describes is not there. Kirby does not read this file; bring "zoo.jpg" back, or remove this file.
`;
    await checkDiagnostics(marked, {
      only,
      path,
      files: { 'content/1_article/zz.txt': 'Title: A' },
    });
    await checkDiagnostics(marked, { only, path: 'content/zoo.jpg.txt' });
  });

  test('knows files that were renamed, and languages', () =>
    checkDiagnostics(
      `
Alt: B
^^^ error orphan-metadata: The file "zoo.jpg" that this file describes is not there. Kirby takes this file for the content of the page, and reads nothing of "article.de.txt"; bring "zoo.jpg" back, or remove this file. If it describes "zoo.jpeg", rename it to "zoo.jpeg.de.txt".
`,
      {
        only,
        path: 'content/1_article/zoo.jpg.de.txt',
        files: {
          'site/languages/de.php': "<?php return ['code' => 'de', 'default' => true];",
          'content/1_article/article.de.txt': 'Title: A',
          'content/1_article/zoo.jpeg': '',
          'content/1_article/other.jpg': '',
        },
      },
    ));

  test('says nothing besides of a name without a language', () =>
    checkDiagnostics(
      `
Alt: B
^^^ information orphan-metadata: …
`,
      {
        only: [...only, 'unread-content'],
        path: 'content/zoo.jpg.txt',
        files: { 'site/languages/de.php': "<?php return ['code' => 'de', 'default' => true];" },
      },
    ));

  test.each([
    ['a file that is there', { 'content/1_article/zoo.jpg': '' }],
    [
      'a site whose media are elsewhere',
      Object.fromEntries(['a', 'b', 'c'].map((name) => [`content/${name}.jpg.txt`, 'Alt: A'])),
    ],
  ])('accepts %s', (_name, files) => checkDiagnostics('Alt: B', { only, path, files }));
});
