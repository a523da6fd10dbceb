import { describe, expect, test } from 'vitest';
import { completionIn, type Offered } from '../../support/completion.ts';

const blueprint = `
fields:
  layout:
    type: layout
    layouts:
      - "1/1"
      - "1/2, 1/2"
      - "2/3, 1/3"
    fieldsets: [heading, text, image, card]
    settings:
      fields:
        background:
          type: select
          options:
            light: Light
            dark: Dark
        wide:
          type: toggle
        note:
          type: headline
        photo:
          type: files
  blocks:
    type: blocks
    fieldsets: [text, card]
`;
const card = `
name: Card
fields:
  title:
    type: text
    label: Headline
  ratio:
    type: radio
    options: ["1/1", "16/9"]
  link:
    type: link
  rows:
    type: structure
    fields:
      who:
        type: text
      open:
        type: toggle
  inner:
    type: blocks
    fieldsets: [text]
`;
const files = {
  'site/blueprints/pages/article.yml': blueprint,
  'site/blueprints/blocks/card.yml': card,
};

function inLayout(json: string): Promise<Offered> {
  return completionIn(`Title: A\n\n----\n\nLayout: ${json}\n\n----\n\nUuid: x`, { files });
}

function inBlocks(json: string): Promise<Offered> {
  return completionIn(`Blocks: ${json}`, { files });
}

/** The JSON once a suggestion in it is accepted. */
async function layoutWith(json: string, label: string): Promise<string> {
  const text = (await inLayout(json)).accept(label);
  return /Layout: ([^]*?)\n\n----/.exec(text)?.[1] ?? text;
}

async function blocksWith(json: string, label: string): Promise<string> {
  return (await inBlocks(json)).accept(label).slice('Blocks: '.length);
}

const row = (inside: string): string => `[{"attrs":{},"columns":[${inside}],"id":"r"}]`;
const column = (inside: string): string => row(`{"blocks":[${inside}],"id":"c","width":"1/1"}`);

describe('keys', () => {
  test.each([
    ['of a row', '[{$0}]', ['attrs', 'columns', 'id']],
    ['of a row that has some', '[{"attrs":{},$0"id":"r"}]', ['columns']],
    ['of a column', row('{$0}'), ['blocks', 'id', 'width']],
    ['of a block', column('{"type":"text",$0}'), ['content', 'id', 'isHidden']],
    [
      'of a block’s content',
      column('{"content":{$0},"id":"b","isHidden":false,"type":"card"}'),
      ['title', 'ratio', 'link', 'rows', 'inner'],
    ],
    [
      'of a content that has some',
      column('{"content":{"title":"","link":"",$0},"type":"card"}'),
      ['ratio', 'rows', 'inner'],
    ],
    ['of Kirby’s own block', column('{"content":{$0},"type":"heading"}'), ['level', 'text']],
    [
      'of the row settings, without what stores nothing',
      '[{"attrs":{$0},"columns":[]}]',
      ['background', 'wide', 'photo'],
    ],
    [
      'of the rows of a structure',
      column('{"content":{"rows":[{"who":"x",$0}]},"type":"card"}'),
      ['open'],
    ],
    [
      'of a block in a block',
      column('{"content":{"inner":[{"content":{$0},"type":"text"}]},"type":"card"}'),
      ['text'],
    ],
    ['none of a block without a type', column('{"content":{$0}}'), []],
    ['none inside of a text', column('{"content":{"title":"a $0 b"},"type":"card"}'), []],
    ['none where a colon is due', column('{"content" $0}'), []],
  ])('%s', async (_, json, expected) => {
    expect((await inLayout(json)).labels).toEqual(expected);
  });

  test('say what the blueprint says of them', async () => {
    const { items } = await inLayout(column('{"content":{$0},"type":"card"}'));
    expect(items[0]).toMatchObject({ label: 'title', detail: 'Headline · text', kind: 'key' });
    expect(items[1]).toMatchObject({ documentation: '`1/1`, `16/9`' });
  });

  test.each([
    ['an empty place', '[{$0}]', 'columns', '[{"columns":[]}]'],
    ['before another key', '[{$0"id":"r"}]', 'columns', '[{"columns":[],"id":"r"}]'],
    ['after a value without a comma', '[{"id":"r" $0}]', 'columns', '[{"id":"r", "columns":[]}]'],
    ['right behind a value', '[{"id":"r"$0}]', 'columns', '[{"id":"r","columns":[]}]'],
    ['over a word in quotes', '[{"col$0"}]', 'columns', '[{"columns":[]}]'],
    ['over a word with one quote', '[{"col$0}]', 'columns', '[{"columns":[]}]'],
    [
      'over a word with one quote, before another key',
      '[{"col$0,"id":"r"}]',
      'columns',
      '[{"columns":[],"id":"r"}]',
    ],
    [
      'over a quote right before another key',
      '[{"$0"id":"r"}]',
      'columns',
      '[{"columns":[],"id":"r"}]',
    ],
    ['over a word without quotes', '[{col$0}]', 'columns', '[{"columns":[]}]'],
    ['over a key that has a value', '[{"colmns$0":[]}]', 'columns', '[{"columns":[]}]'],
    ['with a new id', '[{$0}]', 'id', '[{"id":"new-1"}]'],
    [
      'in an indented text',
      '[\n    {\n        "id": "r",\n        $0\n    }\n]',
      'columns',
      '[\n    {\n        "id": "r",\n        "columns": []\n    }\n]',
    ],
  ])('go into %s', async (_, json, label, expected) => {
    expect(await layoutWith(json, label)).toBe(expected);
  });

  test('leave the cursor in the new value', async () => {
    const offered = await inLayout(column('{"content":{$0},"type":"card"}'));
    expect(offered.acceptSnippet('title')).toContain('{"content":{"title":"$1"},"type":"card"}');
    expect(offered.acceptSnippet('rows')).toContain('{"content":{"rows":[$1]},"type":"card"}');
  });
});

