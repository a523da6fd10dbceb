import { describe, expect, test } from 'vitest';
import { mentionExcerpt } from '../../server/src/features/mention-excerpt.ts';
import type { JsonValue } from '../../server/src/kirby/json/value.ts';
import { mentions } from '../../server/src/site/mentions/mentions.ts';
import { contextOf } from '../support/check.ts';

const files = {
  'content/1_article/star.svg': '',
  'content/1_article/star.svg.txt': 'Uuid: starUuid00000001',
  'content/team/team.txt': 'Title: The team\n----\nUuid: teamUuid00000001',
  'site/blueprints/pages/article.yml': `fields:
  layout:
    type: layout
    fieldsets:
      image: true
      text: true
      markdown: true
      card:
        name: A card
        fields:
          more: { type: blocks, label: Read more, fieldsets: [text] }
    settings:
      fields:
        motif: { type: files, label: Background }
  blocks: { type: blocks }
  cover: { type: files }
  text: { type: textarea }
  rows:
    type: structure
    fields:
      image: { type: files }
`,
};

const star = 'file://starUuid00000001';
const team = '/@/page/teamUuid00000001';

/** What is told of each mention in a content file. */
async function told(text: string): Promise<readonly string[]> {
  const context = await contextOf(text, { files });
  const { document, site, file } = context;
  if (site === undefined || file === undefined) return [];
  return mentions(document, site, file).map(({ span }) => {
    const field = document.fields.find(({ valueSpan }) => valueSpan.end >= span.end);
    return field === undefined ? 'nowhere' : mentionExcerpt(context, field, span);
  });
}

function layoutOf(attrs: JsonValue, ...blocks: readonly JsonValue[]): string {
  const row = { attrs, columns: [{ blocks, id: 'c', width: '1/1' }], id: 'r' };
  return `Layout: ${JSON.stringify([{ ...row, attrs: [], columns: [] }, row]).replaceAll('/', '\\/')}`;
}

const block = (type: string, content: JsonValue): JsonValue => ({ type, id: 'b', content });

describe('a mention in a Layout or Blocks field', () => {
  test.each<[string, string, readonly string[]]>([
    ['the settings of a row', layoutOf({ motif: [star] }), ['Row 2, Background']],
    ['the image of a block', layoutOf({}, block('image', { image: [star] })), ['Row 2, Image']],
    [
      'another field of a block',
      layoutOf({}, block('image', { link: 'page://teamUuid00000001' })),
      ['Row 2, Image, Link'],
    ],
    [
      'a link in a text',
      layoutOf(
        {},
        block('text', {
          text: `<p>One &amp; two</p><p>Ask <a href="${team}">the <b>team</b></a> caf\u00e9</p>`,
        }),
      ),
      ['Row 2, Text: One & two Ask the team café'],
    ],
    [
      'the middle of a long text',
      `Blocks: ${JSON.stringify([block('markdown', { text: `${'word '.repeat(20)}(image: ${star}) ${'word '.repeat(20)}` })])}`,
      [
        'Markdown: …d word word word word (image: star.svg) word word word word word word word word word wor…',
      ],
    ],
    [
      'a block in a block',
      layoutOf(
        {},
        block('card', {
          more: JSON.stringify([block('text', { text: `<a href="${team}">x</a>` })]),
        }),
      ),
      ['Row 2, A card, Read more: x'],
    ],
    [
      'JSON that is broken',
      'Blocks: [{"type":"image","content":{"image":["file://starUuid00000001"]}',
      ['…:"image","content":{"image":["star.svg"]}'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await told(text)).toEqual(expected);
  });
});

describe('a mention elsewhere', () => {
  test.each<[string, readonly string[]]>([
    [`Cover: - ${star}`, ['']],
    ['Cover:\n\n- star.svg', ['']],
    [`Cover: - ${star}\n- star.svg`, ['- star.svg - star.svg', '- star.svg - star.svg']],
    ['Text: See (image: star.svg)', ['See (image: star.svg)']],
    [`Text: See <a class="b" href="${team}">us</a> soon`, ['See us soon']],
    [`Rows:\n\n- \n  image:\n    - ${star}\n  size: 5`, ['- image: - star.svg size: 5']],
  ])('%s', async (text, expected) => {
    expect(await told(text)).toEqual(expected);
  });
});
