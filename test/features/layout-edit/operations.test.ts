import { describe, expect, test } from 'vitest';
import { structureTrees } from '../../../server/src/features/layout-edit/structure-tree.ts';
import {
  after,
  block,
  blocksField,
  column,
  columnOf,
  content,
  contextOf,
  edit,
  inBlocks,
  item,
  layoutField,
} from './edited-article.ts';

describe('blocks', () => {
  test('are added with all fields of their type and its defaults', () => {
    const at = { field: 0, list: [], index: 1 };
    expect(inBlocks({ kind: 'add-block', at, type: 'heading' }, block('n1'))).toBe(
      `${block('n1')},{"content":{"level":"h2","text":""},"id":"new1","isHidden":false,"type":"heading"}`,
    );
    expect(inBlocks({ kind: 'add-block', at, type: 'video' }, block('n1'))).toBe(
      'refused: The field allows no blocks of the type "video".',
    );
  });

  test('are added to a field that is empty', () => {
    const at = { field: 0, list: [], index: 0 };
    expect(after({ kind: 'add-block', at, type: 'text' }, 'Blocks:\n')).toBe(
      'Blocks: [{"content":{"text":""},"id":"new1","isHidden":false,"type":"text"}]\n',
    );
    const row = { kind: 'add-row', at, widths: ['1/3', '2/3'] } as const;
    expect(after(row, 'Layout:')).toBe(
      'Layout: [{"attrs":{},"columns":[{"blocks":[],"id":"new1","width":"1/3"},{"blocks":[],"id":"new2","width":"2/3"}],"id":"new3"}]',
    );
  });

  test('get new ids at any depth when they are duplicated, in the old style of escapes', () => {
    const old =
      '{"content":{"parts":[{"content":{"id":"mine","text":"\\u00e9\\/"},"id":"in","type":"text"}]},"id":"out","type":"x"}';
    expect(inBlocks({ kind: 'duplicate', items: [{ field: 0, path: [0] }] }, old)).toBe(
      `${old},${old.replace('"in"', '"new1"').replace('"out"', '"new2"')}`,
    );
  });

  test.each([
    '"content":{"rows":[{"type":"phone"},{"type":"fax"}]},"id":"a","type":"x"',
    '"content":{"link":{"type":"url"}},"id":"a","type":"x"',
    '"content":{"rows":[{"columns":["a","b"]}]},"id":"a","type":"x"',
    '"content":{"code":"[{\\"content\\":{},\\"id\\":\\"in\\",\\"type\\":\\"text\\"}]"},"id":"a","type":"code"',
    '"content":[],"id":"a","type":"text"',
  ])('have no ids but their own when they are duplicated: {%s}', (inside) => {
    const block = `{${inside}}`;
    expect(inBlocks({ kind: 'duplicate', items: [{ field: 0, path: [0] }] }, block)).toBe(
      `${block},${block.replace('"id":"a"', '"id":"new1"')}`,
    );
  });

  test('of rows get new ids with all columns and blocks, and their settings stay', () => {
    const row =
      '{"attrs":{"type":"dark"},"columns":[{"blocks":[{"content":{"text":"a"},"id":"b","type":"text"}],"id":"c","width":"1/1"}],"id":"r"}';
    const copy = row
      .replace('"id":"b"', '"id":"new1"')
      .replace('"id":"c"', '"id":"new2"')
      .replace('"id":"r"', '"id":"new3"');
    expect(after({ kind: 'duplicate', items: [{ field: 0, path: [0] }] }, `Layout: [${row}]`)).toBe(
      `Layout: [${row},${copy}]`,
    );
  });

  test('keep their spelling when they are moved or duplicated', () => {
    const block =
      '{"content":{"n":12345678901234567890,"x":1.0,"text":"\\u003cb\\u003e"},"id":"a","type":"text"}';
    const other = '{"content":{},"id":"b","type":"text"}';
    const first = { field: 0, path: [0] };
    expect(inBlocks({ kind: 'duplicate', items: [first] }, block)).toBe(
      `${block},${block.replace('"a"', '"new1"')}`,
    );
    expect(inBlocks({ kind: 'step', items: [first], by: 1 }, `${block},${other}`)).toBe(
      `${other},${block}`,
    );
    const fields = `Blocks: [${block}]\n\n----\n\nOther: [${other}]`;
    const to = { field: 1, list: [], index: 0 };
    expect(after({ kind: 'move', items: [first], to }, fields)).toBe(
      `Blocks: []\n\n----\n\nOther: [${block},${other}]`,
    );
  });

  test('follow the style of the field that they come into', () => {
    const block = '{"content":{"n":1.50,"text":"\\u003cé\\/é/"},"id":"a","type":"text"}';
    const there =
      '[\n  {\n    "content": {\n      "text": "\\u00e9\\/"\n    },\n    "type": "text"\n  }\n]';
    const to = { field: 1, list: [], index: 1 };
    const moved = after(
      { kind: 'move', items: [{ field: 0, path: [0] }], to },
      `Blocks: [${block}]\n\n----\n\nOther: ${there}`,
    );
    expect(moved).toBe(
      `Blocks: []\n\n----\n\nOther: ${there.replace(
        /\n\]$/u,
        ',\n  {\n    "content": {\n      "n": 1.50,\n      "text": "\\u003c\\u00e9\\/\\u00e9\\/"\n    },\n    "id": "a",\n    "type": "text"\n  }\n]',
      )}`,
    );
  });

  test('are not pasted where a number in them would become another one', () => {
    const text = '{"content":{"n":12345678901234567890},"id":"a","type":"text"}';
    const at = { field: 0, list: [], index: 0 };
    expect(inBlocks({ kind: 'paste', at, text }, block('n1'))).toMatch(
      /too large to be written again/u,
    );
  });

  test('each on a line of its own stay on theirs', () => {
    const [one, two] = [block('b1'), block('b2')];
    const field = `[\n${one},\n${two}\n]`;
    const result = after(
      { kind: 'duplicate', items: [{ field: 0, path: [0] }] },
      `Blocks: ${field}`,
    );
    expect(result).toBe(`Blocks: [\n${one},\n${block('new1')},\n${two}\n]`);
    const at = { field: 0, list: [], index: 2 };
    expect(after({ kind: 'add-block', at, type: 'text' }, `Blocks: ${field}`)).toBe(
      `Blocks: [\n${one},\n${two},\n{"content":{"text":""},"id":"new1","isHidden":false,"type":"text"}\n]`,
    );
  });

  test('are hidden by their one word', () => {
    const found = edit({ kind: 'hide', items: [item(0, 0)] });
    expect(found).toMatchObject({ ok: true, edits: [{ text: 'true' }] });
    expect(edit({ kind: 'show', items: [item(0, 0)] })).toMatchObject({ ok: true, edits: [] });
  });

  test('are moved into another column and into another field', () => {
    const to = { field: layoutField, list: columnOf(1), index: 0 };
    expect(after({ kind: 'move', items: [item(0, 0), item(0, 1)], to })).toContain(
      `[${column('c1')},${column('c2', block('b1'), block('b2'), block('b3'))}]`,
    );
    const there = { field: blocksField, list: [], index: 0 };
    const moved = after({ kind: 'move', items: [item(0, 0)], to: there });
    expect(moved).toContain(column('c1', block('b2')));
    expect(moved).toContain(`Blocks: [${block('b1')},${block('n1')}]`);
    const foreign = content.replace(block('b1'), block('b1', 'video'));
    expect(after({ kind: 'move', items: [item(0, 0)], to: there }, foreign)).toBe(
      'refused: The field allows no blocks of the type "video".',
    );
  });

  test('step from column to column, and stay where there is none', () => {
    const down = after({ kind: 'step', items: [item(0, 1)], by: 1 });
    expect(down).toContain(
      `${column('c1', block('b1'))},${column('c2', block('b2'), block('b3'))}`,
    );
    expect(after({ kind: 'step', items: [item(0, 0), item(0, 1)], by: -1 })).toBe(content);
  });

  test('are given a row of their own', () => {
    expect(after({ kind: 'wrap', items: [item(1, 0)] })).toContain(
      `${column('c2')}],"id":"r1"},{"attrs":{},"columns":[{"blocks":[${block('b3')}],"id":"new1","width":"1/1"}],"id":"new2"}]`,
    );
  });
});

