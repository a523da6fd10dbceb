import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';

const files = {
  'site/blueprints/pages/article.yml': `
fields:
  people:
    type: structure
    fields:
      photo: { type: files }
      home: { type: pages }
  place:
    type: object
    fields:
      plan: { type: files }
  blocks:
    type: blocks
    fieldsets: [card]
`,
  'site/blueprints/blocks/card.yml': `
fields:
  links: { type: pages }
  team:
    type: structure
    fields:
      photo: { type: files }
`,
  'content/1_article/photo.jpg': '',
  'content/blog/blog.txt': 'Title: Blog',
};
const options = { only: ['missing-file', 'missing-page'], files };

describe('files and pages that are chosen by name are looked up', () => {
  test('in rows of structures and in objects', () =>
    checkDiagnostics(
      `
People:

- 
  photo:
    - photo.jpg
    - phto.jpg
      ^^^^^^^^ missing-file: The file "phto.jpg" does not exist on this page. …
  home: blgo
        ^^^^ missing-page: There is no published page "blgo". …
- 
  photo: photo.jpg
  home:
    - blog
    - page://someSomeSomeSom1

----

Place:

plan: gone.pdf
      ^^^^^^^^ missing-file: The file "gone.pdf" does not exist on this page. …
`,
      options,
    ));

  test('in blocks and in rows of blocks', () =>
    checkDiagnostics(
      String.raw`
Blocks: [{"type":"card","content":{"links":["blog","blgo"],"team":"- \n  photo:\n    - phto.jpg\n"}}]
                                                    ^^^^ missing-page: There is no published page "blgo". …
                                                                                       ^^^^^^^^ missing-file: The file "phto.jpg" does not exist on this page. …
`,
      options,
    ));
});

describe('the near one is put in its place', () => {
  test('in a row', () =>
    checkFix(
      'People:\n\n- \n  photo:\n    - ph$0to.jpg\n  home: blog',
      'People:\n\n- \n  photo:\n    - photo.jpg\n  home: blog',
      { ...options, title: 'Use "photo.jpg" instead' },
    ));

  test('in a row of a block, under its encodings', () =>
    checkFix(
      String.raw`Blocks: [{"type":"card","content":{"team":"- \n  photo:\n    - ph$0to.jpg\n","links":"\u00e9"}}]`,
      String.raw`Blocks: [{"type":"card","content":{"team":"- \n  photo:\n    - photo.jpg\n","links":"\u00e9"}}]`,
      { ...options, title: 'Use "photo.jpg" instead' },
    ));
});
