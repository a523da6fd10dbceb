import { describe, expect, test } from 'vitest';
import { definitionAt } from '../../server/src/features/definition.ts';
import { hover } from '../../server/src/features/hover.ts';
import type { Place } from '../../server/src/features/place.ts';
import { touches } from '../../server/src/kirby/text/span.ts';
import { contextIn, fixtureSite } from '../support/shared-site.ts';
import { contextOf } from '../support/check.ts';
import type { SiteFiles } from '../support/site.ts';

const files: SiteFiles = {
  'content/1_article/photo.jpg': '',
  'content/1_article/photo.jpg.txt': 'Alt: A photo',
  'site/templates/article.php': '',
  'site/snippets/blocks/card.php': '',
  'site/snippets/blocks/heading.php': '',
  'site/plugins/cards/snippets/blocks/card.php': '',
  'site/plugins/cards/snippets/blocks/banner.php': '',
  'site/blueprints/blocks/card.yml':
    'name: Card\nfields:\n  title: { type: text }\n  team: fields/team\n  inner:\n    type: blocks\n',
  'site/blueprints/fields/team.yml':
    'type: structure\nfields:\n  name:\n    type: text\n  social:\n    type: structure\n    fields:\n      url: { type: url }\n',
  'site/blueprints/fields/cover.yml': 'label: Cover\ntype: files\n',
  'site/blueprints/files/default.yml': 'fields:\n  alt:\n    type: text\n',
  'site/blueprints/pages/article.yml': `title: Article
tabs:
  content:
    fields:
      cover: fields/cover
      my-text:
        type: textarea
      team: fields/team
      place:
        type: object
        fields:
          city: { type: text }
      blocks:
        type: blocks
        fieldsets:
          - card
          - heading
      layout:
        type: layout
        settings:
          fields:
            class: { type: text }
        fieldsets:
          text:
            type: group
            fieldsets:
              card: true
              quote:
                fields:
                  author: { type: text }
`,
};

/** A place as `file:line name`. */
function shown({ path, at }: Place): string {
  if (at === undefined) return path;
  const line = at.text.slice(0, at.span.start).split('\n').length;
  const name = path.replace('site/blueprints/', '');
  return `${name}:${String(line)} ${at.text.slice(at.span.start, at.span.end)}`.trimEnd();
}

interface Answer {
  /** What is underlined. */
  readonly from: string;
  readonly to: readonly string[];
}

/** Where the cursor `|` leads. */
async function leads(marked: string, path?: string): Promise<Answer | undefined> {
  const text = marked.replace('|', '');
  const context = await contextOf(text, { files, ...(path === undefined ? {} : { path }) });
  const found = definitionAt(context, marked.indexOf('|'));
  return (
    found && { from: text.slice(found.span.start, found.span.end), to: found.places.map(shown) }
  );
}

const inRow = (block: string): string => `Layout: [{"columns":[{"blocks":[${block}]}]}]`;

describe('the name of a field leads to its line in the blueprint', () => {
  test.each<[string, string, readonly string[]]>([
    ['Co|ver: x', 'Cover', ['pages/article.yml:5 cover', 'fields/cover.yml:1']],
    ['My-Te|xt: x', 'My-Text', ['pages/article.yml:6 my-text']],
    ['Title|: x', 'Title', ['pages/article.yml:1', 'site/templates/article.php']],
    ['Team: - na|me: A', 'name', ['fields/team.yml:3 name']],
    ['Team: \n- \n  social: \n    - u|rl: A\n    - url: B', 'url', ['fields/team.yml:8 url']],
    ['Team: \n- \n  name: A\n- \n  na|me: B', 'name', ['fields/team.yml:3 name']],
    ['Place: \ncity|: x', 'city', ['pages/article.yml:12 city']],
    ['Layout: [{"attrs":{"cl|ass":"x"}}]', '"class"', ['pages/article.yml:22 class']],
    [inRow('{"content":{"ti|tle":""},"type":"card"}'), '"title"', ['blocks/card.yml:3 title']],
    [
      inRow('{"type":"quote","content":{"author|":""}}'),
      '"author"',
      ['pages/article.yml:30 author'],
    ],
    ['Blocks: [{"content":{"ti|tle":""},"type":"card"}]', '"title"', ['blocks/card.yml:3 title']],
    [
      'Blocks: [{"content":{"team":[{"na|me":""}]},"type":"card"}]',
      '"name"',
      ['fields/team.yml:3 name'],
    ],
    [
      String.raw`Blocks: [{"content":{"team":"- \n  na|me: x"},"type":"card"}]`,
      'name',
      ['fields/team.yml:3 name'],
    ],
    [
      String.raw`Blocks: [{"content":{"inner":"[{\"content\":{\"ti|tle\":\"\"},\"type\":\"card\"}]"},"type":"card"}]`,
      String.raw`\"title\"`,
      ['blocks/card.yml:3 title'],
    ],
    ['Other: [{"content":{"ti|tle":""},"type":"card"}]', '"title"', ['blocks/card.yml:3 title']],
  ])('%s', async (marked, from, to) => {
    expect(await leads(marked)).toEqual({ from, to });
  });

  test('in the metadata of a file', async () => {
    const path = 'content/1_article/photo.jpg.txt';
    expect(await leads('Al|t: x', path)).toEqual({ from: 'Alt', to: ['files/default.yml:2 alt'] });
  });
});

