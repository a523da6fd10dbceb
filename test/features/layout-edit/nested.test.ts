import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editStructure } from '../../../server/src/features/layout-edit/edit-structure.ts';
import type { Operation } from '../../../server/src/features/layout-edit/operation.ts';
import {
  type StructurePart,
  structureTrees,
} from '../../../server/src/features/layout-edit/structure-tree.ts';
import { applied } from '../../../server/src/kirby/json/text-edit.ts';
import { contextIn } from '../../support/shared-site.ts';
import { siteFrom } from '../../support/site.ts';

const path = 'content/1_article/article.txt';
const site = await siteFrom({
  [path]: '',
  'site/blueprints/pages/article.yml': `fields:
  blocks:
    type: blocks
    fieldsets:
      - heading
      - text
      - box
`,
  'site/blueprints/blocks/box.yml': `name: Box
fields:
  parts:
    type: blocks
    label: Parts
    fieldsets: [text, quote]
`,
});

const block = (id: string, type = 'text', text = 'é/'): object => ({
  content: { text },
  id,
  isHidden: false,
  type,
});
/** A block with blocks in it, as Kirby writes it, or as others do. */
const box = (id: string, isText: boolean, ...parts: readonly object[]): object => ({
  content: { parts: isText ? spelled(parts) : parts },
  id,
  isHidden: false,
  type: 'box',
});
const spelled = (value: unknown): string =>
  JSON.stringify(value).replaceAll('é', '\\u00e9').replaceAll('/', '\\/');
const content = (...blocks: readonly object[]): string =>
  `Title: A\n\n----\n\nBlocks: ${spelled(blocks)}\n`;
const at = (
  ...way: readonly (string | number)[]
): { field: number; path: (string | number)[] } => ({
  field: 1,
  path: [...way],
});
const inBox = (index: number) => at(0, 'content', 'parts', index);

function after(operation: Operation, text: string): string {
  const context = contextIn(site, path, text);
  let made = 0;
  const found = editStructure({ ...context, newId: () => `new${String(++made)}` }, operation);
  return found.ok ? (applied(text, found.edits) ?? '') : found.reason;
}

