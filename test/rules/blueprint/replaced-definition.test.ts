import { describe, expect, test } from 'vitest';
import { foundIn } from '../../support/check-blueprint.ts';

describe('replaced-definition', () => {
  test('finds a field that is there twice', async () => {
    const text = 'fields:\n  a:\n    type: text\n  b:\n    type: date\n  a:\n    type: url\n';
    expect(await foundIn(text)).toEqual(['error replaced-definition: a']);
  });

  test('finds a setting that is there twice', async () => {
    const text = 'fields:\n  a:\n    type: text\n    label: One\n    type: url\n';
    expect(await foundIn(text)).toEqual(['error replaced-definition: type']);
  });

  test('finds only the outermost of what is dropped', async () => {
    const text = 'fields:\n  a:\n    type: text\n    type: url\n  a:\n    type: url\n';
    expect(await foundIn(text)).toEqual(['error replaced-definition: a']);
  });

  test('leaves it to Symfony to refuse it', async () => {
    const found = await foundIn('title: A\ntitle: B\n', { yamlHandler: 'symfony' });
    expect(found).toEqual([expect.stringContaining('error broken-blueprint')]);
  });

  test.each([
    'fields:\n  a:\n    type: text\n  b:\n    type: text\n',
    'fields:\n  a:\n    type: structure\n    fields:\n      a:\n        type: text\n',
    'fields:\n  a:\n    type: select\n    options:\n      - text: A\n        value: a\n      - text: B\n        value: b\n',
    'fields:\n  a:\n    type: info\n    text: |\n      a: 1\n      a: 2\n',
  ])('accepts the same key in other maps: %j', async (text) => {
    expect(await foundIn(text)).toEqual([]);
  });
});
