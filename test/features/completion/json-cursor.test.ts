import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonCursor } from '../../../server/src/features/completion/json-cursor.ts';
import { nodeAt, parseJsonTree } from '../../../server/src/kirby/json/tree.ts';

/** The cursor at `$0` of a JSON text. */
function cursorIn(marked: string): ReturnType<typeof jsonCursor> {
  const offset = marked.indexOf('$0');
  return jsonCursor(marked.replace('$0', ''), offset);
}

describe('the way to the cursor', () => {
  test.each([
    ['a key', '{"a":{"b":[1,{$0}]}}', ['a', 'b', 1, ''], 'key'],
    ['a value', '{"a":{"b":$0}}', ['a', 'b'], 'value'],
    ['an item', '["a",$0,"c"]', [1], 'value'],
    ['an item without a comma before', '["a" $0]', [1], 'value'],
    ['a string', '[{"a":"x$0y"}]', [0, 'a'], 'value'],
  ] as const)('leads to %s', (_, marked, path, place) => {
    const cursor = cursorIn(marked);
    expect(cursor?.path).toEqual(path);
    expect(cursor?.place).toBe(place);
  });

  test('knows the members on both sides', () => {
    const cursor = cursorIn('[{"a":"x","b":{"c":1},$0,"type":"text"}]');
    expect([...(cursor?.frames.at(-1)?.members ?? [])]).toEqual([
      ['a', 'x'],
      ['b', undefined],
      ['type', 'text'],
    ]);
  });

  test.each(['', '$0', 'text $0', '"a$0"', '{}$0', '{"a" $0}', '{"a":$0"b"}'])(
    'is unknown in %s',
    (marked) => {
      expect(marked.includes('$0') ? cursorIn(marked) : jsonCursor(marked, 0)).toBeUndefined();
    },
  );
});

test('any text at any place gives spans inside of it', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '"a"',
    '"type"',
    ' ',
    '\\',
    '\n',
    'x',
    'true',
    '1',
    'é',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(60), (pieces, at) => {
      const text = pieces.join('');
      const offset = Math.min(at, text.length);
      const cursor = jsonCursor(text, offset);
      if (cursor === undefined) return;
      expect(cursor.span.start).toBeLessThanOrEqual(offset);
      expect(cursor.span.end).toBeGreaterThanOrEqual(offset);
      expect(cursor.span.end).toBeLessThanOrEqual(text.length);
      expect(text.slice(cursor.span.start, offset)).toBe(cursor.typed);
      expect(cursor.path).toHaveLength(cursor.frames.length);
    }),
    { numRuns: 2000 },
  );
});

test('in well-formed JSON the way is the one of the tree', () => {
  const value = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      fc.string(),
      fc.array(tie('node'), { maxLength: 3 }),
      fc.dictionary(fc.string({ minLength: 1 }), tie('node'), { maxKeys: 3 }),
    ),
  })).node;
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 1, maxLength: 3 }),
      fc.nat(),
      fc.boolean(),
      (root, seed, isPretty) => {
        const text = JSON.stringify(root, undefined, isPretty ? 2 : 0);
        const offset = seed % (text.length + 1);
        const cursor = jsonCursor(text, offset);
        if (cursor === undefined || cursor.place === 'key' || !cursor.isQuoted) return;
        const tree = parseJsonTree(text);
        const keys = cursor.path.map((step) =>
          typeof step === 'string' ? (JSON.parse(`"${step}"`) as string) : step,
        );
        const node = tree === undefined ? undefined : nodeAt(tree, keys);
        expect(node?.kind).toBe('string');
        expect(node?.span.start).toBe(cursor.span.start - 1);
      },
    ),
    { numRuns: 1000 },
  );
});
