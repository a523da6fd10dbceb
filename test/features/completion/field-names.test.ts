import { describe, expect, test } from 'vitest';
import { speak } from '../../../server/src/kirby/text/say.ts';
import { completionIn } from '../../support/completion.ts';

const blueprint = `
title: Article
fields:
  intro:
    type: text
    label: Introduction
    help: A sentence<br>or two.
    required: true
  myText:
    type: textarea
  meta-title:
    type: text
  look:
    type: headline
  layout:
    type: layout
  status:
    type: select
    options:
      draft: In the making
      public: For everyone
`;
const files = { 'site/blueprints/pages/article.yml': blueprint };

async function labels(marked: string): Promise<readonly string[]> {
  return (await completionIn(marked, { files })).labels;
}

/** What accepting `Intro` makes of a text; `$0` is the cursor before. */
async function withIntro(marked: string): Promise<string> {
  return (await completionIn(marked, { files })).accept('Intro');
}

describe('which names are offered', () => {
  test('those of the blueprint that the file lacks, as Kirby writes them, and the title', async () => {
    expect(await labels('$0')).toEqual([
      'Fill from blueprint',
      'Title',
      'Intro',
      'Mytext',
      'Meta-title',
      'Layout',
      'Status',
    ]);
    expect(await labels('Title: A\n\n----\n\nMeta-Title: x\n\n----\n\n$0')).toEqual([
      'Intro',
      'Mytext',
      'Layout',
      'Status',
    ]);
  });

  test('with label, type, help and choices', async () => {
    const { items } = await completionIn('$0', { files });
    expect(items.find(({ label }) => label === 'Intro')).toMatchObject({
      detail: 'Introduction · text · required',
      documentation: 'A sentence\\\nor two\\.',
      kind: 'field',
    });
    expect(items.find(({ label }) => label === 'Status')?.documentation).toBe('`draft`, `public`');
  });

  test('in the language of the editor', async () => {
    speak(
      new Map([
        ['required', 'Pflichtfeld'],
        ['{0} fields', '{0} Felder'],
      ]),
    );
    try {
      const { items } = await completionIn('$0', { files });
      const details = items.slice(0, 3).map(({ detail }) => detail);
      expect(details).toEqual(['6 Felder', 'Title', 'Introduction · text · Pflichtfeld']);
    } finally {
      speak(undefined);
    }
  });

  test('where no blueprint can be read, those of the other pages of the template', async () => {
    const others = {
      'content/2_other/article.txt':
        'Title: B\n\n----\n\nText: x\n\n----\n\nCover: y\n\n----\n\nUuid: abc',
      'content/3_third/article.txt': 'Title: C\n\n----\n\nCover: y',
      'content/4_else/page.txt': 'Strange: z',
    };
    const { labels: offered } = await completionIn('Title: A\n\n----\n\n$0', { files: others });
    expect(offered).toEqual(['Cover', 'Text']);
  });

  test('none outside of a site', async () => {
    expect((await completionIn('$0', { inSite: false })).labels).toEqual([]);
  });

  test('no title for a file’s metadata', async () => {
    const offered = await completionIn('$0', {
      path: 'content/1_article/a.jpg.txt',
      files: {
        'content/1_article/article.txt': 'Title: A',
        'content/1_article/a.jpg': '',
        'site/blueprints/files/default.yml': 'fields:\n  alt:\n    type: text\n',
      },
    });
    expect(offered.labels).toEqual(['Alt']);
  });
});

describe('where names are offered', () => {
  test.each([
    ['in the middle of a line', 'Title: A $0'],
    ['on a line of text', 'Title: A\n\n----\n\nText: b\n\nIntro$0duction of more'],
    ['between paragraphs', 'Title: A\n\n----\n\nText: b\n\n$0\n\nc'],
    ['behind the hyphens of a divider', 'Title: A\n\n----$0\n\nText: b'],
    ['in hyphens', 'Title: A\n\n--$0'],
    ['after a word that begins no name', 'Title: A\n\nHello$0'],
  ])('not %s', async (_, marked) => {
    expect(await labels(marked)).toEqual([]);
  });

  test('in the text of the last field once a name is begun', async () => {
    expect(await labels('Title: A\n\n----\n\nText: b\n\nin$0')).toEqual(['Intro']);
  });
});

describe('what is inserted', () => {
  test.each([
    ['into an empty file', '$0', 'Intro: '],
    ['into a file with nothing but blank lines', '\n$0\n', '\nIntro: \n'],
    ['after a byte order mark', '\uFEFF$0', '\uFEFFIntro: '],
    ['after a divider', 'Title: A\n\n----\n\n$0', 'Title: A\n\n----\n\nIntro: '],
    ['over what is typed', 'Title: A\n\n----\n\nInt$0', 'Title: A\n\n----\n\nIntro: '],
    [
      'between two dividers',
      'Title: A\n\n----\n\n$0\n\n----\n\nText: b',
      'Title: A\n\n----\n\nIntro: \n\n----\n\nText: b',
    ],
    [
      'close above a divider',
      'Title: A\n\n----\n\n$0\n----\n\nText: b',
      'Title: A\n\n----\n\nIntro: \n\n----\n\nText: b',
    ],
    ['at the end, with a divider', 'Title: A\n\n$0', 'Title: A\n\n----\n\nIntro: '],
    ['right under a value', 'Title: A\n$0', 'Title: A\n\n----\n\nIntro: '],
    ['under a value, over what is typed', 'Title: A\n\nIn$0', 'Title: A\n\n----\n\nIntro: '],
    [
      'under a value and above a divider',
      'Title: A\n\n$0\n\n----\n\nText: b',
      'Title: A\n\n----\n\nIntro: \n\n----\n\nText: b',
    ],
    ['above the first field', '$0\nTitle: A', 'Intro: \n\n----\n\nTitle: A'],
    [
      'above a field whose divider is there',
      'Title: A\n\n----\n\n$0\n\nText: b',
      'Title: A\n\n----\n\nIntro: \n\n----\n\nText: b',
    ],
    ['over a wrong name', 'Title: A\n\n----\n\nInt$0ru: b', 'Title: A\n\n----\n\nIntro: b'],
    ['with the file’s line breaks', 'Title: A\r\n\r\n$0', 'Title: A\r\n\r\n----\r\n\r\nIntro: '],
    [
      'with the file’s line breaks, above a divider',
      'Title: A\r\n\r\n----\r\n\r\n$0\r\n----\r\n\r\nText: b',
      'Title: A\r\n\r\n----\r\n\r\nIntro: \r\n\r\n----\r\n\r\nText: b',
    ],
  ])('%s', async (_, marked, expected) => {
    expect(await withIntro(marked)).toBe(expected);
  });

  test('leaves the cursor at the value', async () => {
    const offered = await completionIn('Title: A\n\n----\n\n$0\n----\n\nText: b', { files });
    expect(offered.acceptSnippet('Intro')).toBe('Title: A\n\n----\n\nIntro: $0\n\n----\n\nText: b');
  });
});
