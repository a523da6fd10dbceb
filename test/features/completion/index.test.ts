import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { complete, type CompletionContext } from '../../../server/src/features/completion/index.ts';
import { applyEdits } from '../../../server/src/features/fixes.ts';
import { parseContent } from '../../../server/src/kirby/content/parse.ts';
import { sitePath } from '../../../server/src/site/site-path.ts';
import { sharedFolder } from '../../support/shared.ts';
import { siteFrom } from '../../support/site.ts';

const article = sitePath('content/1_article/article.txt');

const layout = [
  {
    attrs: { background: 'light', photo: ['file://SeaSeaSeaSea0001'] },
    columns: [
      {
        blocks: [
          {
            content: { level: 'h2', text: 'Sea & “sand”' },
            id: 'a',
            isHidden: false,
            type: 'heading',
          },
          {
            content: { image: ['file://SeaSeaSeaSea0001'], link: 'https://x.org/a' },
            id: 'b',
            isHidden: true,
            type: 'image',
          },
          {
            content: {
              inner: JSON.stringify([
                { content: { text: '<p>A "b"</p>' }, id: 'd', isHidden: false, type: 'text' },
              ]),
            },
            id: 'c',
            isHidden: false,
            type: 'box',
          },
        ],
        id: 'c1',
        width: '1/2',
      },
      { blocks: [], id: 'c2', width: '1/2' },
    ],
    id: 'r1',
  },
];

const texts = {
  'on one line': JSON.stringify(layout),
  indented: JSON.stringify(layout, undefined, 4),
  'with escaped slashes': JSON.stringify(layout).replaceAll('/', '\\/'),
};

async function contextOf(text: string): Promise<CompletionContext> {
  const site = await siteFrom({
    [article]: text,
    'content/1_article/sea.jpg': '',
    'content/1_article/sea.jpg.txt': 'Uuid: SeaSeaSeaSea0001',
    'site/blueprints/pages/article.yml':
      'fields:\n  layout:\n    type: layout\n    fieldsets: [heading, image, text, box]\n    settings:\n      fields:\n        background:\n          type: select\n          options: [light, dark]\n        photo:\n          type: files\n',
    'site/blueprints/blocks/box.yml': 'fields:\n  inner:\n    type: blocks\n',
  });
  return { document: parseContent(text), site, file: site.contentFile(article) };
}

describe('at any place of a layout', () => {
  test.each(Object.entries(texts))('%s each suggestion leaves it well-formed', async (_, json) => {
    const text = `Title: A\n\n----\n\nLayout: ${json}\n\n----\n\nUuid: x`;
    const context = await contextOf(text);
    const start = text.indexOf('Layout: ') + 'Layout: '.length;
    let accepted = 0;
    for (let offset = start; offset <= start + json.length; offset++) {
      for (const { label, insert, additionalEdits = [] } of complete(context, offset).items) {
        const after = applyEdits(text, [insert, ...additionalEdits]);
        const field = parseContent(after).fields.find(({ name }) => name === 'layout');
        const isWhole = field !== undefined && isJson(field.value.text);
        if (!isWhole)
          expect.fail(`"${label}" at ${text.slice(offset - 20, offset)}| gives ${after}`);
        accepted++;
      }
    }
    expect(accepted).toBeGreaterThan(300);
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test('what is replaced touches the cursor, whatever the text and the place', async () => {
  const { site, file } = await contextOf('Title: A');
  const piece = fc.constantFrom(
    'Title: A',
    '\n',
    '\n\n----\n\n',
    'Layout: ',
    '[{"columns":[',
    '{"blocks":[',
    '{"type":"',
    '"',
    '}',
    ']',
    ',',
    'Photo: - ',
    'file://',
    '(image: ',
    ' ',
    'x',
    '\uFEFF',
    '\\',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), fc.nat(), (pieces, seed) => {
      const text = pieces.join('');
      const offset = seed % (text.length + 1);
      for (const { insert } of complete({ document: parseContent(text), site, file }, offset)
        .items) {
        expect(insert.span.start).toBeLessThanOrEqual(offset);
        expect(insert.span.end).toBeGreaterThanOrEqual(offset);
        expect(insert.span.end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 1000 },
  );
});

test('nothing is offered inside of an escape', async () => {
  const { site, file } = await contextOf('Title: A');
  const text = 'Layout: {"blocks":[\n\\"(image: \\\\Title: A';
  const offset = text.indexOf('Title') - 1;
  expect(complete({ document: parseContent(text), site, file }, offset - 1).items).not.toEqual([]);
  expect(complete({ document: parseContent(text), site, file }, offset).items).toEqual([]);
});

const seed = sharedFolder('seed');

describe.skipIf(seed === undefined)(
  'the article the project began with, where it is at hand',
  () => {
    test('has block types and keys, also with a quote missing', async () => {
      const text = readFileSync(path.join(seed ?? '', 'article.txt'), 'utf8');
      const context = await contextOf(text);
      const value = text.lastIndexOf('"type":"') + '"type":"'.length;
      const types = complete(context, value).items.map(({ label }) => label);
      expect(types).toEqual(['heading', 'image', 'text', 'box']);
      const broken = text.replace('\\"', '"');
      const place = broken.lastIndexOf('"type":"') + '"type":"'.length;
      expect(broken).not.toBe(text);
      expect(complete({ ...context, document: parseContent(broken) }, place).items).toHaveLength(4);
    });
  },
);
