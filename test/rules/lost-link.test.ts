import { describe, expect, test } from 'vitest';
import { lostLinks } from '../../server/src/kirby/html/lost-links.ts';
import { fixesAt } from '../../server/src/features/fixes.ts';
import {
  checkDiagnostics,
  checkNoFix,
  checkFix,
  checkFixAll,
  contextOf,
} from '../support/check.ts';

const only = ['lost-link'];
const files = {
  'site/blueprints/pages/article.yml':
    'fields:\n  intro:\n    type: writer\n  text:\n    type: textarea\n  blocks:\n    type: blocks\n',
  'content/2_other/other.txt': 'Title: Other\n\n----\n\nUuid: abc',
  'content/2_other/a.pdf': '',
  'content/2_other/a.pdf.txt': 'Uuid: def',
};
const options = { only, files };

describe('lost-link', () => {
  test('marks addresses that the sanitiser takes away', () =>
    checkDiagnostics(
      `
Intro: <a href="page://abc">a</a> <a href="ftp://a.org">b</a> <a href="../c">c</a>
                ^^^^^^^^^^ error lost-link: Kirby does not look up page:// in this field: the link leads nowhere, and the Panel removes the link at the next save. Write /@/page/… instead.
                                           ^^^^^^^^^^^ error lost-link: Addresses that begin with "ftp:" are not allowed in this field: …
                                                                       ^^^^ error lost-link: …
----
Blocks: [{"type":"heading","content":{"text":"<a href=\\"file:\\/\\/def\\">a<\\/a>"}}]
                                                        ^^^^^^^^^^^^ error lost-link: …
`,
      options,
    ));

  test.each([
    ['#a', undefined],
    ['/a', undefined],
    ['/@/page/abc', undefined],
    ['a/b', undefined],
    ['https://a.org/../b', undefined],
    ['HTTP://a.org', undefined],
    ['mailto:a@b.org', undefined],
    ['tel:+4930', undefined],
    ['tel:+49 30', 'tel'],
    ['//a.org', 'host'],
    ['../a', 'folder'],
    ['page://abc', 'page'],
    ['page://', 'scheme'],
    ['javascript:a()', 'scheme'],
    ['', undefined],
  ])('tells %s', (href, kind) => {
    expect(lostLinks(`<a href="${href}">a</a>`)[0]?.kind).toBe(kind);
  });

  test('leaves KirbyText and other fields alone', () =>
    checkDiagnostics('Title: <a href="ftp://a">\n----\nText: <a href="ftp://a">a</a>', options));

  test('says nothing else of a UUID in HTML', () =>
    checkDiagnostics(
      'Blocks: [{"type":"text","content":{"text":"<a href=\\"page://gone\\">a</a>"}}]',
      {
        only: ['missing-uuid'],
        files,
      },
    ));

  test.each([
    ['page:$0//abc#top', '/@/page/abc#top'],
    ['file:$0//def', '/@/file/def'],
    ['$0//a.org', 'https://a.org'],
    ['tel:$0+49 (30) 1-2', 'tel:+493012'],
  ])('%s becomes %s', (before, after) =>
    checkFix(`Intro: <a href="${before}">a</a>`, `Intro: <a href="${after}">a</a>`, options),
  );

  test.each(['\\/', '/'])('writes the permalink with the field’s own %s', (slash) => {
    const block = (href: string): string =>
      `Blocks: [{"type":"text","content":{"text":"<a href=\\"${href.replaceAll('/', slash)}\\">a<${slash}a>"}}]`;
    return checkFixAll(block('page://abc'), block('/@/page/abc'), options);
  });

  test('offers no permalink of nothing', async () => {
    const text = 'Intro: <a href="page://gone">a</a>';
    expect(fixesAt(await contextOf(text, options), { start: 20, end: 20 }, {})).toEqual([]);
  });

  test('finds links of Markdown to a UUID', () =>
    checkDiagnostics(
      `
Text: \`\`See\`\` [more](page://abc) or [this](page://abc#top "Top"), (link: page://abc text: that).
                     ^^^^^^^^^^ warning lost-link: Kirby does not look up page:// in a link of Markdown: readers find an address that leads nowhere. Write (link: page://abc text: …).
                                           ^^^^^^^^^^ warning lost-link: …
----
Cover: - page://abc
`,
      { only: ['lost-link'] },
    ));

  test.each([
    'Text: `[more](page://abc)`',
    'Text: It is ``[`more`](page://abc)``',
    'Text:\n\n```\n[more](page://abc)\n```',
    String.raw`Text: \[more](page://abc)`,
    'Text: [more](/@/page/abc) [this](https://example.org/page://abc) page://abc',
  ])('leaves code and other links alone: %s', (text) =>
    checkDiagnostics(text, { only: ['lost-link'] }),
  );

  test('makes a tag of one', async () => {
    const there = {
      only: ['lost-link'],
      files: { 'content/2_more/article.txt': 'Title: More\n\n----\n\nUuid: abc' },
    };
    await checkFix(
      'Text: See [read more](page://$0abc).',
      'Text: See (link: page://abc text: read more).',
      there,
    );
    await checkNoFix('Text: See [a (b)](page://$0abc).', there);
    await checkNoFix('Text: See [read more](page://$0gone).', there);
    await checkNoFix('Text: (image: a.jpg caption: See [more](page://$0abc))', there);
  });
});
