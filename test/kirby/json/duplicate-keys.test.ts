import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { duplicateKeys, hasDuplicateKeys } from '../../../server/src/kirby/json/duplicate-keys.ts';
import { jsonText } from '../../../server/src/kirby/json/json-text.ts';
import { plainText } from '../../../server/src/kirby/text/mapped-text.ts';

const json = (text: string): ReturnType<typeof jsonText> => jsonText(plainText(text, 0));

describe('duplicateKeys', () => {
  test.each([
    ['a key that is there twice', '{"a":1,"b":2,"a":3}', [1]],
    ['each but the last of three', '{"a":1,"a":2,"a":3}', [1, 7]],
    ['one in a nested object', '[{"x":{"a":1,"a":2}}]', [7]],
    ['one spelled in two ways', '{"a":1,"\\u0061":2}', [1]],
    ['one with a blank before the colon', '{"a" :1,"a":2}', [1]],
  ])('finds %s', (_, text, starts) => {
    expect(duplicateKeys(json(text)).map(({ span }) => span.start)).toEqual(starts);
  });

  test.each([
    ['equal keys in different objects', '[{"a":1},{"a":2}]'],
    ['JSON in a text', '{"a":"{\\"b\\":1,\\"b\\":2}"}'],
    ['no JSON', '{"a":1,"a":'],
  ])('finds nothing in %s', (_, text) => {
    expect(duplicateKeys(json(text))).toEqual([]);
  });

  test('finds nothing in what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1), (value, indent) => {
        expect(duplicateKeys(json(JSON.stringify(value, null, indent)))).toEqual([]);
      }),
    );
  });

  test.each(['{"a":1,"a":2}', '[{"a":1,"a":2}]'])('finds %s in one of many items', (item) => {
    const rows = Array.from({ length: 60 }, (_unused, row) => `{"id":"row ${row}","content":[]}`);
    const text = `[${rows.join(',')}]`;
    expect(duplicateKeys(json(text))).toEqual([]);
    const typed = text.replace('{"id":"row 30","content":[]}', item);
    expect(duplicateKeys(json(typed)).map(({ key }) => key)).toEqual(['a']);
    expect(duplicateKeys(json(text))).toEqual([]);
  });

  test('needs no tree to see that a usual layout has none', () => {
    const layout =
      '[{"columns":[{"blocks":[{"content":{"text":"<a href=\\"x\\">: b</a>"},"type":"text"}]}]}]';
    expect(hasDuplicateKeys(json(layout))).toBe(false);
  });
});