describe('block types', () => {
  const allowed = ['heading', 'text', 'image', 'card'];
  test.each([
    ['in quotes', column('{"content":{},"id":"b","isHidden":false,"type":"$0"}'), allowed],
    ['without quotes', column('{"content":{},"type":$0}'), allowed],
    ['in a string that is not closed', column('{"content":{},"type":"te$0,"id":"b"}'), allowed],
    ['in a file cut off here', '[{"columns":[{"blocks":[{"content":{},"type":"$0', allowed],
    ['not before a value that is there', column('{"type":$0"text"}'), []],
    ['not in a text', column('{"content":{"text":"$0"},"type":"text"}'), []],
  ])('%s', async (_, json, expected) => {
    expect((await inLayout(json)).labels).toEqual(expected);
  });

  test('of a blocks field are its own', async () => {
    expect((await inBlocks('[{"type":"$0"}]')).labels).toEqual(['text', 'card']);
  });

  test('inside of a block are the inner field’s', async () => {
    const json = column('{"content":{"inner":[{"type":"$0"}]},"type":"card"}');
    expect((await inLayout(json)).labels).toEqual(['text']);
  });

  test('without a blueprint are Kirby’s', async () => {
    const { labels } = await completionIn('Body: [{"content":{"text":"a"},"id":"b","type":"$0"}]', {
      inSite: false,
    });
    expect(labels).toContain('quote');
    expect(labels).not.toContain('card');
  });

  test.each([
    ['an empty string', '[{"type":"$0"}]', '[{"type":"card"}]'],
    ['a begun string', '[{"type":"ca$0"}]', '[{"type":"card"}]'],
    ['all of a word', '[{"type":"te$0xt"}]', '[{"type":"card"}]'],
    ['a string that is not closed', '[{"type":"te$0,"id":"b"}]', '[{"type":"card","id":"b"}]'],
    ['nothing', '[{"type":$0}]', '[{"type":"card"}]'],
    ['a bare word', '[{"type":ca$0}]', '[{"type":"card"}]'],
  ])('replace %s', async (_, json, expected) => {
    expect(await blocksWith(json, 'card')).toBe(expected);
  });

  test.each([
    [
      'an empty list',
      '[$0]',
      '[{"content":{"text":""},"id":"new-1","isHidden":false,"type":"text"}]',
    ],
    [
      'a list before another',
      '[$0{"type":"card"}]',
      '[{"content":{"text":""},"id":"new-1","isHidden":false,"type":"text"},{"type":"card"}]',
    ],
    [
      'a list behind another',
      '[{"type":"card"}$0]',
      '[{"type":"card"},{"content":{"text":""},"id":"new-1","isHidden":false,"type":"text"}]',
    ],
    [
      'a list behind a comma',
      '[{"type":"card"}, $0]',
      '[{"type":"card"}, {"content":{"text":""},"id":"new-1","isHidden":false,"type":"text"}]',
    ],
  ])('come as a whole block into %s', async (_, json, expected) => {
    expect(await blocksWith(json, 'text')).toBe(expected);
  });

  test('of an image come with its defaults', async () => {
    expect(await layoutWith(column('$0'), 'image')).toContain(
      '{"content":{"location":"kirby","image":[],"src":"","alt":"","caption":"","link":"","ratio":"","crop":"false"},"id":"new-3","isHidden":false,"type":"image"}',
    );
  });
});

