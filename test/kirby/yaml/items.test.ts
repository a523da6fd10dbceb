import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseContent } from '../../../server/src/kirby/content/parse.ts';
import { plainText } from '../../../server/src/kirby/text/mapped-text.ts';
import { slice } from '../../../server/src/kirby/text/span.ts';
import { yamlItems } from '../../../server/src/kirby/yaml/items.ts';

describe('the entries of a value', () => {
  test.each<[value: string, items: readonly string[]]>([
    ['', []],
    ['- a.jpg', ['a.jpg']],
    ['- a.jpg\n- b.jpg', ['a.jpg', 'b.jpg']],
    ['- a.jpg\r\n- b.jpg\r\n', ['a.jpg', 'b.jpg']],
    ['\n  - a.jpg\n  - b.jpg\n', ['a.jpg', 'b.jpg']],
    ['- file://x0Eszp6nhmEIe0aI', ['file://x0Eszp6nhmEIe0aI']],
    ['file://x0Eszp6nhmEIe0aI', ['file://x0Eszp6nhmEIe0aI']],
    ['with space.jpg', ['with space.jpg']],
    ["- \"a.jpg\"\n- 'it''s.jpg'", ['a.jpg', "it's.jpg"]],
    ['- "a \\"b\\".jpg"', ['a "b".jpg']],
    ['- "a.jpg" # cover', ['a.jpg']],
    ['- a.jpg # cover', ['a.jpg']],
    ['- a#1.jpg', ['a#1.jpg']],
    ['- "a" and "b"', ['"a" and "b"']],
    ['# all\n- a.jpg\n\n# more\n- b.jpg', ['a.jpg', 'b.jpg']],
    ['["a.jpg", \'b, c.jpg\', d.jpg]', ['a.jpg', 'b, c.jpg', 'd.jpg']],
    ['["a.jpg",\n "b.jpg"\n]', ['a.jpg', 'b.jpg']],
    ['[]', []],
    ['[ , a]', ['a']],
    ['-', []],
    ['- \n- a', ['a']],
    ['-a', ['-a']],
    ['- - a', []],
    ['- [a]\n- b', ['b']],
    ['- a: b\n- c', ['c']],
    ['- \n  a: b\n  c: d', []],
    ['- a\n  - b\n- c', ['a', 'c']],
    [
      '- >\n  a long name.jpg\n\n- >-\n  b.jpg\n- |\n  c.jpg',
      ['a long name.jpg', 'b.jpg', 'c.jpg'],
    ],
    ['- >\n  a\n  b.jpg\n- >\n- c', ['c']],
    ['a: b.jpg', []],
    ['a:\n  - b.jpg', []],
    ['Some prose\nof two lines.', []],
    ['[{"type":"image"}]', []],
    ['{"a":"b"}', []],
  ])('%j', (value, items) => {
    expect(yamlItems(plainText(value, 0)).map((item) => item.text)).toEqual(items);
  });

  test('stand where they stand in the file', () => {
    const text = 'Title: A\n\n----\n\nCover:\n\n- file://abc # first\n- "b c.jpg"\n';
    const value = parseContent(text).fields[1]?.value ?? plainText('', 0);
    expect(yamlItems(value).map((item) => slice(text, item.span))).toEqual([
      'file://abc',
      'b c.jpg',
    ]);
  });

  test('have places in the value, in order, whatever it is', () => {
    const piece = fc.constantFrom(
      '- ',
      '\n',
      '\n  ',
      '[',
      ']',
      ',',
      '"',
      "'",
      ' # ',
      'a',
      ': ',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { span } of yamlItems(plainText(text, 0))) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          last = span.end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 1000 },
    );
  });
});
