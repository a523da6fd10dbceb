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

  test('go on in a list', async () => {
    const offered = await completionIn(block('"marks":"a, $0"'), { files });
    expect(offered.items.filter(({ kind }) => kind === 'value').map(({ label }) => label)).toEqual([
      'a, b',
      'a, c',
    ]);
    expect(offered.accept('a, c')).toBe(block('"marks":"a, c"'));
  });
});