describe.each([
  ['as JSON in a string', true],
  ['as a list', false],
])('blocks in a block, %s', (_, isText) => {
  const [a, b, c] = [block('a'), block('b'), block('c')];
  const start = content(box('x', isText, a, b), c);

  test('are shown where they stand', () => {
    const [tree] = structureTrees(contextIn(site, path, start));
    const [outer] = tree?.parts ?? [];
    expect(outer).toMatchObject({
      label: 'Box',
      parts: [
        {
          kind: 'list',
          label: 'Parts',
          path: [0, 'content', 'parts'],
          parts: [{ id: 'a' }, { id: 'b' }],
        },
      ],
    });
    const [list] = outer?.parts ?? [];
    expect([...(list?.types?.keys() ?? [])]).toEqual(['text', 'quote']);
    const second: StructurePart | undefined = list?.parts[1];
    const written = start.slice(second?.span.start, second?.span.end);
    expect(isText ? (JSON.parse(`"${written}"`) as string) : written).toBe(spelled(b));
  });

  test('are changed like all others, in the style of the string', () => {
    expect(after({ kind: 'hide', items: [inBox(1)] }, start)).toBe(
      content(box('x', isText, a, { ...b, isHidden: true }), c),
    );
    expect(after({ kind: 'delete', items: [inBox(0)] }, start)).toBe(
      content(box('x', isText, b), c),
    );
    expect(after({ kind: 'step', items: [inBox(1)], by: -1 }, start)).toBe(
      content(box('x', isText, b, a), c),
    );
    expect(after({ kind: 'step', items: [inBox(1)], by: 1 }, start)).toBe(start);
    expect(after({ kind: 'duplicate', items: [inBox(0)] }, start)).toBe(
      content(box('x', isText, a, block('new1'), b), c),
    );
    expect(after({ kind: 'duplicate', items: [at(0)] }, start)).toBe(
      content(box('x', isText, a, b), box('new3', isText, block('new1'), block('new2')), c),
    );
  });

  test('are moved in and out, and not into themselves', () => {
    const into = { field: 1, list: [0, 'content', 'parts'], index: 1 };
    expect(after({ kind: 'move', items: [at(1)], to: into }, start)).toBe(
      content(box('x', isText, a, c, b)),
    );
    expect(
      after({ kind: 'move', items: [inBox(0)], to: { field: 1, list: [], index: 0 } }, start),
    ).toBe(content(a, box('x', isText, b), c));
    expect(after({ kind: 'move', items: [at(0)], to: into }, start)).toBe(
      'A block cannot stand inside of itself.',
    );
  });

  test('keep their spelling when they are moved in and out', () => {
    const odd = '{"content":{"n":1.0,"text":"\\u0061"},"id":"o","isHidden":false,"type":"text"}';
    const outside = content(box('x', isText), c).replace(spelled(c), odd);
    const into = { field: 1, list: [0, 'content', 'parts'], index: 0 };
    const inside = after({ kind: 'move', items: [at(1)], to: into }, outside);
    expect(inside).toContain(isText ? JSON.stringify(odd).slice(1, -1) : odd);
    const back = { field: 1, list: [], index: 1 };
    expect(after({ kind: 'move', items: [inBox(0)], to: back }, inside)).toBe(
      content(box('x', isText), c)
        .replace(spelled(c), odd)
        .replace('"parts":""', isText ? '"parts":"[]"' : '"parts":[]'),
    );
    expect(after({ kind: 'duplicate', items: [inBox(0)] }, inside).split('1.0')).toHaveLength(3);
  });

  test('are of the types that their field allows', () => {
    const gap = { field: 1, list: [0, 'content', 'parts'], index: 9 };
    expect(after({ kind: 'add-block', at: gap, type: 'quote' }, start)).toContain('new1');
    expect(after({ kind: 'add-block', at: gap, type: 'heading' }, start)).toMatch(/allows no/u);
    const heading = content(box('x', isText), block('h', 'heading'));
    expect(after({ kind: 'move', items: [at(1)], to: { ...gap, index: 0 } }, heading)).toMatch(
      /allows no blocks of the type "heading"/u,
    );
    const empty = content({ ...box('x', isText), content: { parts: '' } });
    const text = JSON.stringify([block('p', 'text', 'e')]);
    expect(after({ kind: 'paste', at: { ...gap, index: 0 }, text }, empty)).toBe(
      content(box('x', true, block('new1', 'text', 'e'))),
    );
  });

  test('come into an emptied list in the style of what stands around it', () => {
    const emptied = content(box('x', isText), c);
    const into = { field: 1, list: [0, 'content', 'parts'], index: 0 };
    expect(after({ kind: 'move', items: [at(1)], to: into }, emptied)).toBe(
      content(box('x', isText, c)),
    );
    const text = JSON.stringify([c]);
    expect(after({ kind: 'paste', at: into, text }, emptied)).toBe(
      content(box('x', isText, { ...c, id: 'new1' }), c),
    );
  });

  test('stay as they are elsewhere, whatever is done', () => {
    const choice = fc.record({
      kind: fc.constantFrom(
        'hide' as const,
        'delete' as const,
        'duplicate' as const,
        'move' as const,
      ),
      from: fc.nat(3),
      to: fc.nat(1),
      index: fc.nat(2),
    });
    fc.assert(
      fc.property(fc.array(choice, { maxLength: 6 }), (choices) => {
        let text = start;
        for (const { kind, from, to, index } of choices) {
          const items = [[inBox(0), inBox(1), at(1), at(0)][from] ?? at(0)];
          const list = to === 0 ? [] : [0, 'content', 'parts'];
          const operation: Operation =
            kind === 'move' ? { kind, items, to: { field: 1, list, index } } : { kind, items };
          const result = after(operation, text);
          if (!result.startsWith('Title')) continue;
          expect(result.startsWith('Title: A\n\n----\n\nBlocks: [') && result.endsWith(']\n')).toBe(
            true,
          );
          // All that is left is spelled as it was.
          expect(result).toBe(content(...(JSON.parse(result.slice(23)) as object[])));
          text = result;
        }
      }),
      { numRuns: 50 },
    );
  });
});

test('a long block that passes another one leaves its spelling alone', () => {
  const words = (from: number): string =>
    Array.from({ length: 600 }, (_, index) => `word${String(from + index)}`).join(' ');
  const parts = [
    block('a', 'text', words(0)),
    block('b', 'text', '@'),
    block('c', 'text', words(600)),
  ];
  const odd = content(box('x', true, ...parts)).replace('@', String.raw`1/2 \\u002f \u0041`);
  const result = after(
    { kind: 'move', items: [inBox(0)], to: { field: 1, list: [0, 'content', 'parts'], index: 3 } },
    odd,
  );
  expect(result).not.toBe(odd);
  expect(result).toContain(String.raw`1/2 \\u002f \u0041`);
});
