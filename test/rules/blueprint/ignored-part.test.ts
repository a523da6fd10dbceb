import { describe, expect, test } from 'vitest';
import { foundIn, messagesIn } from '../../support/check-blueprint.ts';

const fields = 'fields:\n  a:\n    type: text\n';
const sections = 'sections:\n  list:\n    type: pages\n';
const columns = 'columns:\n  - sections:\n      drafts:\n        type: pages\n';
const tabs = 'tabs:\n  one:\n    fields:\n      b:\n        type: text\n';

const indented = (text: string, by: string): string => text.replace(/^(?=.)/gm, by);

describe('ignored-part', () => {
  test.each([
    ['tabs beside fields', fields + tabs, ['tabs']],
    ['sections beside fields', sections + fields, ['sections']],
    ['columns beside sections', sections + columns, ['columns']],
    ['tabs beside columns', columns + tabs, ['tabs']],
    ['all but the first', tabs + columns + sections + fields, ['tabs', 'columns', 'sections']],
    [
      'columns beside fields in a tab',
      `tabs:\n  one:\n${indented(fields + columns, '    ')}`,
      ['columns'],
    ],
    [
      'sections beside fields in a column',
      `columns:\n  left:\n${indented(fields + sections, '    ')}`,
      ['sections'],
    ],
  ])('finds %s', async (_name, text, marked) => {
    expect(await foundIn(text)).toEqual(marked.map((key) => `warning ignored-part: ${key}`));
  });

  test('says why', async () => {
    expect(await messagesIn(fields + tabs)).toEqual([
      'Kirby ignores these tabs, because there are fields beside them: everything in here is missing in the Panel. Move the fields into the tabs, or remove one of the two.',
    ]);
  });

  test.each([
    ['one of them', fields],
    ['an empty one', `${fields}tabs:\n`],
    ['a preset', `preset: page\n${fields}${sections}`],
    [
      'the columns of a structure',
      `fields:\n  s:\n    type: structure\n    columns:\n      a:\n        width: 1/2\n${indented(fields, '    ')}`,
    ],
  ])('accepts %s', async (_name, text) => {
    expect(await foundIn(text)).toEqual([]);
  });

  test('knows a mixin of a field from one of a tab', async () => {
    const text = `type: structure\ncolumns:\n  a:\n    width: 1/2\n${fields}`;
    expect(await foundIn(text, { path: 'site/blueprints/fields/rows.yml' })).toEqual([]);
    expect(await foundIn(fields + columns, { path: 'site/blueprints/tabs/seo.yml' })).toEqual([
      'warning ignored-part: columns',
    ]);
  });
});
