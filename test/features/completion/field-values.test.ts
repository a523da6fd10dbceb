import { describe, expect, test } from 'vitest';
import { completionIn } from '../../support/completion.ts';

const files = {
  'site/blueprints/pages/article.yml': `
fields:
  status:
    type: select
    options:
      draft: In the making
      public: For everyone
  wide:
    type: toggle
  tags:
    type: checkboxes
    options: [red, green, blue]
  colours:
    type: multiselect
    separator: ";"
    options: [red, green]
  text:
    type: text
  dynamic:
    type: select
    options: query
    query: site.children
  hidden:
    type: select
    options: query
    query: kirby.collection("all")
`,
};

test.each([
  ['of a select', 'Status: $0', ['draft', 'public']],
  ['without a blank', 'Status:$0', ['draft', 'public']],
  ['of a toggle', 'Wide: $0', ['true', 'false']],
  ['of checkboxes, without those chosen', 'Tags: red, $0', ['green', 'blue']],
  ['none of a text', 'Text: $0', []],
  ['of a query', 'Dynamic: $0', ['article']],
  ['none of a query that only PHP can answer', 'Hidden: $0', []],
  ['none in the name', 'Sta$0tus: x', []],
])('choices %s', async (_, marked, expected) => {
  const { items } = await completionIn(marked, { files });
  expect(items.filter(({ kind }) => kind === 'value').map(({ label }) => label)).toEqual(expected);
});

describe('choices are written', () => {
  test.each([
    ['after the colon', 'Status: $0', 'public', 'Status: public'],
    ['over the whole value', 'Status: dr$0aft', 'public', 'Status: public'],
    [
      'between dividers',
      'Title: A\n\n----\n\nStatus: $0\n\n----\n\nText: x',
      'public',
      'Title: A\n\n----\n\nStatus: public\n\n----\n\nText: x',
    ],
    ['as the last of several', 'Tags: red, $0', 'blue', 'Tags: red, blue'],
    ['over one of several', 'Tags: red, gre$0, blue', 'green', 'Tags: red, green, blue'],
    ['with another separator', 'Colours: red; gr$0', 'green', 'Colours: red; green'],
  ])('%s', async (_, marked, label, expected) => {
    expect((await completionIn(marked, { files })).accept(label)).toBe(expected);
  });
});
