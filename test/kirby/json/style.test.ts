import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeJson, writeString } from '../../../server/src/kirby/json/style.ts';
import { styleOf } from '../../../server/src/kirby/json/style-of.ts';
import type { JsonValue } from '../../../server/src/kirby/json/value.ts';

/** What PHP's `json_encode()` makes of a value in Kirby's three styles. */
const styles = {
  legacy: String.raw`[{"text":"\u00e9\u00e8 <\/p> \ud83d\ude00","n":1,"e":[],"o":{}}]`,
  modern: '[{"text":"éè </p> 😀","n":1,"e":[],"o":{}}]',
  pretty: `[
    {
        "text": "éè </p> 😀",
        "n": 1,
        "e": [],
        "o": {}
    }
]`,
};

describe('styleOf', () => {
  test.each(Object.entries(styles))('reads a %s text so that writing gives it back', (_, text) => {
    expect(writeJson(JSON.parse(text) as JsonValue, styleOf(text))).toBe(text);
  });

  test.each([
    ['CRLF', '[\r\n\t{\r\n\t\t"a": 1\r\n\t}\r\n]'],
    ['blanks after colons and commas', '[{"a": "x", "b": [1, 2]}, {"c": 3}]'],
    ['one item a line', '[\n{"a":[1,{"b":2}]},\n{"c":{"d":[]}}\n]'],
    ['one item a line, indented', '[\n  {"a": [1, 2]},\n  {"c": 3}\n]'],
    ['no blank after a colon in indented JSON', '[\n  {\n    "a":1\n  }\n]'],
  ])('keeps %s', (_, text) => {
    expect(writeJson(JSON.parse(text) as JsonValue, styleOf(text))).toBe(text);
  });

  test.each([
    ['an old text without any special character', '["<p>a<\\/p>"]', '"<\\/p>\\u00e9"'],
    ['a new text without any special character', '["<p>a</p>"]', '"</p>é"'],
    ['a text that shows nothing', '[]', '"</p>é"'],
    ['a capital behind an escape', '["\\u00e9A"]', '"</p>\\u00e9"'],
    ['escapes in capitals', '["\\u00E9"]', '"</p>\\u00E9"'],
    ['one raw slash among escaped ones', '["<\\/p><\\/p></b>"]', '"<\\/p>\\u00e9"'],
    ['a backslash before a slash', '["C:\\\\/x é"]', '"</p>é"'],
    ['an escape that is shown as a text', '["\\\\u00e9 é"]', '"</p>é"'],
    ['U+2028, which is escaped in any style', '["\\u2028"]', '"</p>é"'],
  ])('writes into %s as its author would', (_, text, expected) => {
    expect(writeString('</p>é', styleOf(text))).toBe(expected);
  });
});

test('blanks in texts are no habit of the JSON', () => {
  expect(styleOf('[{"a\\", b": [1,"], {"]}]')).toMatchObject({
    spaceAfterColon: true,
    spaceAfterComma: false,
  });
});

describe('writeString', () => {
  test.each([
    ['quotes and backslashes', 'a "b" \\', String.raw`"a \"b\" \\"`],
    ['control characters', '\n\t\u0001', String.raw`"\n\t\u0001"`],
    ['line separators, which PHP escapes', '\u2028', String.raw`"\u2028"`],
    ['half an emoji, which no file can hold', '\ud83d', '"\ufffd"'],
  ])('escapes %s', (_, text, expected) => {
    expect(writeString(text, styleOf('[]'))).toBe(expected);
  });

  test('writes what JSON.parse reads, in every style', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(...Object.values(styles)),
        (text, like) => {
          expect(JSON.parse(writeString(text, styleOf(like)))).toBe(text);
        },
      ),
    );
  });
});
