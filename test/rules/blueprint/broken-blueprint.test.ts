import { describe, expect, test } from 'vitest';
import { foundIn, messagesIn } from '../../support/check-blueprint.ts';

const code = 'error broken-blueprint';

describe('broken-blueprint', () => {
  test.each([
    ['an open bracket', 'fields:\n  a: [\n', '['],
    ['an open quotation mark', 'title: "Article\n', '"'],
    ['a tab', 'fields:\n\ta: true\n', undefined],
    ['a query without quotation marks', 'title: {{ page.title }}\n', undefined],
  ])('finds what Symfony refuses: %s', async (_name, text, marked) => {
    const found = await foundIn(text, { yamlHandler: 'symfony' });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(marked === undefined ? code : `${code}: ${marked}`);
  });

  test.each([
    ['site/blueprints/pages/article.yml', 'takes the default one without a word'],
    ['site/blueprints/site.yml', 'Kirby stops with an error'],
    ['site/blueprints/tabs/seo.yml', 'goes on without it'],
  ])('says what becomes of %s', async (path, said) => {
    const [message] = await messagesIn('title: "A\n', { path, yamlHandler: 'symfony' });
    expect(message).toContain(said);
  });

  test('finds what an indentation makes Spyc drop', async () => {
    const text = 'status:\n  unlisted: In review\n    text: Not shown\n';
    expect(await foundIn(text)).toEqual([`${code}: text: Not shown`]);
  });

  test('finds a query that Spyc reads as a list', async () => {
    const text = 'fields:\n  a:\n    type: text\n    default: {{ page.title }}\n    width: 1/2\n';
    expect(await foundIn(text)).toEqual([`${code}: {{ page.title }}`]);
  });

  test('finds a field that is a number', async () => {
    expect(await foundIn('fields:\n  a: 5\n  b: true\n')).toContain(`${code}: a: 5`);
  });

  test.each([
    'title: Article\nfields:\n  a:\n    type: text\n    default: "{{ page.title }}"\n',
    'fields:\n  a: {type: text}\n  b:\n    type: info\n    text: |\n      {{ page.title }}\n',
    'fields:\n\ta:\n\t\ttype: text\n',
    '',
  ])('accepts what Spyc reads as it looks: %j', async (text) => {
    expect(await foundIn(text)).toEqual([]);
  });

  test('is silent where only PHP knows the engine', async () => {
    const files = {
      'site/config/config.php': "<?php return ['yaml' => ['handler' => option('x')]];",
    };
    expect(await foundIn('fields:\n  a: 5\n', { files })).toEqual([]);
  });
});
