import fc from 'fast-check';
import { expect, test } from 'vitest';
import { merge } from '../../../server/src/kirby/blueprint/merge.ts';
import type { JsonObject } from '../../../server/src/kirby/json/value.ts';

test.each<[string, JsonObject, JsonObject, JsonObject]>([
  ['keys of the mixin come first', { a: 1, b: 2 }, { c: 3, a: 4 }, { a: 4, b: 2, c: 3 }],
  ['maps merge key by key', { a: { x: 1, y: 2 } }, { a: { y: 3 } }, { a: { x: 1, y: 3 } }],
  ['a list is replaced', { a: [1, 2, 3] }, { a: [4] }, { a: [4] }],
  ['a list is replaced by a map', { a: [1] }, { a: { x: 1 } }, { a: { x: 1 } }],
  [
    'a list over a map goes by its indexes',
    { a: { 0: 'x', y: 1 } },
    { a: ['z'] },
    { a: { 0: 'z', y: 1 } },
  ],
  ['an empty map changes nothing', { a: { x: 1 } }, { a: {} }, { a: { x: 1 } }],
  ['an empty list changes nothing of a map', { a: { x: 1 } }, { a: [] }, { a: { x: 1 } }],
  ['false replaces a map', { a: { x: 1 } }, { a: false }, { a: false }],
  ['null replaces a map', { a: { x: 1 } }, { a: null }, { a: null }],
  ['a map replaces a scalar', { a: 1 }, { a: { x: 1 } }, { a: { x: 1 } }],
])('%s', (_, base, over, expected) => {
  const merged = merge(base, over);
  expect(merged).toEqual(expected);
  expect(Object.keys(merged)).toEqual(Object.keys(expected));
});

test('anything merges, and what lies on top is found again', () => {
  const value = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }));
  fc.assert(
    fc.property(value, value, (base, over) => {
      const merged = merge(base as JsonObject, over as JsonObject);
      for (const [key, above] of Object.entries(over)) {
        if (typeof above !== 'object' || above === null) expect(merged[key]).toEqual(above);
      }
    }),
  );
});
