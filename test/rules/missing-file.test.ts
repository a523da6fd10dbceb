import { describe, expect, test } from 'vitest';
import { fixesAt } from '../../server/src/features/fixes.ts';
import { checkDiagnostics, checkFix, contextOf } from '../support/check.ts';

const only = ['missing-file'];
const files = { 'content/1_article/photo.jpg': '', 'content/logo.svg': '' };
const options = { only, files };

describe('missing-file', () => {
  test('marks names in KirbyTags, in files fields and in blocks, each where it stands', () =>
    checkDiagnostics(
      `
Text: See (image: phto.jpg), (file: plan.pdf) and (video: film.mp4 poster: still.jpg).
                  ^^^^^^^^ missing-file: The file "phto.jpg" does not exist on this page. Readers will find …
                                    ^^^^^^^^ missing-file: The file "plan.pdf" does not exist on this page. Kirby prints plain text instead of the link; choose another file or remove the tag.
                                                          ^^^^^^^^ missing-file: The file "film.mp4" does not exist on this page. Kirby prints an empty frame instead of the video; choose another file or remove the tag.
                                                                           ^^^^^^^^^ missing-file: The file "still.jpg" does not exist on this page. Readers will find …
----
Cover:

- photo.jpg
- other.jpg
  ^^^^^^^^^ missing-file: The file "other.jpg" does not exist on this page. Kirby leaves it out without a word; choose another file or remove it.
----
Blocks: [{"type":"image","content":{"image":["gone.jpg"]}},{"type":"gallery","content":{"images":["photo.jpg","g\\u00e9.jpg"]}}]
                                              ^^^^^^^^ missing-file: …
                                                                                                               ^^^^^^^^^^^ missing-file: …
`,
      options,
    ));

  test('marks KirbyTags in blocks of Markdown', () =>
    checkDiagnostics(
      `
Blocks: [{"type":"markdown","content":{"text":"\\u00e9 (image: g\\u00e9.jpg)\\n(image: photo.jpg)"}},{"type":"text","content":{"text":"(image: gone.jpg)"}}]
                                                              ^^^^^^^^^^^ missing-file: The file "gé.jpg" does not exist on this page. Readers …
`,
      options,
    ));

  test('marks each of several mentions of one file', () =>
    checkDiagnostics(
      `
Text: (image: a.jpg) (image: a.jpg)
              ^^^^^ missing-file: …
                             ^^^^^ missing-file: …
`,
      options,
    ));

  test('says where a name with a page’s id was looked for', () =>
    checkDiagnostics(
      `
Cover: - blog/photo.jpg
         ^^^^^^^^^^^^^^ missing-file: The file "blog/photo.jpg" does not exist on this site. …
`,
      options,
    ));

  test('finds files in row settings that the blueprint knows', () =>
    checkDiagnostics(
      `
Layout: [{"attrs":{"visual":["gone.jpg"],"note":["gone.jpg"]},"columns":[]}]
                              ^^^^^^^^ missing-file: …
`,
      {
        only,
        files: {
          'site/blueprints/pages/article.yml':
            'fields:\n  layout:\n    type: layout\n    settings:\n      fields:\n        visual:\n          type: files\n        note:\n          type: text\n',
        },
      },
    ));

  test.each([
    ['a file of the page', 'Text: (image: photo.jpg)'],
    ['a file of the site', 'Text: (image: logo.svg)'],
    ['another case of the name', 'Text: (image: PHOTO.JPG)'],
    ['an address', 'Text: (image: https://example.org/a.jpg) (file: /assets/a.pdf)'],
    [
      'an address in a block',
      'Blocks: [{"type":"image","content":{"location":"web","image":["a.jpg"],"src":"a.jpg"}}]',
    ],
    ['prose that names a file', 'Text: see gone.jpg'],
    ['a list in prose', 'Text:\n\n- gone.jpg\n- other.jpg'],
    ['a block of another type', 'Blocks: [{"type":"text","content":{"image":["gone.jpg"]}}]'],
    ['a broken field', 'Blocks: [{"type":"image","content":{"image":["gone.jpg"]'],
  ])('accepts %s', (_name, text) => checkDiagnostics(text, options));

  test('is silent outside of a site', () =>
    checkDiagnostics('Text: (image: gone.jpg)', { only, inSite: false }));

  test('is silent in unsaved changes of the Panel', () =>
    checkDiagnostics('Text: (image: gone.jpg)', {
      only,
      path: 'content/1_article/_changes/article.txt',
    }));

  test('is silent where media are kept out of the repository', () =>
    checkDiagnostics('Text: (image: gone.jpg)', {
      only,
      files: Object.fromEntries(
        [1, 2, 3, 4].map((number) => [`content/1_article/${number}.jpg.txt`, 'Alt: x']),
      ),
    }));

  test.each([
    ['in a tag', 'Text: (image: ph$0to.jpg)', 'Text: (image: photo.jpg)'],
    [
      'in a tag in a block',
      'Blocks: [{"type":"markdown","content":{"text":"See (image: ph$0to.jpg)"}}]',
      'Blocks: [{"type":"markdown","content":{"text":"See (image: photo.jpg)"}}]',
    ],
    ['with another extension', 'Cover: - photo.jp$0eg', 'Cover: - photo.jpg'],
    [
      'in a block',
      'Blocks: [{"type":"image","content":{"image":["phot$0.jpg"]}}]',
      'Blocks: [{"type":"image","content":{"image":["photo.jpg"]}}]',
    ],
  ])('puts the nearest file in its place: %s', (_name, before, after) =>
    checkFix(before, after, options),
  );

  test.each([
    [
      'Remove the tag',
      'Blocks: [{"type":"markdown","content":{"text":"See (image: go$0ne.jpg)"}}]',
      'Blocks: [{"type":"markdown","content":{"text":"See "}}]',
    ],
    ['Remove the tag', 'Text: See (image: go$0ne.jpg alt: x) here', 'Text: See  here'],
    ['Remove the reference', 'Cover:\n\n- photo.jpg\n- go$0ne.jpg', 'Cover:\n\n- photo.jpg'],
    ['Remove the reference', 'Cover:\n\n- go$0ne.jpg\n- photo.jpg', 'Cover:\n\n- photo.jpg'],
    ['Remove the reference', 'Cover: - go$0ne.jpg', 'Cover: '],
    [
      'Remove the reference',
      'Cover:\n\n- >\n  a long na$0me.jpg\n- photo.jpg',
      'Cover:\n\n- photo.jpg',
    ],
    [
      'Remove the reference',
      'Cover:\n\n- photo.jpg\n- >\n  a long na$0me.jpg',
      'Cover:\n\n- photo.jpg',
    ],
    ['Use "photo.jpg" instead', 'Cover:\n\n- >\n  a long na$0me.jpg', 'Cover:\n\n- >\n  photo.jpg'],
    ['Remove the reference', 'Cover: ["photo.jpg", "go$0ne.jpg"]', 'Cover: ["photo.jpg"]'],
    ['Remove the reference', 'Cover: ["go$0ne.jpg", "photo.jpg"]', 'Cover: ["photo.jpg"]'],
    [
      'Remove the reference',
      'Blocks: [{"type":"gallery","content":{"images":["photo.jpg","go$0ne.jpg"]}}]',
      'Blocks: [{"type":"gallery","content":{"images":["photo.jpg"]}}]',
    ],
    [
      'Remove the reference',
      'Blocks: [{"type":"image","content":{"image":"go$0ne.jpg"}}]',
      'Blocks: [{"type":"image","content":{"image":""}}]',
    ],
  ])('%s: %s', (title, before, after) => checkFix(before, after, { ...options, title }));

  test('offers files of the page, then of the site, and does nothing unasked', async () => {
    const text = 'Cover: - entirely-different.png';
    const context = await contextOf(text, options);
    const offers = fixesAt(context, { start: 10, end: 10 }, {});
    expect(offers.map(({ fix }) => fix.title)).toEqual([
      'Use "photo.jpg" instead',
      'Use "logo.svg" instead',
      'Remove the reference',
    ]);
    expect(offers.every(({ fix }) => !fix.safe)).toBe(true);
  });
});
