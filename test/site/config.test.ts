import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../server/src/site/config.ts';
import { readLanguages } from '../../server/src/site/languages.ts';
import { readPhp } from '../../server/src/site/php/literal.ts';

const usualText = {
  markdown: { breaks: true, extra: false, safe: false },
  smartypants: false,
  kirbytext: {
    figure: true,
    tagDefaults: {
      date: {},
      email: {},
      file: {},
      gist: {},
      image: {},
      link: {},
      tel: {},
      video: {},
    },
  },
} as const;

describe('the configuration', () => {
  const usual = readConfig(undefined);

  test('has Kirby’s defaults without a file', () => {
    expect(usual).toEqual({
      contentExtension: 'txt',
      ignored: new Set(['Thumb.db', '@eaDir']),
      yamlHandler: 'spyc',
      isYamlHandlerKnown: true,
      uuids: true,
      uuidFormat: 'short',
      url: undefined,
      locale: undefined,
      homePage: 'home',
      errorPage: 'error',
      text: usualText,
      panelLanguage: undefined,
      fieldsets: undefined,
    });
  });

  test.each<readonly [string, Partial<ReturnType<typeof readConfig>>]>([
    [`return ['yaml.handler' => 'symfony'];`, { yamlHandler: 'symfony' }],
    [`return ['yaml' => ['handler' => 'symfony']];`, { yamlHandler: 'symfony' }],
    [
      `return ['content' => ['extension' => 'md', 'uuid' => false]];`,
      { contentExtension: 'md', uuids: false },
    ],
    [`return ['yaml.handler' => env('YAML')];`, { isYamlHandlerKnown: false }],
    [`return ['yaml' => ['handler' => env('YAML')]];`, { isYamlHandlerKnown: false }],
    [`return ['yaml' => ['params' => []]];`, {}],
    [`return array_merge($a, $b);`, { isYamlHandlerKnown: false }],
    // Found in nested arrays only.
    [`return ['content.extension' => 'md', 'content.uuid' => false];`, { uuids: false }],
    [`return ['content' => ['uuid' => ['format' => 'uuid-v4']]];`, { uuidFormat: 'uuid-v4' }],
    [`return ['content.uuid' => 'uuid-v4'];`, { uuidFormat: 'uuid-v4' }],
    [`return ['url' => 'https://a.org/b'];`, { url: 'https://a.org/b' }],
    [`return ['url' => ['https://a.org', 'https://b.org']];`, { url: 'https://a.org' }],
    [`return ['url' => '/'];`, {}],
    [
      `return array('home' => 'start', 'error' => 'oops', 'smartypants' => true);`,
      { homePage: 'start', errorPage: 'oops', text: { ...usualText, smartypants: {} } },
    ],
    [
      `return ['markdown' => ['extra' => true, 'breaks' => FALSE], 'markdown.safe' => true];`,
      { text: { ...usualText, markdown: { breaks: false, extra: true, safe: false } } },
    ],
    [
      `return ['smartypants' => ['doublequote.open' => '«', 'attr' => 2]];`,
      { text: { ...usualText, smartypants: { 'doublequote.open': '«', attr: 2 } } },
    ],
    [
      `return ['kirbytext.image' => ['figure' => false, 'class' => f()]];`,
      {
        text: {
          ...usualText,
          kirbytext: {
            figure: false,
            tagDefaults: { ...usualText.kirbytext.tagDefaults, image: { figure: 'false' } },
          },
        },
      },
    ],
    [
      `return ['content' => ['ignore' => ['.', '..', 'private']]];`,
      { ignored: new Set(['.', '..', 'private']) },
    ],
    [`return ['panel' => ['language' => 'fr']];`, { panelLanguage: 'fr' }],
    [
      `return ['blocks' => ['fieldsets' => ['text', 'card' => ['name' => 'Card']]]];`,
      { fieldsets: { 0: 'text', card: { name: 'Card' } } },
    ],
    [`return ['blocks' => ['fieldsets' => ['text', 'image']]];`, { fieldsets: ['text', 'image'] }],
    [`return ['blocks' => ['fieldsets' => ['text', getenv('X')]]];`, {}],
    [`$config = ['home' => 'start']; return $config;`, { homePage: 'start' }],
    [`$name = 'sta'; return ['home' => $name . 'rt'];`, { homePage: 'start' }],
  ])('%s', (code, expected) => {
    expect(readConfig(`<?php\n${code}`)).toEqual({ ...usual, ...expected });
  });

  test.each([
    `return ['home' => getenv('HOME_PAGE')];`,
    `return ['home' => option('x') ?: 'start'];`,
    `return array_merge(['home' => 'a'], $x);`,
    `return require __DIR__ . '/other.php';`,
    `return ['home' => "start $x"];`,
    `if (true) { return ['home' => 'start']; }`,
    `$home = 'a'; if ($x) { $home = 'b'; } return ['home' => $home];`,
    `function f() { return ['home' => 'start']; }`,
    `// return ['home' => 'start'];`,
    `echo 'return'; ?> return ['home' => 'start'];`,
    `return ['home' => ['start']];`,
    `return`,
    ``,
  ])('takes the default where only PHP can tell: %s', (code) => {
    expect(readConfig(`<?php ${code}`).homePage).toBe('home');
  });

  test('reads on after what it cannot read', () => {
    const code = `<?php
      use Kirby\\Cms\\App;
      #[Attribute]
      $x = fn ($y) => [1, 2];
      return [
        // a comment, with 'quotes' and ]
        'routes' => [['pattern' => 'a', 'action' => function ($path) { return ['home' => 'no']; }]],
        'hooks' => ['page.update:after' => static fn (Page $page): array => [$page->title(), "a{$b}c"]],
        'text' => <<<EOT
          'home' => 'no',
          EOT,
        'debug' => $x ? true : false,
        'cost' => -1.5e3,
        'class' => App::class,
        'home' => 'start', # the last
      ];`;
    const { returned } = readPhp(code, '/');
    expect(readConfig(code).homePage).toBe('start');
    expect(returned instanceof Map ? [...returned.keys()] : []).toEqual([
      'routes',
      'hooks',
      'text',
      'debug',
      'cost',
      'class',
      'home',
    ]);
    expect(returned instanceof Map ? returned.get('cost') : undefined).toBe(-1500);
  });

  test('whatever the source is, something comes out, and soon', () => {
    const token = fc.constantFrom(
      'return',
      '[',
      ']',
      '(',
      ')',
      '{',
      '}',
      '=>',
      ',',
      ';',
      "'a'",
      '"b$c"',
      '$x',
      '=',
      '.',
      'new',
      'Kirby',
      'array',
      'dirname',
      '__DIR__',
      '-',
      '1',
      '<<<A',
      '\nA',
      '?>',
      '<?php',
      '/*',
      '*/',
      '#',
      'fn',
      "'",
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 60 }), (tokens) => {
        readConfig(`<?php ${tokens.join(' ')}`);
        readConfig(`<?php return ${tokens.join('')}`);
      }),
    );
    for (const repeated of [
      '[',
      'return [',
      "'a' . ",
      'new Kirby(',
      '$x = ',
      '/',
      '<',
      '"',
      '((',
    ]) {
      readConfig(`<?php return ${repeated.repeat(20_000)}`);
    }
  });
});

