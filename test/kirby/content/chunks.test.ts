import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chunksOf } from '../../../server/src/kirby/content/chunks.ts';
import { parseContent } from '../../../server/src/kirby/content/parse.ts';
import { slice } from '../../../server/src/kirby/text/span.ts';

const chunks = (text: string): readonly (readonly [string, string | undefined])[] =>
  chunksOf(parseContent(text)).map(({ span, field }) => [slice(text, span), field?.name]);

describe('chunksOf', () => {
  test.each([
    [
      'Title: A\n\n----\n\nText: B',
      [
        ['Title: A\n', 'title'],
        ['Text: B', 'text'],
      ],
    ],
    ['\uFEFFTitle: A', [['Title: A', 'title']]],
    [
      'A: 1\n-----\nB: 2',
      [
        ['A: 1', 'a'],
        ['-\nB: 2', '_\nb'],
      ],
    ],
    [
      'no key\n----\n\n----\nB: 2',
      [
        ['no key', undefined],
        ['----\nB: 2', '____\nb'],
      ],
    ],
    [
      '\n----\n0: x\n----\nA: 1\n----',
      [
        ['', undefined],
        ['0: x', undefined],
        ['A: 1', 'a'],
        ['', undefined],
      ],
    ],
    ['', [['', undefined]]],
  ])('of %j', (text, expected) => {
    expect(chunks(text)).toEqual(expected);
  });

  test('holds every field once, in its place, and with the dividers all of the text', () => {
    const piece = fc.constantFrom('----', '-', '\n', ' ', ':', 'a', '0', '\\', '\uFEFF', '\r');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const document = parseContent(pieces.join(''));
        const found = chunksOf(document);
        const fields = found.flatMap(({ field }) => field ?? []);
        expect(fields).toEqual(document.fields);
        for (const { span, field } of found) {
          if (field === undefined) continue;
          expect(span.start).toBeLessThanOrEqual(field.nameSpan.start);
          expect(span.end).toBeGreaterThanOrEqual(field.valueSpan.end);
        }
        const bom = document.text.startsWith('\uFEFF') ? 1 : 0;
        const whole = found.map(({ span, divider }) =>
          divider === undefined
            ? slice(document.text, span)
            : `\n${slice(document.text, { start: divider.start, end: span.end })}`,
        );
        expect(whole.join('')).toBe(document.text.slice(bom));
      }),
    );
  });
});
