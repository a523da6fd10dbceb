import { describe, expect, test } from 'vitest';
import { foundIn, messagesIn, symfony } from '../../support/check-blueprint.ts';

describe('endless-mixin', () => {
  test('finds a blueprint that extends itself', async () => {
    expect(await foundIn('extends: pages/article\n')).toEqual([
      'error endless-mixin: pages/article',
    ]);
    expect(await messagesIn('extends: [fields/x, pages/article]\n')).toEqual([
      expect.stringMatching(/^This blueprint extends itself\. Kirby goes round/),
    ]);
  });

  test.each([{}, symfony])('finds one that does so by way of others', async (config) => {
    const files = {
      ...config,
      'site/blueprints/pages/base.yml': 'extends: pages/more\n',
      'site/blueprints/pages/more.yml': 'extends:\n  - pages/other\n  - pages/article\n',
      'site/blueprints/pages/other.yml': 'extends: pages/base\n',
    };
    expect(await messagesIn('extends: pages/base\n', { files })).toEqual([
      expect.stringContaining('by way of pages/base, pages/more.'),
    ]);
  });

  test.each([
    ['another blueprint', 'extends: pages/base\n', { 'pages/base': 'title: Base\n' }],
    ['one that is in a circle itself', 'extends: pages/a\n', { 'pages/a': 'extends: pages/a\n' }],
    ['blocks that offer themselves', 'fields:\n  a:\n    type: blocks\n', {}],
    [
      'a field that another blueprint has as well',
      'fields:\n  a:\n    extends: fields/a\n',
      { 'fields/a': 'type: text\n' },
    ],
  ])('accepts %s', async (_name, text, blueprints) => {
    const files = Object.fromEntries(
      Object.entries(blueprints).map(([name, source]) => [`site/blueprints/${name}.yml`, source]),
    );
    expect(await foundIn(text, { files })).toEqual([]);
  });
});
