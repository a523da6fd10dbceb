import { describe, expect, test } from 'vitest';
import { learnedField, learnedNote } from '../../server/src/site/learned-field.ts';
import { siteFrom } from '../support/site.ts';

/** Pages of one template whose field has these values. */
async function noteOf(...values: readonly string[]): Promise<string | undefined> {
  const site = await siteFrom(
    Object.fromEntries(
      values.map((value, index) => [`content/p${index}/post.txt`, `My-field: ${value}`]),
    ),
  );
  const learned = learnedField(site, 'post', 'my_field');
  return learned && `${learnedNote(learned)}: ${[...learned.values.keys()].join(' | ')}`;
}

describe('what a field looks like', () => {
  test.each([
    [['2024-01-01', '2024-05-02'], 'On 2 of 2 pages, a date: '],
    [['true', 'false', 'true'], 'On 3 of 3 pages, yes or no: true'],
    [['1', '2.5'], 'On 2 of 2 pages, a number: '],
    [['#fff', '#FF0000'], 'On 2 of 2 pages, a color: '],
    [['https://a.org', 'https://b.org/c'], 'On 2 of 2 pages, an address: '],
    [['news', 'news', 'event', 'event'], 'On 4 of 4 pages, a choice: news | event'],
    [['a, b', 'b, c', 'b'], 'On 3 of 3 pages, a list: b'],
    [['Some words', 'Other words'], 'On 2 of 2 pages: '],
  ])('%j', async (values, expected) => {
    expect(await noteOf(...values)).toBe(expected);
  });
});

test('a field that no page has is not known', async () => {
  const site = await siteFrom({ 'content/a/post.txt': 'Title: a' });
  expect(learnedField(site, 'post', 'other')).toBeUndefined();
});
