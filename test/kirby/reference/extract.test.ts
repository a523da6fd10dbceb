import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseContent } from '../../../server/src/kirby/content/parse.ts';
import { type FieldUse, references } from '../../../server/src/kirby/reference/extract.ts';
import { uuidSpan } from '../../../server/src/kirby/reference/reference.ts';

/** The mentions in a field as `KIND TEXT (PLACE)`, where the text is what the span covers. */
function found(value: string, use: FieldUse): readonly string[] {
  const document = parseContent(`Title: x\n\n----\n\nField: ${value}`);
  const all = references(document, ({ name }) => (name === 'field' ? use : 'text'));
  return all.map(
    ({ kind, span, place }) => `${kind} ${document.text.slice(span.start, span.end)} (${place})`,
  );
}

describe('lists of chosen files and pages', () => {
  test.each<readonly [string, FieldUse, readonly string[]]>([
    ['- file://abc', 'files', ['file-uuid file://abc (list)']],
    ['file://abc', 'files', ['file-uuid file://abc (list)']],
    ['file://abc?x=1', 'unknown', ['file-uuid file://abc (list)']],
    [
      '\n\n- "file://abc"\n- photo.jpg # cover',
      'files',
      ['file-uuid file://abc (list)', 'file-name photo.jpg (list)'],
    ],
    [
      '["file://abc", photo.jpg]',
      'files',
      ['file-uuid file://abc (list)', 'file-name photo.jpg (list)'],
    ],
    [
      '- page://abc\n- blog/post',
      'pages',
      ['page-uuid page://abc (list)', 'page-id blog/post (list)'],
    ],
    ['- https://example.org/a.jpg\n- /@/file/abc', 'files', ['file-uuid /@/file/abc (permalink)']],
    ['- @abc', 'files', []],
    [
      '-\n  image:\n    - file://abc\n  page: page://def',
      'rows',
      ['file-uuid file://abc (list)', 'page-uuid page://def (list)'],
    ],
    ['page://abc', 'link', ['page-uuid page://abc (list)']],
    ['- file://abc', 'unknown', ['file-uuid file://abc (list)']],
    ['- photo.jpg', 'unknown', []],
    ['- file://abc', 'text', []],
    ['file://abc', 'text', []],
  ])('%j in %s', (value, use, expected) => {
    expect(found(value, use)).toEqual(expected);
  });
});

describe('prose', () => {
  test.each<readonly [string, readonly string[]]>([
    ['see file://abc and page://def', []],
    ['(image: file://abc)', ['file-uuid file://abc (tag)']],
    [
      '(image: a.jpg link: page://def alt: x)',
      ['file-name a.jpg (tag)', 'page-uuid page://def (tag)'],
    ],
    ['(video: a.mp4 poster: file://abc)', ['file-name a.mp4 (tag)', 'file-uuid file://abc (tag)']],
    ['(LINK: page://abc#top text: x)', ['page-uuid page://abc (tag)']],
    ['(link: blog/post text: x) (email: a@b.c)', []],
    ['(image: https://example.org/a.jpg) (file: ./a.pdf) (image: a)', []],
    ['(image: a.jpg', []],
    [
      '<a href="/@/page/abc">x</a> [x](/@/file/def)',
      ['page-uuid /@/page/abc (permalink)', 'file-uuid /@/file/def (permalink)'],
    ],
    ['[x](page://abc) <a href="page://abc">', []],
    ['profile://abc', []],
  ])('%j', (value, expected) => {
    expect(found(value, 'text')).toEqual(expected);
  });
});

describe('JSON', () => {
  test.each<readonly [string, readonly string[]]>([
    ['[{"content":{"image":["file://abc"]}}]', ['file-uuid file://abc (json)']],
    ['[{"content":{"image":["file:\\/\\/abc"]}}]', ['file-uuid file:\\/\\/abc (json)']],
    [
      '[{"content":{"image":"- file://abc\\n- file://def"}}]',
      ['file-uuid file://abc (json)', 'file-uuid file://def (json)'],
    ],
    ['[{"content":{"rows":"[{\\"a\\":\\"page://abc\\"}]"}}]', ['page-uuid page://abc (json)']],
    ['[{"content":{"text":"<p>file://abc<\\/p>"}}]', []],
    ['[{"content":{"text":"(image: file://abc)"}}]', ['file-uuid file://abc (tag)']],
    ['[{"content":{"text":"<a href=\\"/@/page/abc\\">"}}]', ['page-uuid /@/page/abc (permalink)']],
    ['[{"content":{"image":["file://abc"', ['file-uuid file://abc (json)']],
  ])('%j', (value, expected) => {
    expect(found(value, 'json')).toEqual(expected);
  });
});

test('the id of a UUID is the last part of its span', () => {
  const text = 'A: file:\\/\\/abc';
  const [reference] = references(parseContent(text), () => 'files');
  const span = reference !== undefined && 'uuid' in reference ? uuidSpan(reference) : undefined;
  expect(text.slice(span?.start, span?.end)).toBe('abc');
});

test('mentions lie inside of their fields, in order, whatever the text is', () => {
  const piece = fc.constantFrom(
    'file://abc',
    'page:\\/\\/x',
    '/@/file/y',
    '(image: a.jpg',
    ')',
    '- ',
    '\n',
    '"',
    '[',
    '\n----\n',
    'A: ',
    '\\',
    ' ',
    '{',
    'é',
  );
  const use = fc.constantFrom<FieldUse>(
    'json',
    'files',
    'pages',
    'rows',
    'link',
    'text',
    'unknown',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), use, (pieces, fieldUse) => {
      const document = parseContent(`A: ${pieces.join('')}`);
      const spans = references(document, () => fieldUse).map(({ span }) => span);
      for (const span of spans) {
        expect(span.start).toBeLessThan(span.end);
        expect(
          document.fields.some(
            ({ valueSpan }) => valueSpan.start <= span.start && span.end <= valueSpan.end,
          ),
        ).toBe(true);
      }
      expect(spans.map(({ start }) => start)).toEqual(
        spans.map(({ start }) => start).toSorted((a, b) => a - b),
      );
    }),
  );
});

test('a text that is made to be slow is not', () => {
  const slow = [
    '\\'.repeat(200_000),
    '(image:'.repeat(30_000),
    '/@'.repeat(100_000),
    'file:'.repeat(50_000),
  ];
  for (const value of slow) expect(found(`x${value}`, 'text')).toEqual([]);
}, 5_000);

test('there may be more of them than a call has arguments', () => {
  expect(found('(image: a.jpg)'.repeat(150_000), 'text')).toHaveLength(150_000);
});
