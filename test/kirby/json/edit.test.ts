import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changed } from '../../../server/src/kirby/json/changed.ts';
import { editJson, type JsonChange } from '../../../server/src/kirby/json/edit.ts';
import { jsonText } from '../../../server/src/kirby/json/json-text.ts';
import { applied } from '../../../server/src/kirby/json/text-edit.ts';
import {
  isArray,
  isObject,
  type JsonPath,
  type JsonValue,
} from '../../../server/src/kirby/json/value.ts';
import { plainText } from '../../../server/src/kirby/text/mapped-text.ts';

/** The text after a change, or why there was none. */
function edited(text: string, change: JsonChange): string | undefined {
  const edit = editJson(jsonText(plainText(text, 0)), change);
  return edit.ok ? applied(text, edit.edits) : edit.reason;
}

/** How much of the text the edits touch. */
function touched(text: string, change: JsonChange): readonly string[] {
  const edit = editJson(jsonText(plainText(text, 0)), change);
  return edit.ok ? edit.edits.map(({ span }) => text.slice(span.start, span.end)) : [];
}

const pretty = `[
    {
        "id": "a",
        "type": "text"
    },
    {
        "id": "b"
    }
]`;

describe('editJson', () => {
  test.each<[string, string, JsonChange, string]>([
    ['a text', '[{"id":"a"}]', { kind: 'set', path: [0, 'id'], value: 'b' }, '[{"id":"b"}]'],
    ['a number', '[{"n":1}]', { kind: 'set', path: [0, 'n'], value: 2.5 }, '[{"n":2.5}]'],
    [
      'a key that is not there, in alphabetical order',
      '[{"content":{},"type":"x"}]',
      { kind: 'set', path: [0, 'id'], value: 'a' },
      '[{"content":{},"id":"a","type":"x"}]',
    ],
    [
      'a key that is not there, at the end of keys without order',
      '[{"type":"x","content":{}}]',
      { kind: 'set', path: [0, 'id'], value: 'a' },
      '[{"type":"x","content":{},"id":"a"}]',
    ],
    [
      'a key in an empty object',
      '[{}]',
      { kind: 'set', path: [0, 'id'], value: 'a' },
      '[{"id":"a"}]',
    ],
    [
      'an escape in the style of the field',
      String.raw`["<\/b>\u00e9"]`,
      { kind: 'set', path: [0], value: '</b>éè/' },
      String.raw`["<\/b>\u00e9\u00e8\/"]`,
    ],
    [
      'the last of two equal keys, which is the one that counts',
      '{"a":1,"a":2}',
      { kind: 'set', path: ['a'], value: 3 },
      '{"a":1,"a":3}',
    ],
  ])('sets %s', (_, text, change, expected) => {
    expect(edited(text, change)).toBe(expected);
  });

  test('touches only the characters of a text that change', () => {
    const text = String.raw`["m\u00e9diation num\u00e9rique"]`;
    expect(
      touched(text, { kind: 'set', path: [0], value: 'médiation locale et numérique' }),
    ).toEqual(['']);
    expect(touched(text, { kind: 'set', path: [0], value: 'médiatiön numérique' })).toEqual(['o']);
    expect(touched('["a😀b"]', { kind: 'set', path: [0], value: 'a😁b' })).toEqual(['😀']);
  });

  test.each<[string, string, JsonPath, string]>([
    ['the first item', '[1, 2, 3]', [0], '[2, 3]'],
    ['an item in the middle', '[1, 2, 3]', [1], '[1, 3]'],
    ['the last item', '[1, 2, 3]', [2], '[1, 2]'],
    ['the only item', '[ 1 ]', [0], '[]'],
    ['a member', '{"a":1,"b":2}', ['b'], '{"a":1}'],
    ['a key that is there twice, both times', '{"a":1,"b":2,"a":3}', ['a'], '{"b":2}'],
    [
      'an item on its own lines',
      pretty,
      [1],
      '[\n    {\n        "id": "a",\n        "type": "text"\n    }\n]',
    ],
    ['a member on its own line', pretty, [0, 'id'], pretty.replace('"id": "a",\n        ', '')],
  ])('removes %s', (_, text, path, expected) => {
    expect(edited(text, { kind: 'remove', path })).toBe(expected);
  });

  test.each<[string, string, number, string]>([
    ['at the beginning', '[1,2]', 0, '["x",1,2]'],
    ['in the middle', '["a", "b"]', 1, '["a", "x", "b"]'],
    ['at the end', '[1,2]', 2, '[1,2,"x"]'],
    ['behind the end', '[1,2]', 9, '[1,2,"x"]'],
    ['into nothing', '[]', 0, '["x"]'],
    ['on a line of its own', '[\n  1\n]', 1, '[\n  1,\n  "x"\n]'],
    ['into nothing, indented', '[\n  []\n]', 0, '[\n  "x",\n  []\n]'],
  ])('inserts %s', (_, text, index, expected) => {
    expect(edited(text, { kind: 'insert', path: [], index, value: 'x' })).toBe(expected);
  });

  test('inserts an object in the indentation of its place', () => {
    const change: JsonChange = { kind: 'insert', path: [], index: 2, value: { id: 'c' } };
    expect(edited(pretty, change)).toBe(
      pretty.replace('\n]', ',\n    {\n        "id": "c"\n    }\n]'),
    );
  });

  test('renames a key and leaves its value alone', () => {
    expect(edited('{"a": 1.50}', { kind: 'rename', path: ['a'], key: 'b' })).toBe('{"b": 1.50}');
  });

  test.each<[string, string, JsonPath, JsonPath, number, string]>([
    ['to the end', '["a","b","c"]', [0], [], 3, '["b","c","a"]'],
    ['to the beginning', '["a","b","c"]', [2], [], 0, '["c","a","b"]'],
    ['into another list', '[["a","b"],["c"]]', [0, 1], [1], 0, '[["a"],["b","c"]]'],
    ['into an empty list', '[["a"],[]]', [0, 0], [1], 0, '[[],["a"]]'],
    ['to where it is', '["a","b"]', [0], [], 1, '["a","b"]'],
  ])('moves an item %s, as it is spelled', (_, text, path, to, index, expected) => {
    expect(edited(text, { kind: 'move', path, to, index })).toBe(expected);
  });

  test('keeps the spelling of what is moved, however strange', () => {
    expect(edited(String.raw`[ "\u0061" ,2]`, { kind: 'move', path: [0], to: [], index: 2 })).toBe(
      String.raw`[ 2,"\u0061"]`,
    );
  });

  test.each<[string, string, JsonChange]>([
    ['a place that does not exist', '[1]', { kind: 'set', path: [3], value: 1 }],
    ['a text that is no JSON', '[1', { kind: 'set', path: [0], value: 1 }],
    [
      'a key that would swallow another',
      '{"a":1,"b":2}',
      { kind: 'rename', path: ['a'], key: 'b' },
    ],
    ['a list that would stand in itself', '[[1]]', { kind: 'move', path: [0], to: [0], index: 0 }],
    ['an item of a text', '["a"]', { kind: 'insert', path: [0], index: 0, value: 1 }],
    ['the whole', '[]', { kind: 'remove', path: [] }],
  ])('refuses %s', (_, text, change) => {
    expect(editJson(jsonText(plainText(text, 0)), change).ok).toBe(false);
  });

  test('gives places in the document', () => {
    const edit = editJson(jsonText(plainText('["a"]', 100)), {
      kind: 'set',
      path: [0],
      value: 'b',
    });
    expect(edit).toEqual({ ok: true, edits: [{ span: { start: 102, end: 103 }, text: 'b' }] });
  });

  test('makes of any change of any JSON exactly that change, or nothing', () => {
    const change = fc.record({
      kind: fc.constantFrom('set', 'remove', 'insert', 'rename', 'move'),
      pick: fc.nat(),
      other: fc.nat(),
      index: fc.nat(4),
      value: fc.jsonValue({ maxDepth: 1 }),
    });
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom(undefined, 2),
        change,
        (given, indent, picked) => {
          const text = JSON.stringify(given, null, indent);
          const value = JSON.parse(text) as JsonValue;
          const paths = pathsOf(value);
          const path = paths[picked.pick % paths.length] ?? [];
          const to = paths[picked.other % paths.length] ?? [];
          const { index } = picked;
          const wish = ((): JsonChange => {
            switch (picked.kind) {
              case 'set':
                return {
                  kind: 'set',
                  path,
                  value: JSON.parse(JSON.stringify(picked.value)) as JsonValue,
                };
              case 'remove':
                return { kind: 'remove', path };
              case 'insert':
                return { kind: 'insert', path, index, value: 'new' };
              case 'rename':
                return { kind: 'rename', path, key: 'new' };
              default:
                return { kind: 'move', path, to, index };
            }
          })();
          const edit = editJson(jsonText(plainText(text, 0)), wish);
          const wanted = changed(value, wish);
          if (wanted === undefined) expect(edit.ok).toBe(false);
          else if (edit.ok) expect(JSON.parse(applied(text, edit.edits) ?? '')).toEqual(wanted);
          // What a refusal is for: the text of the new value may hold a key twice, never the given one.
          else expect(wish.kind).not.toBe('remove');
        },
      ),
    );
  });
});

function pathsOf(value: JsonValue, path: JsonPath = []): JsonPath[] {
  const inside = isArray(value)
    ? value.flatMap((item, index) => pathsOf(item, [...path, index]))
    : isObject(value)
      ? Object.entries(value).flatMap(([key, item]) => pathsOf(item, [...path, key]))
      : [];
  return [path, ...inside];
}
