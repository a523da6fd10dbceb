import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix, checkNoFix } from '../support/check.ts';

const files = {
  'site/blueprints/pages/article.yml': `
fields:
  cover: { type: files }
  related: { type: pages }
  authors: { type: users }
  text: { type: textarea }
  body:
    type: blocks
    fieldsets:
      card:
        fields:
          cover: { type: files }
`,
  'content/2_one/article.txt': 'Title: One\n\n----\n\nUuid: one',
  'content/1_article/photo.jpg': '',
  'content/1_article/photo.jpg.txt': 'Uuid: five',
};
const options = { files, only: ['foreign-item'] };

describe('foreign-item', () => {
  test('finds what leads to no page, file or user', () =>
    checkDiagnostics(
      `
Related:

- /@/page/one
  ^^^^^^^^^^^ warning foreign-item: Kirby finds nothing by "/@/page/one" in this field, and leaves it out without a word. Write "page://one".
- file://two
  ^^^^^^^^^^ warning foreign-item: Kirby finds nothing by "file://two" in this field, and leaves it out without a word. Write "page://" and the UUID.
- PAGE://three
  ^^^^^^^^^^^^ warning foreign-item: …
- https://example.org
  ^^^^^^^^^^^^^^^^^^^ warning foreign-item: …

----

Authors: - page://four
           ^^^^^^^^^^^ warning foreign-item: …

----

Body: [{"type":"card","content":{"cover":["/@/file/five"]}}]
                                          ^^^^^^^^^^^^^^ warning foreign-item: …
`,
      { ...options },
    ));

  test.each([
    'Related: - page://one',
    'Related: - page://One#top',
    'Related: - blog/post',
    'Related: - "@one"',
    'Related: - file/page',
    'Cover: - photo.jpg',
    'Cover: - blog/post/photo.jpg',
    'Cover: - file://one',
    'Authors: - user://one',
    'Authors: - someone@example.org',
    'Text: See /@/page/one and file://two',
  ])('accepts %j', (text) => checkDiagnostics(text, options));

  test('writes a UUID where the kind is right', async () => {
    await checkFix('Related: - /@/pa$0ge/one', 'Related: - page://one', options);
    await checkFix('Cover: - FILE$0://five', 'Cover: - file://five', options);
    const card = (name: string): string =>
      `Body: [{"type":"card","content":{"cover":["${name}"]}}]`;
    await checkFix(card('\\/@\\/fi$0le\\/five'), card('file:\\/\\/five'), options);
    await checkNoFix('Related: - file://t$0wo', options);
  });

  test('finds blanks around a UUID, and takes them away', async () => {
    await checkDiagnostics(
      `
Related: - " page://one"
            ^^^^^^^^^^^ warning foreign-item: Kirby finds nothing by " page://one" in this field, and leaves it out without a word. Write "page://one".
----
Authors: - " user://ada"
            ^^^^^^^^^^^ warning foreign-item: …
----
Cover: - file://five 
`,
      { files, only: ['foreign-item', 'missing-user'] },
    );
    await checkFix(
      'Body: [{"type":"card","content":{"cover":["$0 file://five "]}}]',
      'Body: [{"type":"card","content":{"cover":["file://five"]}}]',
      options,
    );
  });
});
