import { describe, expect, test } from 'vitest';
import { type CursorPlace, cursorPlace } from '../../server/src/features/cursor-place.ts';
import { fieldCounts } from '../../server/src/features/field-counts.ts';
import { countWords } from '../../server/src/features/word-count.ts';
import { parseContent } from '../../server/src/kirby/content/parse.ts';
import { contextIn } from '../support/shared-site.ts';
import { siteFrom } from '../support/site.ts';

const path = 'content/1_article/article.txt';
const site = await siteFrom({
  [path]: '',
  'site/blueprints/pages/article.yml': `title: Article
fields:
  intro:
    type: textarea
    label: Introduction
  layout:
    type: layout
    label: Body
    settings:
      fields:
        note:
          type: text
        tint:
          type: select
`,
});

const layout = [
  {
    attrs: { note: 'One two', tint: 'dark' },
    columns: [
      {
        blocks: [
          {
            content: { text: '<p>It’s <b>Mé</b>dia.</p><p>Yes &amp; no</p>' },
            id: 'a',
            type: 'text',
          },
          { content: { level: 'h2', text: 'Title' }, id: 'b', type: 'heading' },
        ],
        id: 'c',
        width: '1/1',
      },
    ],
    id: 'r',
  },
];
const text = `Title: Hello\n\n----\n\nIntro: See (image: a.jpg) this\n\n----\n\nLayout: ${JSON.stringify(layout)}\n\n----\n\nOther: one two three`;

function at(marker: string, content = text): CursorPlace {
  const offset = content.indexOf(marker);
  expect(offset).toBeGreaterThanOrEqual(0);
  return cursorPlace(contextIn(site, path, content), offset + 1);
}

describe('what is under the cursor', () => {
  test('is a block, with its readable words', () => {
    expect(at('dia.<')).toEqual({
      blueprint: 'Article',
      field: 'Body',
      block: 'Text',
      words: 4,
      isMovable: true,
      hasText: true,
    });
    expect(at('h2')).toMatchObject({ block: 'Heading', words: 1, isMovable: true });
  });

  test('is a row in its settings, and a column that nobody moves', () => {
    expect(at('dark')).toMatchObject({ block: undefined, words: 7, isMovable: true });
    expect(at('1/1')).toMatchObject({ block: undefined, isMovable: false });
  });

  test('is a field, also one that no blueprint knows', () => {
    expect(at('See')).toMatchObject({ field: 'Introduction', words: 2, isMovable: false });
    expect(at('three')).toMatchObject({ field: 'Other', block: undefined, words: 3 });
  });

  test('is nothing to move while the JSON is broken, or outside of any site', () => {
    expect(at('dia.<', text.replace('"heading"}', '"heading"'))).toMatchObject({
      block: undefined,
      isMovable: false,
    });
    const loose = cursorPlace(
      { document: parseContent(text), site: undefined, file: undefined },
      text.indexOf('dia.<'),
    );
    expect(loose).toMatchObject({
      blueprint: undefined,
      field: 'Layout',
      words: 4,
      isMovable: true,
    });
  });
});

test('words are what a reader reads', () => {
  expect(countWords('')).toBe(0);
  expect(countWords('Jean-Luc’s 3.5 — naïve')).toBe(3);
  expect(countWords('<a href="https://example.org/a b">one</a><br>two')).toBe(2);
  expect(countWords('日本 e\u0301te\u0301')).toBe(2);
});

test('a field says how much it holds, unless it is empty or broken', () => {
  const counts = (content: string): unknown => fieldCounts(contextIn(site, path, content));
  const start = text.indexOf('Layout:');
  expect(counts(text)).toEqual([
    { index: 2, nameSpan: { start, end: start + 'Layout'.length }, parts: '1 row, 2 blocks' },
  ]);
  expect(counts('Layout: []')).toEqual([]);
  expect(counts('Layout:')).toEqual([]);
  expect(counts('Layout: [{"columns":')).toEqual([]);
});
