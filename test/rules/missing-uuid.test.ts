import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';

const only = ['missing-uuid'];
const files = {
  'content/1_article/photo.jpg': '',
  'content/1_article/photo.jpg.txt': 'Uuid: photoPhotoPhoto1',
  'content/2_other/article.txt': 'Title: Other\n\n----\n\nUuid: otherOtherOther1',
};
const options = { only, files };

describe('missing-uuid', () => {
  test('marks what Kirby looks up and does not find, and says what becomes of it', () =>
    checkDiagnostics(
      `
Cover: - file://gone
         ^^^^^^^^^^^ missing-uuid: No file of this site has the UUID "gone". Kirby leaves it out without a word; choose another file or remove it.
----
Text: (image: file://gone) (link: page://gone text: here) <a href="/@/page/gone">x</a> [y](/@/file/gone)
              ^^^^^^^^^^^ missing-uuid: No file of this site has the UUID "gone". Kirby prints the tag itself, …
                                  ^^^^^^^^^^^ missing-uuid: No page of this site has the UUID "gone". Kirby prints the text …
                                                                   ^^^^^^^^^^^^ missing-uuid: No page of this site has the UUID "gone". The link leads …
                                                                                           ^^^^^^^^^^^^ missing-uuid: No file …
----
Blocks: [{"type":"image","content":{"image":["file:\\/\\/gone"]}},{"type":"text","content":{"text":"<a href=\\"\\/@\\/page\\/gone\\">x<\\/a>"}}]
                                              ^^^^^^^^^^^^^ missing-uuid: No file …
                                                                                                             ^^^^^^^^^^^^^^ missing-uuid: …
----
Layout: [{"attrs":{"visual":["file://gone"]},"columns":[]}]
                              ^^^^^^^^^^^ missing-uuid: …
`,
      options,
    ));

  test('says what each tag becomes without its target', () =>
    checkDiagnostics(
      `
Text: (file: file://gone) (video: file://gone) (link: file://gone text: a)
             ^^^^^^^^^^^ missing-uuid: No file of this site has the UUID "gone". Kirby prints plain text …
                                  ^^^^^^^^^^^ missing-uuid: No file of this site has the UUID "gone". Kirby prints an empty frame …
                                                      ^^^^^^^^^^^ missing-uuid: No file of this site has the UUID "gone". Kirby prints the text without its link; choose another file.
----
Attributes: (image: photo.jpg link: page://gone) (video: a.mp4 poster: file://gone) (image: file://gone)
                                    ^^^^^^^^^^^ missing-uuid: No page of this site has the UUID "gone". Kirby prints the tag itself, as it stands here; choose another page …
                                                                       ^^^^^^^^^^^ missing-uuid: No file of this site has the UUID "gone". Readers will find …
                                                                                            ^^^^^^^^^^^ missing-uuid: No file of this site has the UUID "gone". Kirby prints the tag itself, …
`,
      options,
    ));

  test('marks mentions in rows, and in fields that no blueprint knows', () =>
    checkDiagnostics(
      `
Rows:

-
  image:
    - file://gone
      ^^^^^^^^^^^ missing-uuid: …
----
Unknown: - file://gone
           ^^^^^^^^^^^ missing-uuid: …
----
Flow: ["file://gone"]
        ^^^^^^^^^^^ missing-uuid: …
`,
      options,
    ));

  test('works while JSON is broken', () =>
    checkDiagnostics(
      `
Blocks: [{"type":"image","content":{"image":["file://gone"]
                                              ^^^^^^^^^^^ missing-uuid: …
`,
      options,
    ));

  test('finds a mention in a string of JSON in JSON, and in a YAML list in JSON', () =>
    checkDiagnostics(
      `
Blocks: [{"type":"x","content":{"rows":"[{\\"image\\":[\\"file:\\\\/\\\\/gone\\"]}]","image":"- file://gone"}}]
                                                       ^^^^^^^^^^^^^^^ missing-uuid: …
                                                                                        ^^^^^^^^^^^ missing-uuid: …
`,
      options,
    ));

  test.each([
    ['what is there', 'Cover: - file://photoPhotoPhoto1'],
    ['what is there, with a fragment', 'Text: (link: page://otherOtherOther1#top text: x)'],
    ['prose', 'Text: the form is file://gone, see page://gone.'],
    ['a link of Markdown, which Kirby does not resolve', 'Text: [x](page://gone)'],
    ['a list in prose that the blueprint knows', 'Text:\n\nSee:\n\n- file://gone\n- page://gone'],
    ['prose in JSON', 'Blocks: [{"type":"text","content":{"text":"<p>file://gone</p>"}}]'],
    ['users, who are not read', 'Cover: - user://gone'],
    [
      'addresses that may be pages, for which Kirby makes a link in any case',
      'Text: (link: no/page text: a) [b](no/page) <a href="/no/page">c</a>',
    ],
  ])('accepts %s', (_name, text) => checkDiagnostics(text, options));

  test('is silent outside of a site', () =>
    checkDiagnostics('Cover: - file://gone', { only, inSite: false }));

  test.each([
    ['a slip', 'Cover: - file://photoPhoto$0Phot1', 'Cover: - file://photoPhotoPhoto1'],
    [
      'in JSON with escaped slashes',
      'Blocks: [{"type":"image","content":{"image":["file:\\/\\/photoPh$0ooPhoto1"]}}]',
      'Blocks: [{"type":"image","content":{"image":["file:\\/\\/photoPhotoPhoto1"]}}]',
    ],
    [
      'a permalink',
      'Text: <a href="/@/page/otherOth$0eOther1">x</a>',
      'Text: <a href="/@/page/otherOtherOther1">x</a>',
    ],
    ['something else altogether', 'Cover: - file://gon$0e', 'Cover: - file://photoPhotoPhoto1'],
  ])('puts another UUID in its place: %s', (_name, before, after) =>
    checkFix(before, after, options),
  );

  test.each([
    [
      'Remove the reference',
      'Cover:\n\n- file://photoPhotoPhoto1\n- file://go$0ne',
      'Cover:\n\n- file://photoPhotoPhoto1',
    ],
    [
      'Remove the reference',
      'Layout: [{"attrs":{"visual":["file:\\/\\/go$0ne"]},"columns":[]}]',
      'Layout: [{"attrs":{"visual":[]},"columns":[]}]',
    ],
    ['Remove the tag', 'Text: a (image: file://go$0ne) b', 'Text: a  b'],
  ])('%s: %s', (title, before, after) => checkFix(before, after, { ...options, title }));
});