describe('rows and columns', () => {
  test('come in the field’s patterns', async () => {
    const offered = await inLayout('[$0]');
    expect(offered.labels).toEqual(['1/1', '1/2 + 1/2', '2/3 + 1/3']);
    expect(offered.acceptSnippet('2/3 + 1/3')).toContain(
      '[{"attrs":{\\},"columns":[{"blocks":[$1],"id":"new-6","width":"2/3"\\},{"blocks":[],"id":"new-7","width":"1/3"\\}],"id":"new-8"\\}]',
    );
  });

  test.each([
    [
      'a row before another',
      '[$0{"columns":[]}]',
      '1/1',
      '[{"attrs":{},"columns":[{"blocks":[],"id":"new-1","width":"1/1"}],"id":"new-2"},{"columns":[]}]',
    ],
    [
      'a row as the field writes slashes',
      '[{"columns":[{"width":"1\\/1"}]},$0]',
      '1/1',
      '[{"columns":[{"width":"1\\/1"}]},{"attrs":{},"columns":[{"blocks":[],"id":"new-1","width":"1\\/1"}],"id":"new-2"}]',
    ],
    [
      'a column',
      row('{"width":"1/2"},$0'),
      '1/2',
      row('{"width":"1/2"},{"blocks":[],"id":"new-2","width":"1/2"}'),
    ],
  ])('insert %s', async (_, json, label, expected) => {
    expect(await layoutWith(json, label)).toBe(expected);
  });

  test('without a blueprint come in the usual patterns', async () => {
    const { labels } = await completionIn('Body: [{"columns":[]},$0]', { inSite: false });
    expect(labels).toContain('1/3 + 2/3');
  });
});

describe('in the JSON of a field in a block, which is a string', () => {
  const nested = (inner: string): string =>
    column(`{"content":{"inner":${JSON.stringify(inner)}},"type":"card"}`);

  test.each([
    ['its keys', '[{"content":{$0},"type":"text"}]', ['text']],
    ['its block types', '[{"type":"$0"}]', ['text']],
    ['whole blocks', '[$0]', ['text']],
    ['none of the outer field', '[{"type":"text","content":{"text":"$0"}}]', []],
  ])('%s', async (_, inner, expected) => {
    expect((await inLayout(nested(inner))).labels).toEqual(expected);
  });

  test.each([
    ['a key', '[{"content":{$0},"type":"text"}]', '[{"content":{"text":""},"type":"text"}]'],
    ['a type', '[{"type":"te$0"}]', '[{"type":"text"}]'],
    ['a type in a string that is not closed', '[{"type":"$0}]', '[{"type":"text"}]'],
    ['a block', '[$0]', '[{"content":{"text":""},"id":"new-1","isHidden":false,"type":"text"}]'],
  ])('%s is escaped', async (_, inner, expected) => {
    expect(await layoutWith(nested(inner), 'text')).toBe(nested(expected));
  });

  test('the snippet is escaped for JSON first, then for the editor', async () => {
    const offered = await inLayout(nested('[{"content":{$0},"type":"text"}]'));
    expect(offered.acceptSnippet('text')).toContain('{\\"content\\":{\\\\"text\\\\":\\\\"$1\\\\"}');
  });
});

