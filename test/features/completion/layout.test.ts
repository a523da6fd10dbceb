import { describe, expect, test } from 'vitest';
import { completionIn } from '../../support/completion.ts';
import { inLayout, layoutWith, row, column } from './layout-json.ts';

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
