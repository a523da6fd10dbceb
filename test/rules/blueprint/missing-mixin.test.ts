import { describe, expect, test } from 'vitest';
import { fixesIn, foundIn, messagesIn } from '../../support/check-blueprint.ts';

const files = {
  'site/blueprints/fields/cover.yml': 'type: files\n',
  'site/blueprints/tabs/media.yml': 'label: Media\n',
  'site/blueprints/sections/drafts.yml': 'type: pages\n',
};

describe('missing-mixin', () => {
  test.each([
    ['fields:\n  cover: fields/covr\n', 'error missing-mixin: fields/covr'],
    [
      'fields:\n  cover:\n    extends: fields/covers\n    type: files\n',
      'warning missing-mixin: fields/covers',
    ],
    [
      'fields:\n  cover:\n    type: files\n    extends:\n      - fields/cover\n      - fields/cver\n',
      'warning missing-mixin: fields/cver',
    ],
    ['tabs:\n  media: tabs/Media\n', 'warning missing-mixin: tabs/Media'],
    ['sections:\n  a: sections/draft\n', 'warning missing-mixin: sections/draft'],
    ['extends: pages/othr\n', 'warning missing-mixin: pages/othr'],
  ])('finds %j', async (text, expected) => {
    expect(await foundIn(text, { files })).toEqual([expected]);
  });

  test('names what may be meant', async () => {
    expect(await messagesIn('tabs:\n  media: tabs/mdia\n', { files })).toEqual([
      'There is no blueprint "tabs/mdia". Kirby goes on without it, and all that it should bring is missing in the tab. "tabs/media" may be meant.',
    ]);
  });

  test('writes the name of what is there', async () => {
    const text = 'fields:\n  cover:\n    type: files\n    extends: [fields/cver, fields/cover]\n';
    for (const options of [{ files }, { files, yamlHandler: 'symfony' }] as const)
      expect(await fixesIn(text, options)).toEqual([
        ['Change to "fields/cover"', text.replace('cver', 'cover')],
      ]);
    expect(await fixesIn('tabs:\n  media: "tabs/Media"\n', { files })).toEqual([
      ['Change to "tabs/media"', 'tabs:\n  media: "tabs/media"\n'],
    ]);
  });

  test.each([
    ['what is there', 'fields:\n  cover: fields/cover\ntabs: {}\n'],
    ['what is Kirby’s own', 'extends: pages/default\n'],
    ['what a plugin may bring that is not here', 'tabs:\n  seo: seo/page\n'],
    [
      'a name of something else',
      'fields:\n  a:\n    type: select\n    options:\n      a: fields/covr\n',
    ],
  ])('accepts %s', async (_name, text) => {
    expect(await foundIn(text, { files })).toEqual([]);
  });

  test('is silent where there are plugins', async () => {
    const plugin = { ...files, 'site/plugins/seo/index.php': '<?php' };
    expect(await foundIn('fields:\n  cover: fields/covr\n', { files: plugin })).toEqual([]);
  });

  test('finds a type in the place of a blueprint', async () => {
    const text = 'fields:\n  n: number\n  text: textarea\n';
    expect(await foundIn(text)).toEqual([
      'error missing-mixin: number',
      'warning missing-mixin: textarea',
    ]);
    expect(await fixesIn(text)).toEqual([
      ['Write "type: number"', 'fields:\n  n:\n    type: number\n  text: textarea\n'],
      ['Write "type: textarea"', 'fields:\n  n: number\n  text:\n    type: textarea\n'],
    ]);
  });

  test('accepts a type that is the name as well', async () => {
    expect(await foundIn('fields:\n  email: email\n  gap: gap\n')).toEqual([]);
  });

  test('knows nothing of what a section of another type takes for fields', async () => {
    const section = (type: string) => `sections:\n  a:\n${type}    fields:\n      n: number\n`;
    const found = ['error missing-mixin: number'];
    expect(await foundIn(section('    type: fields\n'))).toEqual(found);
    expect(await foundIn(section('    type: table\n'))).toEqual([]);
  });

  test.each([
    ['a blueprint of that name', { 'site/blueprints/number.yml': 'type: number\n' }],
    ['a plugin that may bring one', { 'site/plugins/a/index.php': '<?php' }],
  ])('accepts %s', async (_name, files) => {
    expect(await foundIn('fields:\n  n: number\n', { files })).toEqual([]);
  });
});
