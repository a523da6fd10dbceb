import { describe, expect, test } from 'vitest';
import { foundIn, messagesIn } from '../../support/check-blueprint.ts';

const fields = (name: string, type = 'text'): string => `fields:\n  ${name}:\n    type: ${type}\n`;

describe('unkept-name', () => {
  test.each(['my-field', 'größe', 'a.b', '"two words"', '_a', 'a__b'])('finds %s', async (name) => {
    const marked = name.replaceAll('"', '');
    expect(await foundIn(fields(name))).toEqual([`error unkept-name: ${marked}`]);
  });

  test('says what becomes of it', async () => {
    const [hidden] = await messagesIn(fields('my-field'));
    expect(hidden).toContain('as "my_field", so that the Panel always shows it empty');
    const [moved] = await messagesIn(fields('größe'));
    expect(moved).toContain('moves its value to another name');
  });

  test.each([
    ['letters, digits and underscores', fields('my_field2')],
    ['capitals', fields('myField')],
    ['a field without a value', fields('my-line', 'line')],
    ['a field of a plugin', fields('my-place', 'locator')],
    [
      'a name in a row',
      `fields:\n  rows:\n    type: structure\n    fields:\n      my-field:\n        type: text\n`,
    ],
    ['a field that is removed', 'fields:\n  my-field: false\n'],
    ['the name of a section', 'sections:\n  my-pages:\n    type: pages\n'],
  ])('accepts %s', async (_name, text) => {
    expect(await foundIn(text)).toEqual([]);
  });

  test('finds it in a mixin that pages use, and in none that stands in rows alone', async () => {
    const path = 'site/blueprints/sections/meta.yml';
    const text = `type: fields\n${fields('my-field')}`;
    const used = { 'site/blueprints/pages/other.yml': 'sections:\n  meta: sections/meta\n' };
    expect(await foundIn(text, { path, files: used })).toEqual(['error unkept-name: my-field']);
    expect(await foundIn(text, { path })).toEqual([]);
  });
});
