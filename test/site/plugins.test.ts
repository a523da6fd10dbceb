import { describe, expect, test } from 'vitest';
import { readPlugins } from '../../server/src/site/plugins.ts';
import { siteFrom } from '../support/site.ts';

/** The script of a plugin whose array is this. */
function script(array: string, call = 'Kirby::plugin'): string {
  return `<?php

use Kirby\\Cms\\App as Kirby;

@include_once __DIR__ . '/vendor/autoload.php';

${call}('acme/seo', [${array}]);
`;
}

const read = (source: string): ReturnType<typeof readPlugins> =>
  readPlugins(new Map([['plugins/seo/index.php', source]]));

describe('what a plugin registers', () => {
  test('blueprints as files and as arrays', () => {
    const { blueprints } = read(
      script(`
        'blueprints' => [
          'tabs/seo' => __DIR__ . '/lib/../yml/seo.yml',
          'fields/title' => ['type' => 'text', 'label' => 'Title', 'maxlength' => 60],
          'fields/list' => ['type' => 'select', 'options' => ['a', 'b']],
        ],
      `),
    );
    expect(Object.fromEntries(blueprints)).toEqual({
      'tabs/seo': { kind: 'file', path: 'plugins/seo/yml/seo.yml' },
      'fields/title': {
        kind: 'array',
        raw: { status: 'read', value: { type: 'text', label: 'Title', maxlength: 60 } },
      },
      'fields/list': {
        kind: 'array',
        raw: { status: 'read', value: { type: 'select', options: ['a', 'b'] } },
      },
    });
  });

  test('nothing that only PHP can tell', () => {
    const { blueprints } = read(
      script(`
        'blueprints' => [
          'pages/a' => fn () => ['title' => 'A'],
          'pages/b' => ['title' => option('acme.title')],
          'pages/c' => require __DIR__ . '/c.php',
        ],
      `),
    );
    expect([...blueprints.values()]).toEqual(
      Array.from({ length: 3 }, () => ({ kind: 'array', raw: { status: 'unreadable' } })),
    );
  });

  test('types of fields and of blocks', () => {
    const { fieldTypes, blockTypes } = read(
      script(
        `
        'fields' => ['Map' => ['props' => ['zoom' => function ($zoom = 5) { return $zoom; }]]],
        'snippets' => ['blocks/card' => __DIR__ . '/card.php', 'header' => __DIR__ . '/h.php'],
        'blockModels' => ['quote' => QuoteBlock::class],
      `,
        String.raw`\Kirby\Cms\App::plugin`,
      ),
    );
    expect([...fieldTypes]).toEqual(['map']);
    expect([...blockTypes].sort()).toEqual(['card', 'quote']);
  });

  test('nothing while it is switched off, or of what calls something else', () => {
    const source = script(`'fields' => ['map' => []]`);
    expect(readPlugins(new Map([['plugins/_seo/index.php', source]])).fieldTypes.size).toBe(0);
    expect(read(script(`'fields' => ['map' => []]`, 'Other::plugin')).fieldTypes.size).toBe(0);
    expect(read('<?php return [').fieldTypes.size).toBe(0);
  });
});

test('a page extends what a plugin registers', async () => {
  const site = await siteFrom({
    'content/1_a/article.txt': 'Title: A',
    'site/blueprints/pages/article.yml': 'tabs:\n  seo: tabs/seo\n  more: tabs/more\n',
    'site/plugins/seo/index.php': script(`
      'blueprints' => [
        'tabs/seo' => __DIR__ . '/yml/seo.yml',
        'tabs/more' => ['fields' => ['robots' => ['type' => 'toggle']]],
      ],
      'snippets' => ['blocks/card' => __DIR__ . '/card.php'],
    `),
    'site/plugins/seo/yml/seo.yml': 'fields:\n  metatitle:\n    type: text\n',
  });
  const fields = site.blueprints.blueprint('pages/article')?.fields;
  expect([...(fields?.keys() ?? [])]).toEqual(['metatitle', 'robots']);
  expect(site.options.blockTypes.has('card')).toBe(true);
});
