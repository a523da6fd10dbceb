import { describe, expect, test } from 'vitest';
import { type DocumentLink, documentLinks } from '../../server/src/features/document-links.ts';
import { highlightsAt } from '../../server/src/features/highlights.ts';
import { inlayHints } from '../../server/src/features/inlay-hints.ts';
import type { Span } from '../../server/src/kirby/text/span.ts';
import { contextOf } from '../support/check.ts';

const files = {
  'content/1_article/photo.jpg': '',
  'content/1_article/photo.jpg.txt': 'Uuid: photoUuid0000001',
  'content/blog/blog.txt': 'Title: Our blog\n----\nUuid: blogUuid00000001',
  'content/blog/_drafts/new/article.txt': 'Title: New\n----\nUuid: draftUuid0000001',
  'content/untitled/article.txt': 'Uuid: untitledUuid0001',
};

/** The document with each hint behind its place, in `‹›`. */
async function withHints(text: string, within?: Span): Promise<string> {
  const context = await contextOf(text, { files });
  let shown = text;
  for (const { offset, label } of [
    ...inlayHints(context, within ?? { start: 0, end: text.length }),
  ].reverse()) {
    shown = `${shown.slice(0, offset)}‹${label}›${shown.slice(offset)}`;
  }
  return shown;
}

describe('inlay hints', () => {
  test.each([
    ['Cover: - file://photoUuid0000001', 'Cover: - file://photoUuid0000001‹photo.jpg›'],
    [
      'Text: (link: page://blogUuid00000001 text: x)',
      'Text: (link: page://blogUuid00000001‹Our blog› text: x)',
    ],
    ['Text: (link: blog)', 'Text: (link: blog‹Our blog›)'],
    [
      String.raw`Blocks: [{"type":"image","content":{"image":["file:\/\/photoUuid0000001"]}}]`,
      String.raw`Blocks: [{"type":"image","content":{"image":["file:\/\/photoUuid0000001‹photo.jpg›"]}}]`,
    ],
    [
      'Text: <a href="/@/page/draftUuid0000001">x</a>',
      'Text: <a href="/@/page/draftUuid0000001‹New (draft)›">x</a>',
    ],
    ['Text: (link: page://untitledUuid0001)', 'Text: (link: page://untitledUuid0001‹untitled›)'],
    ['Text: (image: photo.jpg)', 'Text: (image: photo.jpg)'],
    ['Cover: - file://nobody0000000001', 'Cover: - file://nobody0000000001'],
  ])('%s', async (text, expected) => {
    expect(await withHints(text)).toBe(expected);
  });

  test('only of the part that is shown', async () => {
    const text = 'Text: (link: blog) and (link: blog)';
    expect(await withHints(text, { start: 0, end: 20 })).toBe(
      'Text: (link: blog‹Our blog›) and (link: blog)',
    );
  });
});

describe('links of a document', () => {
  function end(link: DocumentLink): string {
    if ('path' in link) return link.path;
    return 'address' in link ? link.address : `${link.uuid}?`;
  }

  test.each([
    ['Cover: - file://photoUuid0000001', ['file://photoUuid0000001 → content/1_article/photo.jpg']],
    ['Text: (link: blog)', ['blog → content/blog/blog.txt']],
    [
      String.raw`Blocks: [{"type":"text","content":{"text":"<a href=\"https:\/\/example.org\/caf\u00e9?a=1\">x<\/a>"}}]`,
      [String.raw`https:\/\/example.org\/caf\u00e9?a=1 → https://example.org/café?a=1`],
    ],
    [
      String.raw`Blocks: [{"type":"text","content":{"text":"<a href=\"https://example.org/a\">x</a> (https://example.org/b.\n"}}]`,
      [
        'https://example.org/a → https://example.org/a',
        'https://example.org/b → https://example.org/b',
      ],
    ],
    [
      String.raw`Blocks: [{"type":"text","content":{"text":"\u003ca href=\u0022https:\/\/example.org\/a\u0022\u003ex"}}]`,
      [String.raw`https:\/\/example.org\/a → https://example.org/a`],
    ],
    // Editors see these by themselves.
    ['Blocks: [{"type":"video","content":{"url":"https://example.org/a"}}]', []],
    ['Text: https://example.org/a', []],
    // And would look for this one on another computer.
    ['Cover: - file://nobody0000000001', ['file://nobody0000000001 → nobody0000000001?']],
    ['Text: <a href="/@/file/nobody0000000001"> page://nobody0000000001', []],
  ])('%s', async (text, expected) => {
    const links = documentLinks(await contextOf(text, { files })).map(
      (link) => `${text.slice(link.span.start, link.span.end)} → ${end(link)}`,
    );
    expect(links).toEqual(expected);
  });
});

describe('highlights', () => {
  async function highlighted(marked: string): Promise<readonly string[] | undefined> {
    const text = marked.replace('|', '');
    const spans = highlightsAt(await contextOf(text, { files }), marked.indexOf('|'));
    return spans?.map(({ start, end }) => `${String(start)} ${text.slice(start, end)}`);
  }

  test('are all mentions of one file, in whatever form', async () => {
    const text =
      'Cover: - file://photo|Uuid0000001\n----\nText: (image: photo.jpg) and (link: blog)';
    expect(await highlighted(text)).toEqual(['9 file://photoUuid0000001', '52 photo.jpg']);
  });

  test('are none on other words', async () => {
    expect(await highlighted('Text: just| words')).toBeUndefined();
  });
});
