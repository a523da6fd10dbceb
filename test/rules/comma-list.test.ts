import { describe, expect, test } from 'vitest';
import { commaParts } from '../../server/src/kirby/reference/comma-list.ts';
import { checkDiagnostics, checkFix, checkFixAll } from '../support/check.ts';

const files = {
  'site/blueprints/pages/article.yml': `
fields:
  cover:
    type: files
  related:
    type: pages
  authors:
    type: users
  body:
    type: blocks
    fieldsets: [image, gallery]
`,
  'content/1_article/a.jpg': '',
  'content/1_article/b.jpg': '',
};
const only = ['comma-list', 'missing-file', 'missing-page', 'missing-uuid'];
const options = { files, only };

describe('comma-list', () => {
  test('finds references with commas between them, and says it once', async () => {
    await checkDiagnostics(
      `
Cover: a.jpg, gone.jpg
       ^^^^^^^^^^^^^^^ error comma-list: Kirby does not divide this at the commas: it looks for one thing of this whole name, and finds nothing. Write a list with a hyphen and one item on each line, like "- a.jpg" and "- gone.jpg".

----

Related: page://gone, page://lost
         ^^^^^^^^^^^^^^^^^^^^^^^^ error comma-list: Kirby does not divide…

----

Authors: ada@example.com, user://bob
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error comma-list: Kirby does not divide…
`,
      options,
    );
  });

  test('looks into lists and blocks', async () => {
    await checkDiagnostics(
      `
Cover:

- a.jpg
- a.jpg, b.jpg
  ^^^^^^^^^^^^ comma-list: Kirby does not divide…

----

Body: [{"type":"image","content":{"image":["a.jpg, b.jpg"]}}]
                                           ^^^^^^^^^^^^^^ comma-list: Kirby does not divide…
`,
      options,
    );
  });

  test('leaves other lists and names alone', async () => {
    await checkDiagnostics('Cover: ["a.jpg", "b.jpg"]', options);
    await checkDiagnostics('Cover:\n\n- a.jpg\n- b.jpg', options);
    await checkDiagnostics(
      `
Cover: Hello, world
       ^^^^^^^^^^^^ missing-file: The file "Hello, world"…
`,
      options,
    );
  });

  test('writes a list', async () => {
    await checkFix('Cover: a.j$0pg, b.jpg', 'Cover:\n\n- a.jpg\n- b.jpg', options);
    await checkFix('Cover: - a.jpg\n- b.j$0pg, a.jpg', 'Cover: - a.jpg\n- b.jpg\n- a.jpg', options);
    await checkFix(
      'Body: [{"type":"gallery","content":{"images":["a.jpg$0, b.jpg"]}}]',
      'Body: [{"type":"gallery","content":{"images":["a.jpg","b.jpg"]}}]',
      options,
    );
  });

  test('does so unasked for UUIDs alone', async () => {
    const wanted = 'Authors:\n\n- user://ada\n- user://bob';
    await checkFixAll('Authors: user://ada, user://bob', wanted, options);
    await checkFixAll('Cover: a.jpg, b.jpg', 'Cover: a.jpg, b.jpg', options);
  });

  test.each([
    ['a.jpg,b.jpg', 'files', ['a.jpg', 'b.jpg']],
    ['a.jpg,', 'files', ['a.jpg']],
    ['blog/post, about', 'pages', ['blog/post', 'about']],
    ['a.jpg', 'files', undefined],
    ['one, two.jpg', 'files', undefined],
    ['Smith, John', 'pages', undefined],
    [',', 'files', undefined],
    ['page://a, file://b', 'pages', undefined],
  ] as const)('of %j as %s makes %j', (text, chosen, parts) => {
    expect(commaParts(text, chosen)).toEqual(parts);
  });
});
