import { describe, expect, test } from 'vitest';
import { copyStructure } from '../../../server/src/features/layout-edit/copy.ts';
import { editStructure } from '../../../server/src/features/layout-edit/edit-structure.ts';
import { applied } from '../../../server/src/kirby/json/text-edit.ts';
import { contextIn } from '../../support/shared-site.ts';
import { siteFrom } from '../../support/site.ts';
import {
  after,
  block,
  blocksField,
  contextOf,
  edit,
  inBlocks,
  item,
  layout,
  layoutField,
  path,
} from './edited-article.ts';

describe('the clipboard of the Panel', () => {
  test('takes blocks as a list and a row as it is', () => {
    expect(copyStructure(contextOf(), [item(0, 0)])).toBe(
      JSON.stringify([JSON.parse(block('b1'))], undefined, 2),
    );
    const row = copyStructure(contextOf(), [{ field: layoutField, path: [0] }]);
    expect(JSON.parse(row ?? '')).toMatchObject({ id: 'r1' });
    expect(copyStructure(contextOf(), [{ field: 0, path: [] }])).toBeUndefined();
  });

  test('gives blocks new ids, and leaves out what the field does not allow', () => {
    const text = `[${block('a')},${block('b', 'video')}]`;
    const at = { field: 0, list: [], index: 1 };
    expect(inBlocks({ kind: 'paste', at, text }, block('n1'))).toBe(
      `${block('n1')},${block('new1')}`,
    );
    expect(edit({ kind: 'paste', at: { ...at, field: blocksField }, text })).toMatchObject({
      note: 'Blocks of the type "video" were left out, because the field does not allow them.',
    });
    expect(inBlocks({ kind: 'paste', at, text: `[${block('b', 'video')}]` }, block('n1'))).toBe(
      'refused: The field allows no blocks of the type "video".',
    );
    expect(inBlocks({ kind: 'paste', at, text: ' ' }, block('n1'))).toMatch(/^refused/u);
  });

  test('blocks among rows get a row, rows among blocks give theirs', () => {
    const list = { field: layoutField, list: [], index: 1 };
    expect(after({ kind: 'paste', at: list, text: `[${block('a')}]` })).toContain(
      `{"attrs":{},"columns":[{"blocks":[${block('new3')}],"id":"new4","width":"1/1"}],"id":"new5"}]`,
    );
    const at = { field: 0, list: [], index: 1 };
    expect(inBlocks({ kind: 'paste', at, text: layout }, block('n1'))).toBe(
      [block('n1'), block('new1'), block('new2'), block('new3')].join(','),
    );
  });

  test('takes the values of a form as they are stored', async () => {
    const blueprint = `fields:
  layout:
    type: layout
    settings:
      fields:
        wide:
          type: toggle
        pages:
          type: pages
    fieldsets:
      box:
        fields:
          tags: { type: tags }
          files: { type: files }
          rows:
            type: structure
            fields:
              on: { type: toggle }
          parts:
            type: blocks
            fieldsets: [text]
`;
    const other = await siteFrom({ [path]: '', 'site/blueprints/pages/article.yml': blueprint });
    const part = { content: { text: 'é' }, id: 'p', isHidden: false, type: 'text' };
    const form = {
      tags: ['a', 'b'],
      files: [{ id: 'a/b.jpg', text: 'b' }, 'file://c'],
      rows: [{ _id: 1, on: true }],
      parts: [part],
      more: [{ uuid: 'kept' }],
    };
    const box = { content: form, id: 'b', isHidden: false, type: 'box' };
    const row = {
      attrs: { wide: false, pages: [{ uuid: 'page://x', id: 'x' }] },
      columns: [{ blocks: [box], id: 'c', width: '1/1' }],
      id: 'r',
    };
    const at = { field: 0, list: [], index: 0 };
    const operation = { kind: 'paste', at, text: JSON.stringify(row) } as const;
    const context = contextIn(other, path, 'Layout: ');
    const found = editStructure({ ...context, newId: () => 'n' }, operation);
    const text = found.ok ? applied(context.document.text, found.edits) : found.reason;
    expect(JSON.parse(text?.replace('Layout: ', '') ?? '')).toEqual([
      {
        attrs: { wide: 'false', pages: ['page://x'] },
        columns: [
          {
            blocks: [
              {
                content: {
                  tags: 'a, b',
                  files: ['a/b.jpg', 'file://c'],
                  rows: [{ on: 'true' }],
                  parts: JSON.stringify([{ ...part, id: 'n' }]),
                  more: [{ uuid: 'kept' }],
                },
                id: 'n',
                isHidden: false,
                type: 'box',
              },
            ],
            id: 'n',
            width: '1/1',
          },
        ],
        id: 'n',
      },
    ]);
    // In a file of an old Kirby, the JSON in a string is spelled as that Kirby did.
    const old = '\n\n----\n\nOther: [{"content":{"text":"\\u00e9\\/"},"id":"o","type":"text"}]';
    const oldContext = contextIn(other, path, `Layout:${old}`);
    const pasted = editStructure({ ...oldContext, newId: () => 'n' }, operation);
    expect(pasted.ok && applied(oldContext.document.text, pasted.edits)).toContain(
      String.raw`"parts":"[{\"content\":{\"text\":\"\\u00e9\"},\"id\":\"n\"`,
    );
  });

  test('a plain text becomes a block of paragraphs', () => {
    const at = { field: 0, list: [], index: 1 };
    expect(inBlocks({ kind: 'paste', at, text: 'One\n\n2 < 3' }, block('n1'))).toContain(
      '"text":"<p>One</p><p>2 &lt; 3</p>"',
    );
  });
});