describe('the type of a block leads to its blueprint and its snippet', () => {
  test.each<[string, readonly string[]]>([
    ['Blocks: [{"type":"ca|rd"}]', ['blocks/card.yml:1', 'site/snippets/blocks/card.php']],
    [inRow('{"type":"|card"}'), ['blocks/card.yml:1', 'site/snippets/blocks/card.php']],
    [inRow('{"type":"quote|"}'), ['pages/article.yml:28 quote']],
    [
      'Blocks: [{"type":"head|ing"}]',
      ['pages/article.yml:17 heading', 'site/snippets/blocks/heading.php'],
    ],
    ['Blocks: [{"type":"ban|ner"}]', ['site/plugins/cards/snippets/blocks/banner.php']],
    [
      'Other: [{"type":"ca|rd","content":{}}]',
      ['blocks/card.yml:1', 'site/snippets/blocks/card.php'],
    ],
  ])('%s', async (marked, to) => {
    expect((await leads(marked))?.to).toEqual(to);
  });
});

test.each([
  'Nobody|s: x',
  'My-Text: some te|xt',
  'Blocks: [{"content":{"no|ne":""},"type":"card"}]',
  'Blocks: [{"content":{"te|xt":""},"type":"heading"}]',
  'Blocks: [{"id|":"x","type":"card"}]',
  'Blocks: [{"type":"li|ne"}]',
  'Blocks: [{"type":"no|ne"}]',
  'Blocks: [{"ty|pe":4}]',
  'Blocks: |',
  'Team: - na|',
  'Team: |',
])('%s leads nowhere', async (marked) => {
  expect(await leads(marked)).toBeUndefined();
});

test('a mention leads to what it names', async () => {
  expect(await leads('Cover: - pho|to.jpg')).toEqual({
    from: 'photo.jpg',
    to: ['content/1_article/photo.jpg'],
  });
});

test('what is said about a field links to its line', async () => {
  const context = await contextOf('Cover: x', { files });
  const linkTo = (place: Place): string => `link:${shown(place)}`;
  expect(hover({ ...context, linkTo }, 2)?.markdown).toContain(
    'of the blueprint [`pages/article`](link:pages/article.yml:5 cover)',
  );
  expect(hover(context, 2)?.markdown).toContain('of the blueprint `pages/article`');
});

describe('whatever the text, nothing fails', () => {
  test.each(['magazine', 'broken'])('in our own site: %s', async (name) => {
    const { site, contents } = await fixtureSite(name);
    let found = 0;
    for (const [path, text] of contents) {
      const context = contextIn(site, path, text);
      for (let offset = 0; offset <= text.length; offset += 37) {
        const definition = definitionAt(context, offset);
        if (definition === undefined) continue;
        found++;
        expect(touches(definition.span, offset)).toBe(true);
        for (const { at } of definition.places) {
          expect(at === undefined || at.span.end <= at.text.length).toBe(true);
        }
      }
    }
    expect(found).toBeGreaterThan(20);
  });

  test('not even dashes without end', async () => {
    expect(await leads(`Team: ${'- '.repeat(30_000)}na|me: x`)).toEqual({
      from: 'name',
      to: ['fields/team.yml:3 name'],
    });
  });
});
