import { describe, expect, test } from 'vitest';
import { fixesIn, foundIn, messagesIn } from '../../support/check-blueprint.ts';

const code = 'error error-box';

describe('error-box', () => {
  test('finds a type that is misspelled', async () => {
    expect(await foundIn('fields:\n  a:\n    type: texarea\n')).toEqual([`${code}: texarea`]);
    expect(await messagesIn('fields:\n  a:\n    type: texarea\n')).toEqual([
      'There is no field type "texarea". Kirby shows an error in place of the field, and the next save in the Panel removes what pages have in it. "textarea" may be meant.',
    ]);
  });

  test('finds one that the name of the field stands for', async () => {
    expect(await foundIn('fields:\n  wirter: true\n')).toEqual([`${code}: wirter`]);
  });

  test('finds one in rows, blocks and settings', async () => {
    const text = `fields:
  rows:
    type: structure
    fields:
      a:
        type: nubmer
  layout:
    type: layout
    fieldsets:
      card:
        fields:
          b:
            type: toogle
    settings:
      fields:
        c:
          type: selct
`;
    const found = await foundIn(text);
    expect(found).toEqual([`${code}: nubmer`, `${code}: toogle`, `${code}: selct`]);
  });

  test('finds a section of a type that is misspelled', async () => {
    const text = 'sections:\n  a:\n    type: page\n';
    expect(await foundIn(text)).toEqual(['warning error-box: page']);
  });

  test('finds a group without fields', async () => {
    expect(await foundIn('fields:\n  a:\n    type: group\n    when:\n      b: true\n')).toEqual([
      `${code}: group`,
    ]);
  });

  test('finds a name that two sections have', async () => {
    const text =
      'sections:\n  one:\n    type: fields\n    fields:\n      a:\n        type: text\n  two:\n    type: fields\n    fields:\n      a:\n        type: url\n';
    expect(await foundIn(text)).toEqual([`${code}: a`]);
  });

  test('finds a name that two tabs have', async () => {
    const tab = (name: string): string => `  ${name}:\n    fields:\n      a:\n        type: text\n`;
    expect(await foundIn(`tabs:\n${tab('one')}${tab('two')}`)).toEqual([`${code}: a`]);
  });

  test.each([
    ['type: texarea # long', 'type: textarea # long'],
    ['type: "texarea"', 'type: "textarea"'],
    ["type: 'texarea'", "type: 'textarea'"],
  ])('mends %s', async (line, mended) => {
    const around = (written: string): string =>
      `fields:\n  a:\n    ${written}\n  b:\n    type: text\n`;
    for (const options of [{}, { yamlHandler: 'symfony' }] as const)
      expect(await fixesIn(around(line), options)).toEqual([
        ['Change to "textarea"', around(mended)],
      ]);
  });

  test('mends the type of a section', async () => {
    const text = 'sections:\r\n  a:\r\n    type: page\r\n';
    expect(await fixesIn(text)).toEqual([['Change to "pages"', text.replace('page', 'pages')]]);
  });

  test('does not rename a field whose name stands for the type', async () => {
    expect(await fixesIn('fields:\n  wirter: true\n')).toEqual([]);
  });

  test.each([
    ['a type of a plugin that is not here', 'fields:\n  a:\n    type: locator\n'],
    ['a plural, which a plugin may bring', 'fields:\n  a:\n    type: colors\n'],
    ['a field that is removed', 'fields:\n  wirter: false\n'],
    [
      'the same name in a row',
      'fields:\n  a:\n    type: structure\n    fields:\n      a: { type: text }\n',
    ],
    [
      'a field of a block whose type stands in a mixin',
      'fields:\n  b:\n    type: blocks\n    fieldsets:\n      image:\n        extends: blocks/image\n        fields:\n          ratio:\n            empty: false\n',
    ],
    [
      'a group whose fields a mixin brings',
      'fields:\n  a:\n    type: group\n    extends: groups/meta\n',
    ],
    ['an empty group', 'fields:\n  a:\n    type: group\n    fields: {}\n'],
  ])('accepts %s', async (_name, text) => {
    expect(await foundIn(text)).toEqual([]);
  });

  test('is silent where there are plugins, and in Kirby 2', async () => {
    const text = 'fields:\n  a:\n    type: texarea\n';
    const files = { 'site/plugins/a/index.php': '<?php' };
    expect(await foundIn(text, { files })).toEqual([]);
    const path = 'site/blueprints/article.yml';
    expect(await foundIn(text, { path, isAlone: true })).toEqual([]);
    expect(await foundIn(text, { path })).toEqual([`${code}: texarea`]);
  });
});
