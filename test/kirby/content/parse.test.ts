import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ContentDocument } from '../../../server/src/kirby/content/document.ts';
import { fieldNamed, parseContent } from '../../../server/src/kirby/content/parse.ts';
import { type Span, slice } from '../../../server/src/kirby/text/span.ts';

describe('places', () => {
  const text =
    'Title: Hello\r\n\n----\n \nMy-Text:\n\n  World \n\n----\nno colon\n----\n\n----Cover:';
  const document = parseContent(text);
  const sliced = (spans: readonly Span[]): readonly string[] =>
    spans.map((span) => slice(text, span));

  test('of names', () => {
    expect(sliced(document.fields.map((field) => field.nameSpan))).toEqual([
      'Title',
      'My-Text',
      '----Cover',
    ]);
  });

  test('of values, without the blanks around them', () => {
    expect(sliced(document.fields.map((field) => field.valueSpan))).toEqual(['Hello', 'World', '']);
  });

  test('of fields, from the name to the value', () => {
    expect(sliced(document.fields.map((field) => field.span))).toEqual([
      'Title: Hello',
      'My-Text:\n\n  World',
      '----Cover:',
    ]);
  });

  test('of dividers, with the blanks that they swallow', () => {
    expect(sliced(document.dividers)).toEqual(['----\n \n', '----\n', '----\n\n']);
  });

  test('of what Kirby drops', () => {
    expect(sliced(document.dropped)).toEqual(['no colon']);
  });

  test.each([
    ['Title:|', 'at the end of the file'],
    ['Title: |', 'behind the blank'],
    ['Title: |  \n\n----\n\nText: b', 'before more blanks'],
    ['Title:|\n\n----\n\nText: b', 'before the line break'],
  ])('an empty value is where it would be typed: %j (%s)', (marked) => {
    const place = marked.indexOf('|');
    const field = fieldNamed(parseContent(marked.replace('|', '')), 'title');
    expect(field?.valueSpan).toEqual({ start: place, end: place });
    expect(field?.value.toSource({ start: 0, end: 0 })).toEqual({ start: place, end: place });
    expect(field?.value.fromSource(place)).toBe(0);
  });

  test('a byte order mark is part of the text but of no field', () => {
    const field = fieldNamed(parseContent('\uFEFFTitle: a'), 'title');
    expect(field?.nameSpan).toEqual({ start: 1, end: 6 });
    expect(field?.value.toSource({ start: 0, end: 1 })).toEqual({ start: 8, end: 9 });
  });
});

describe('names', () => {
  test('the last field of a name is the one that counts', () => {
    const document = parseContent('My-Key: a\n----\nmy key: b\n----\nOther: c');
    expect(fieldNamed(document, 'my_key')?.value.text).toBe('b');
    expect(fieldNamed(document, 'my-key')).toBeUndefined();
  });
});

describe('hidden dividers', () => {
  const text = 'Text:\n\n\\----\nfoo\n\\----bar';
  const value = parseContent(text).fields[0]?.value;

  test('are shown', () => {
    expect(value?.text).toBe('----\nfoo\n----bar');
  });

  test('a span in the value is the same characters in the file', () => {
    const place = (part: string): string =>
      slice(text, value?.toSource(spanOf(value.text, part)) ?? { start: 0, end: 0 });
    expect(place('foo')).toBe('foo');
    expect(place('foo\n')).toBe('foo\n');
    expect(place('bar')).toBe('bar');
    expect(place('----\nfoo\n----bar')).toBe('----\nfoo\n\\----bar');
  });

  test('the backslash is where the hyphens begin', () => {
    const backslash = text.lastIndexOf('\\');
    expect(value?.fromSource(backslash)).toBe(9);
    expect(value?.fromSource(backslash + 1)).toBe(9);
    expect(value?.fromSource(backslash + 2)).toBe(10);
    expect(value?.fromSource(backslash - 1)).toBe(8);
  });
});

describe('whatever the text is', () => {
  const piece = fc.oneof(
    fc.constantFrom('\n', '----', '\n----', '\\----', ':', ' ', '\r\n', '\uFEFF', '\f', '\u00A0'),
    fc.string({ maxLength: 4 }),
  );
  const contentText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

  test('everything has a place in the text, in order', () => {
    fc.assert(
      fc.property(contentText, (text) => {
        const document = parseContent(text);
        for (const span of spansOf(document)) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
        }
        expectApart([...document.fields.map((field) => field.span), ...document.dividers]);
        expectApart([...document.dropped, ...document.dividers]);
      }),
      { numRuns: 500 },
    );
  });

  test('every character of a value is found in the file and back', () => {
    fc.assert(
      fc.property(contentText, (text) => {
        for (const { value, valueSpan } of parseContent(text).fields) {
          for (let at = 0; at < value.text.length; at++) {
            const source = value.toSource({ start: at, end: at + 1 });
            expect(slice(text, source)).toBe(value.text[at]);
            expect(value.fromSource(source.start)).toBe(at);
          }
          expect(value.toSource({ start: 0, end: value.text.length }).end).toBe(valueSpan.end);
          expect(value.fromSource(valueSpan.start - 1)).toBeUndefined();
          expect(value.fromSource(valueSpan.end + 1)).toBeUndefined();
        }
      }),
      { numRuns: 500 },
    );
  });

  test('the rules by which Kirby splits hold, told in another way', () => {
    fc.assert(
      fc.property(contentText, (text) => {
        const values = new Map(parseContent(text).fields.map((f) => [f.name, f.value.text]));
        expect([...values]).toEqual([...byTheBook(text)]);
      }),
      { numRuns: 1000 },
    );
  });

  test('many dividers without a colon are read in one go', () => {
    const document = parseContent('\n----a'.repeat(100_000));
    expect(document.dividers).toHaveLength(100_000);
  });
});

/** The steps of the reference, one after the other, with JavaScript's own means. */
function byTheBook(text: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  const trim = (part: string): string => part.replace(/^[ \t\n\r\0\v]+|[ \t\n\r\0\v]+$/g, '');
  for (const chunk of text.replace(/^\uFEFF/, '').split(/\n----[ \t\n\v\f\r]*/)) {
    const colon = chunk.indexOf(':');
    if (colon <= 0) continue;
    const name = trim(chunk.slice(0, colon))
      .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
      .replace(/[- ]/g, '_');
    if (name === '' || name === '0') continue;
    fields.set(name, trim(chunk.slice(colon + 1)).replace(/(^|\n)\\----/g, '$1----'));
  }
  return fields;
}

function spansOf({ fields, dividers, dropped }: ContentDocument): readonly Span[] {
  return [
    ...fields.flatMap((field) => [field.span, field.nameSpan, field.valueSpan]),
    ...dividers,
    ...dropped,
  ];
}

function expectApart(spans: Span[]): void {
  spans.sort((a, b) => a.start - b.start);
  for (const [index, span] of spans.entries()) {
    expect(span.start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0);
  }
}

function spanOf(text: string, part: string): Span {
  const start = text.indexOf(part);
  return { start, end: start + part.length };
}
