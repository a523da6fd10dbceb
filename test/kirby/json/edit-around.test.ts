import { describe, expect, test } from 'vitest';
import { editJson } from '../../../server/src/kirby/json/edit.ts';
import { jsonText } from '../../../server/src/kirby/json/json-text.ts';
import { applied } from '../../../server/src/kirby/json/text-edit.ts';
import { type JsonPath, type JsonValue, valueAt } from '../../../server/src/kirby/json/value.ts';
import { plainText } from '../../../server/src/kirby/text/mapped-text.ts';

/** A value with habits that no program has. */
const odd = '{ "a" :"caf\\u00e9 é \\/ /","b":[1 ,2.50]}';

describe('a value that goes into another one', () => {
  test.each<
    [
      name: string,
      text: string,
      path: JsonPath,
      wrap: (old: JsonValue) => JsonValue,
      result: string,
    ]
  >([
    ['a list', `{"x":${odd}}`, ['x'], (old) => [old], `{"x":[${odd}]}`],
    ['a list at the root', odd, [], (old) => [old], `[${odd}]`],
    [
      'an object',
      `[1,${odd}]`,
      [1],
      (old) => ({ in: { old }, id: 'x' }),
      `[1,{"in":{"old":${odd}},"id":"x"}]`,
    ],
    [
      'a text into a field',
      '["caf\\u00e9 é"]',
      [0],
      (text) => ({ text }),
      '[{"text":"caf\\u00e9 é"}]',
    ],
    ['null', '[null]', [0], (old) => [old], '[[null]]'],
    [
      'indented JSON',
      '[\n  {\n    "a":1}\n]',
      [0],
      (old) => [old],
      '[\n  [\n    {\n    "a":1}\n  ]\n]',
    ],
    ['a list with one item a line', '[\n  {"a":1}\n]', [0], (old) => [old], '[\n  [{"a":1}]\n]'],
    ['two of them', '[{"a":1.0}]', [0], (old) => [old, old], '[[{"a":1},{"a":1}]]'],
  ])('keeps its source in %s', (_, text, path, wrap, result) => {
    const json = jsonText(plainText(text, 0));
    const old = valueAt(json.value ?? null, path) ?? null;
    const edit = editJson(json, { kind: 'set', path, value: wrap(old) });
    expect(edit.ok && applied(text, edit.edits)).toBe(result);
  });
});