test('a row with fewer columns keeps all blocks, one with more its own', () => {
  const row = { field: layoutField, path: [0] };
  expect(after({ kind: 'columns', item: row, widths: ['1/1'] })).toContain(
    `"columns":[{"blocks":[${block('b1')},${block('b2')},${block('b3')}],"id":"c1","width":"1/1"}]`,
  );
  expect(after({ kind: 'columns', item: row, widths: ['1/2', '1/4', '1/4'] })).toContain(
    `${column('c1', block('b1'), block('b2'))},${column('c2', block('b3')).replace('1/2', '1/4')},{"blocks":[],"id":"new1","width":"1/4"}]`,
  );
});

describe('a block becomes another one with its text', () => {
  const convert = (type: string, from: string, text: string): unknown => {
    const result = inBlocks(
      { kind: 'convert', item: { field: 0, path: [0] }, type },
      block('n1', from, text),
    );
    if (result?.startsWith('refused') === true) return result;
    const value = JSON.parse(result ?? '') as Record<string, unknown>;
    expect(value).toMatchObject({ id: 'n1', isHidden: false, type });
    return value['content'];
  };

  test.each([
    [
      'text',
      '<p>One</p><p>Two <em>é</em></p>',
      'list',
      { text: '<ul><li>One</li><li>Two <em>é</em></li></ul>' },
    ],
    ['text', '<p>One</p>', 'heading', { level: 'h2', text: 'One' }],
    ['text', '<p>One</p><p>Two</p>', 'quote', { citation: '', text: 'One<br>Two' }],
    [
      'text',
      '<p>A <b>b</b> *c*</p><p><a href="/x">d</a></p>',
      'markdown',
      { text: 'A **b** \\*c\\*\n\n[d](/x)' },
    ],
    ['list', '<ol><li><p>One</p></li><li>Two</li></ol>', 'markdown', { text: '1. One\n2. Two' }],
    ['heading', 'One', 'text', { text: '<p>One</p>' }],
    [
      'markdown',
      'One **two**\n\nThree',
      'text',
      { text: '<p>One <strong>two</strong></p><p>Three</p>' },
    ],
    ['markdown', '- One\n- Two', 'list', { text: '<ul><li>One</li><li>Two</li></ul>' }],
  ])('%s %s → %s', (from, text, type, expected) => {
    expect(convert(type, from, text)).toEqual(expected);
  });

  test('unless its text is more than that', () => {
    const refused = 'refused: The text holds more than paragraphs, so it would not stay as it is.';
    expect(convert('text', 'list', '<ul><li>One<ul><li>Two</li></ul></li></ul>')).toBe(refused);
    expect(convert('list', 'markdown', 'See (link: a)')).toBe(refused);
    expect(convert('video', 'text', '<p>One</p>')).toMatch(/^refused/u);
  });
});

test('the tree tells rows by columns and settings, and blocks by their words', () => {
  const [first, second] = structureTrees(contextOf());
  expect(first).toMatchObject({
    isReadable: true,
    parts: [
      {
        kind: 'row',
        label: 'Row 1',
        detail: '1/2 + 1/2 · Whole width',
        parts: [{ kind: 'column', parts: [{ kind: 'block', type: 'text', detail: 'é/' }, {}] }, {}],
      },
    ],
  });
  expect(second).toMatchObject({ label: 'Notes', field: { holds: 'blocks' } });
  const span = second?.parts[0]?.span;
  expect(content.slice(span?.start, span?.end)).toBe(block('n1'));
  expect(structureTrees(contextOf('Blocks: [{"a'))).toMatchObject([
    { isReadable: false, parts: [] },
  ]);
  expect(after({ kind: 'hide', items: [{ field: 0, path: [0] }] }, 'Blocks: [{"a')).toBe(
    'refused: The JSON of the field cannot be read. Repair it first.',
  );
});
