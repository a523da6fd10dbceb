import { describe, test } from 'vitest';
import { checkDiagnostics } from '../support/check.ts';

const files = {
  'site/blueprints/pages/article.yml': `
fields:
  tags:
    type: tags
    min: 2
    max: 3
  marks:
    type: checkboxes
    max: 1
    options: [red, green]
  remote:
    type: multiselect
    max: 1
    options: api
  gallery:
    type: files
    min: 2
    max: 2
  rows:
    type: structure
    max: 1
    fields:
      text: true
  links:
    type: entries
    field: text
    min: 2
  body:
    type: blocks
    max: 1
  layout:
    type: layout
    max: 1
`,
  'content/1_article/a.jpg': '',
  'content/1_article/b.jpg': '',
  'content/1_article/c.jpg': '',
};
const options = { files, only: ['item-count'] };

describe('item-count', () => {
  test('finds too few and too many values', async () => {
    await checkDiagnostics(
      `
Tags: a
^^^^ warning item-count: 1 value here, and the blueprint wants at least 2. The Panel refuses to save the page until this is changed; add 1 more.

----

Marks: red, green
            ^^^^^ warning item-count: 2 values here, and the blueprint wants at most 1. The Panel refuses to save the page until this is changed; remove 1.
`,
      options,
    );
    await checkDiagnostics(
      `
Tags: a, b, c, d, e
               ^^^^ item-count: 5 values here…
`,
      options,
    );
  });

  test('counts files, rows, entries and blocks', async () => {
    await checkDiagnostics(
      `
Gallery: - a.jpg
^^^^^^^ item-count: 1 file here…

----

Links: - a
^^^^^ item-count: 1 entry here…

----

Rows:

-
  text: a
-
  text: b
  ^ item-count: 2 rows here…

----

Body: [{"type":"text","content":{"text":""}},{"type":"text","content":{"text":""}}]
                                             ^ item-count: 2 blocks here…
`,
      options,
    );
    await checkDiagnostics(
      `
Gallery:

- a.jpg
- b.jpg
- c.jpg
  ^^^^^ item-count: 3 files here, and the blueprint wants at most 2…
`,
      options,
    );
  });

  test.each([
    'Tags: a, b',
    'Tags: a, b, c',
    'Tags: ',
    // One of these Kirby drops before it counts.
    'Gallery:\n\n- a.jpg\n- b.jpg\n- gone.jpg',
    'Marks: red, black',
    'Remote: a, b',
    'Layout: [{"columns":[]},{"columns":[]}]',
  ])('takes %j', async (text) => {
    await checkDiagnostics(text, options);
  });
});
