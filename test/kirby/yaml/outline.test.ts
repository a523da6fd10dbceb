import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type YamlEntry, yamlOutline } from '../../../server/src/kirby/yaml/outline.ts';

/** The outline as lines of keys and values. */
function drawn(entries: readonly YamlEntry[], depth = 0): readonly string[] {
  return entries.flatMap(({ key, isItem, value, entries: below }) => [
    `${'  '.repeat(depth)}${isItem ? '-' : key}${value === undefined ? '' : ` = ${value.text}`}`,
    ...drawn(below, depth + 1),
  ]);
}

function outline(text: string): string {
  return drawn(yamlOutline(text)).join('\n');
}

describe('the outline of a YAML text', () => {
  test.each([
    ['nested maps', 'a:\n  b: 1\n  c:\n    d: x\ne: y', 'a\n  b = 1\n  c\n    d = x\ne = y'],
    ['TABs', 'a:\n\tb:\n\t\tc: 2', 'a\n  b\n    c = 2'],
    ['line breaks of Windows', 'a:\r\n  b: 1\r\n', 'a\n  b = 1'],
    ['lists', 'a:\n  - x\n  - y\nb:', 'a\n  - = x\n  - = y\nb'],
    ['lists as far left as their key', 'a:\n- x\n- y\nb: z', 'a\n  - = x\n  - = y\nb = z'],
    ['maps in lists', '- a: 1\n  b: 2\n- a: 3', '-\n  a = 1\n  b = 2\n-\n  a = 3'],
    [
      'keys that are indented too far',
      '- a: 1\n   b: 2\nc:\n  d: 1\n    e: 2',
      '-\n  a = 1\n  b = 2\nc\n  d = 1\n  e = 2',
    ],
    ['a dash alone', '-\n  a: 1\n-\n  a: 2', '-\n  a = 1\n-\n  a = 2'],
    ['lists in lists', '- - a\n  - b', '-\n  - = a\n  - = b'],
    ['quotes', `"a b": 'c: d'\n'e': "f"`, 'a b = c: d\ne = f'],
    ['comments', '# x: 1\na: b # c\n  # d:\nurl: a#b', 'a = b\nurl = a#b'],
    ['texts over several lines', 'a: |\n  b: no\n\n  c: no\nd: >-\n   e: no\nf: g', 'a\nd\nf = g'],
    ['a text in a list', '- |\n  b: no\n- c: d', '-\n-\n  c = d'],
    [
      'brackets',
      'a: { b: c, d: [x, "y"] }\ne: [f]',
      'a\n  b = c\n  d\n    - = x\n    - = y\ne\n  - = f',
    ],
    ['brackets over lines', 'a: {\n  b: c,\n  d: e\n}\nf: g', 'a\n  b = c\n  d = e\nf = g'],
    ['brackets without an end', 'a: { b: c\nd: [', 'a\nd'],
    ['colons in values and keys', 'a: b: c\nhttp://x: y', 'a = b: c\nhttp://x = y'],
    ['anchors', 'a: &x\n  b: 1\nc: *x', 'a\n  b = 1\nc'],
    ['no YAML at all', 'just words\n: x\n]', ''],
  ])('knows %s', (_, text, expected) => {
    expect(outline(text)).toBe(expected);
  });

  test('says where keys and values stand', () => {
    const text = '\uFEFFtitle: X\nfields:\n  "cover": fields/cover # here\n  list: [a, { b: c }]';
    const places: string[] = [];
    const collect = (entries: readonly YamlEntry[]): void => {
      for (const { keySpan, value, entries: below } of entries) {
        places.push(text.slice(keySpan.start, keySpan.end));
        if (value !== undefined) places.push(text.slice(value.span.start, value.span.end));
        collect(below);
      }
    };
    collect(yamlOutline(text));
    expect(places.join(' ')).toBe('title X fields cover fields/cover list a a { b c');
  });

  test('never fails, and its places lie in the text', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ':', ' ', '\n', '-', '{', '}', '[', ']', ',', '"', '|', '#', '\t'),
    });
    const check = (entries: readonly YamlEntry[], length: number): void => {
      for (const { keySpan, value, entries: below } of entries) {
        for (const { start, end } of [keySpan, value?.span ?? keySpan]) {
          expect(start >= 0 && start <= end && end <= length).toBe(true);
        }
        check(below, length);
      }
    };
    fc.assert(
      fc.property(text, (given) => {
        check(yamlOutline(given), given.length);
      }),
    );
    expect(yamlOutline('a: ' + '['.repeat(100_000))).toHaveLength(1);
    expect(yamlOutline('- '.repeat(20_000))).toHaveLength(1);
  });
});
