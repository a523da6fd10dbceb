import { describe, expect, test } from 'vitest';
import { completionIn } from '../../support/completion.ts';

const files = {
  'site/blueprints/pages/article.yml': `
fields:
  topics:
    type: tags
  author:
    type: text
  day:
    type: date
    format: d.m.Y
  start:
    type: date
    time: true
  clock:
    type: time
  tint:
    type: color
  body:
    type: blocks
    fieldsets:
      card:
        fields:
          state:
            type: select
            options: [open, closed]
          marks:
            type: checkboxes
            options: [a, b, c]
`,
  'content/a/article.txt': 'Topics: Rust, Wood\n\n----\n\nAuthor: Ada\n\n----\n\nTint: #ff0000',
  'content/b/article.txt': 'Topics: Wood\n\n----\n\nAuthor: Ada\n\n----\n\nTint: #ff0000',
  'content/c/article.txt': 'Topics: Wood, Iron\n\n----\n\nAuthor: Grace',
};

async function values(marked: string): Promise<readonly string[]> {
  const { items } = await completionIn(marked, { files });
  return items
    .filter(({ kind }) => kind === 'value')
    .map(({ label, detail }) => (detail === undefined ? label : `${label} (${detail})`));
}

describe('what other pages have', () => {
  test('comes by how often', async () => {
    expect(await values('Topics: $0')).toEqual([
      'Wood (On 3 pages)',
      'Iron (On 1 page)',
      'Rust (On 1 page)',
    ]);
  });

  test('without what is chosen', async () => {
    expect(await values('Topics: Wood, $0')).toEqual(['Iron (On 1 page)', 'Rust (On 1 page)']);
  });

  test('of a text only what stands more than once', async () => {
    expect(await values('Author: $0')).toEqual(['Ada (On 2 pages)']);
    expect(await values('Tint: $0')).toEqual(['#ff0000 (On 2 pages)']);
  });
});

describe('now', () => {
  test.each([
    ['in the field’s format', 'Day: $0', '14.03.2026 (Today)'],
    ['with the time', 'Start: $0', '2026-03-14 09:26:53 (Today, now)'],
    ['of the day', 'Clock: $0', '09:26:53 (Now)'],
  ])('%s', async (_, marked, expected) => {
    expect(await values(marked)).toContain(expected);
  });
});

describe('in blocks', () => {
  const block = (content: string): string => `Body: [{"type":"card","content":{${content}}}]`;

  test('the options of a field', async () => {
    expect(await values(block('"state":"$0"'))).toEqual(['open', 'closed']);
  });

  test.each([
    ['"marks":"a, $0"', ['b', 'c']],
    ['"marks":"$0, c"', ['a', 'b']],
    ['"marks":"a, b$0, c"', ['b']],
    ['"marks":["a",$0,"c"]', ['b']],
    ['"marks":["a","$0"]', ['b', 'c']],
  ])('without those of the list: %s', async (content, expected) => {
    const { items } = await completionIn(block(content), { files });
    expect(items.filter(({ kind }) => kind === 'value').map(({ label }) => label)).toEqual(
      expected,
    );
  });

  test.each([
    ['at its end', '"marks":"a, $0"', '"marks":"a, b"'],
    ['before others', '"marks":"$0, \\u00e4"', '"marks":"b, \\u00e4"'],
    ['between others', '"marks":"\\u00e4, x$0y, c"', '"marks":"\\u00e4, b, c"'],
    ['in a string without an end', '"marks":"a, $0', '"marks":"a, b"'],
    ['as an item', '"marks":["a"$0]', '"marks":["a","b"]'],
  ])('go on in a list %s', async (_, before, after) => {
    expect((await completionIn(block(before), { files })).accept('b')).toBe(block(after));
  });
});
