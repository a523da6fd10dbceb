import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix, checkFixAll } from '../support/check.ts';

const files = {
  'site/blueprints/pages/article.yml': `
fields:
  cover:
    type: files
  related:
    type: pages
  body:
    type: blocks
    fieldsets:
      card:
        fields:
          related:
            type: pages
`,
  ...Object.fromEntries(
    ['blog', 'blog/post', 'x', 'y'].map((id) => [`content/${id}/default.txt`, 'Title: Page']),
  ),
  'content/1_article/a.jpg': '',
  'content/1_article/b.jpg': '',
  'content/1_article/c.jpg': '',
};
const options = { files, only: ['mapped-item'] };
const symfony = {
  ...options,
  files: { ...files, 'site/config/config.php': "<?php return ['yaml.handler' => 'symfony'];" },
};

describe('mapped-item', () => {
  test('finds maps among chosen pages and files', async () => {
    await checkDiagnostics(
      `
Related: - id: blog/post
           ^^^^^^^^^^^^^ warning mapped-item: This item is a map. The Panel understands it, but a template that asks for it fails with an error; write "blog/post" alone.

----

Cover:

- a.jpg
- id: b.jpg
  ^^^^^^^^^ warning mapped-item: This item is a map. The Panel understands it, but templates pass over it without a word; write "b.jpg" alone.
`,
      options,
    );
  });

  test.each(['Related: - blog/post', 'Related: - page://abc', 'Related: - other: x', 'Related: '])(
    'takes %j',
    async (text) => {
      await checkDiagnostics(text, options);
    },
  );

  test.each([
    ['spyc', options],
    ['symfony', symfony],
  ])('leaves the name alone (%s)', async (_, given) => {
    await checkFix('Related: - id: blo$0g/post', 'Related: - blog/post', given);
    await checkFix(
      'Cover: - a.jpg\n- id: "b$0.jpg"\n- c.jpg',
      'Cover: - a.jpg\n- "b.jpg"\n- c.jpg',
      given,
    );
    await checkFixAll('Related:\n\n-\n  id: x\n- y', 'Related:\n\n- x\n- y', given);
  });

  test('works in blocks', async () => {
    await checkFix(
      'Body: [{"type":"card","content":{"related":[{$0"id":"x","title":"X"}]}}]',
      'Body: [{"type":"card","content":{"related":["x"]}}]',
      options,
    );
  });
});