describe('values', () => {
  test.each([
    ['widths of the field', row('{"blocks":[],"width":"$0"}'), ['1/1', '1/2', '2/3', '1/3']],
    ['whether a block is hidden', column('{"isHidden":$0,"type":"text"}'), ['false', 'true']],
    ['choices of a setting', '[{"attrs":{"background":"$0"},"columns":[]}]', ['light', 'dark']],
    ['a toggle', '[{"attrs":{"wide":"$0"},"columns":[]}]', ['true', 'false']],
    [
      'choices of a block’s field',
      column('{"content":{"ratio":"$0"},"type":"card"}'),
      ['1/1', '16/9'],
    ],
    [
      'choices of Kirby’s own block',
      column('{"content":{"level":"$0"},"type":"heading"}'),
      ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
    ],
    [
      'of a structure’s field',
      column('{"content":{"rows":[{"open":"$0"}]},"type":"card"}'),
      ['true', 'false'],
    ],
    ['none of a text', column('{"content":{"title":"$0"},"type":"card"}'), []],
    ['none of an id', column('{"id":"$0"}'), []],
  ])('%s', async (_, json, expected) => {
    expect((await inLayout(json)).labels).toEqual(expected);
  });

  test('widths that a pattern has in this column come first', async () => {
    const { items } = await inLayout(row('{"width":"1/2"},{"width":"$0"}'));
    const sorted = [...items].sort((a, b) => (a.sortText ?? '').localeCompare(b.sortText ?? ''));
    expect(sorted.map(({ label }) => label)).toEqual(['1/2', '1/3', '1/1', '2/3']);
  });

  test('without a blueprint the usual widths', async () => {
    const { labels } = await completionIn('Body: [{"columns":[{"blocks":[],"width":"$0"}]}]', {
      inSite: false,
    });
    expect(labels).toEqual(['1/1', '1/2', '1/3', '2/3', '1/4', '3/4', '1/6', '5/6']);
  });

  test.each([
    [
      'as the field writes slashes',
      '[{"columns":[{"blocks":[],"width":"1\\/1"},{"width":"$0"}]}]',
      '1/2',
      '[{"columns":[{"blocks":[],"width":"1\\/1"},{"width":"1\\/2"}]}]',
    ],
    ['over a begun one', row('{"width":"1/$0"}'), '1/2', row('{"width":"1/2"}')],
    [
      'over a begun one with an escape',
      '[{"columns":[{"width":"1\\/$0"}]}]',
      '1/2',
      '[{"columns":[{"width":"1\\/2"}]}]',
    ],
    ['true as a bare word', column('{"isHidden":fa$0lse}'), 'true', column('{"isHidden":true}')],
    ['true in place of a string', column('{"isHidden":"$0"}'), 'true', column('{"isHidden":true}')],
    [
      'a choice with its quotes',
      '[{"attrs":{"background":$0}}]',
      'dark',
      '[{"attrs":{"background":"dark"}}]',
    ],
  ])('are written %s', async (_, json, label, expected) => {
    expect(await layoutWith(json, label)).toBe(expected);
  });
});

describe('in JSON with faults before the cursor', () => {
  test.each([
    [
      'a quote without its backslash',
      '[{"columns":[{"blocks":[{"content":{"text":"<a href="x">y</a>"},"type":"text"},{"content":{},"type":"$0"}]}]}]',
    ],
    [
      'a quoted word in a text',
      '[{"columns":[{"blocks":[{"content":{"text":"a "b" c"},"type":"text"},{"type":"$0"}]}]}]',
    ],
    [
      'a quoted word before a comma',
      '[{"columns":[{"blocks":[{"content":{"text":"a "b", c"},"type":"text"},{"type":"$0"}]}]}]',
    ],
    ['a missing comma', '[{"columns":[{"blocks":[{"content":{} "type":"text"} {"type":"$0"}]}]}]'],
    [
      'a trailing comma',
      '[{"columns":[{"blocks":[{"content":{},"type":"text",},{"type":"$0"}]}]}]',
    ],
    [
      'a missing brace',
      '[{"columns":[{"blocks":[{"content":{"text":"a","type":"text"},{"type":"$0"}]}]}]',
    ],
    [
      'a brace too many',
      '[{"columns":[{"blocks":[{"content":{},"type":"text"}},{"type":"$0"}]}]}]',
    ],
    [
      'a line break in a text',
      '[{"columns":[{"blocks":[{"content":{"text":"a\nb"},"type":"text"},{"type":"$0"}]}]}]',
    ],
    ['an object without an end', '[{"columns":[{"blocks":[{"type":"$0"'],
    [
      'a missing bracket before a key',
      '[{"columns":[{"blocks":[{"content":{},"type":"text"},"id":"c"},{"blocks":[{"type":"$0"}]}]}]',
    ],
  ])('%s', async (_, json) => {
    expect((await inLayout(json)).labels).toEqual(['heading', 'text', 'image', 'card']);
  });

  test('a quoted word before a comma, in the last block of a column', async () => {
    const json =
      '[{"columns":[{"blocks":[{"type":"text","content":{"text":"a "b", c"}}],"id":"c","width":"$0"}]}]';
    expect((await inLayout(json)).labels).toEqual(['1/1', '1/2', '2/3', '1/3']);
  });
});