describe('languages', () => {
  test.each<
    readonly [string, Readonly<Record<string, string>>, readonly string[], string | undefined]
  >([
    ['none', {}, [], undefined],
    [
      'the default by its mark',
      { 'de.php': `['code' => 'de']`, 'en.php': `['code' => 'en', 'default' => true]` },
      ['de', 'en'],
      'en',
    ],
    [
      'the first without a mark',
      { 'fr.php': `['code' => 'fr']`, 'de.php': `['code' => 'de']` },
      ['de', 'fr'],
      'de',
    ],
    [
      'the code inside of the file',
      { 'german.php': `['code' => 'de-CH', 'default' => true]` },
      ['de-CH'],
      'de-CH',
    ],
    ['the name of the file', { 'it.php': `['default' => true]` }, ['it'], 'it'],
    ['what only PHP can tell, by its name', { 'it.php': `load('it')` }, ['it'], 'it'],
    ['a file that holds no array', { 'it.php': `1` }, [], undefined],
  ])('%s', (_name, files, codes, defaultCode) => {
    const sources = Object.entries(files).map(
      ([name, code]) => [name, `<?php return ${code};`] as const,
    );
    expect(readLanguages(new Map(sources))).toMatchObject({ codes, defaultCode });
  });

  const languageOf = (code: string): unknown =>
    readLanguages(new Map([['it.php', `<?php return ${code};`]])).details[0];

  test('are read as far as they are literal', () => {
    expect(
      languageOf(`['code' => 'it_CH', 'default' => true, 'name' => 'Italiano', 'direction' => 'rtl',
        'locale' => ['LC_ALL' => 'it_CH.utf-8'], 'url' => '/', 'translations' => ['a' => 'b'],
        'slugs' => ['ü' => 'ue', 'x' => f()], 'smartypants' => ['doublequote.open' => '«']]`),
    ).toEqual({
      code: 'it_CH',
      isDefault: true,
      isCodeKnown: true,
      name: 'Italiano',
      direction: 'rtl',
      locale: 'it_CH.utf-8',
      url: '/',
      slugs: { ü: 'ue' },
      smartypants: { 'doublequote.open': '«' },
    });
  });

  test.each([
    ['nothing is said', '[]', { code: 'it', isCodeKnown: true, isDefault: false, name: 'it' }],
    ['PHP knows the default', `['default' => f()]`, { isCodeKnown: true, isDefault: undefined }],
    ['PHP knows the code', `['code' => f()]`, { code: 'it', isCodeKnown: false, isDefault: false }],
    ['PHP knows a part', `[...f()]`, { isCodeKnown: false, isDefault: undefined }],
    ['PHP knows all', `f()`, { code: 'it', isCodeKnown: false, isDefault: undefined }],
    ['the default is a word', `['default' => 'yes']`, { isDefault: false }],
  ])('say what is not certain: %s', (_name, code, expected) => {
    expect(languageOf(code)).toMatchObject(expected);
  });
});
