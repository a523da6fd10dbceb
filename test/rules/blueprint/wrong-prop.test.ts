import { describe, expect, test } from 'vitest';
import { fixesIn, foundIn, messagesIn } from '../../support/check-blueprint.ts';

const field = (type: string, ...props: readonly string[]): string =>
  `fields:\n  a:\n    type: ${type}\n${props.map((prop) => `    ${prop}\n`).join('')}`;

describe('wrong-prop', () => {
  test.each([
    [field('text', 'maxlength: many'), 'many'],
    [field('number', 'max: many'), 'many'],
    [field('tags', 'min: "two"'), '"two"'],
    [field('structure', 'fields: text'), 'text'],
    [field('structure', 'columns: true'), 'true'],
    [field('blocks', 'max:', '  - 3'), '3'],
    [field('text', 'required: [a, b]'), '[a, b]'],
    [field('files', 'query: [a]'), '[a]'],
    ['fields:\n  tags:\n    max: many\n', 'many'],
    [
      `fields:\n  b:\n    type: object\n    fields:\n      c:\n        type: url\n        minlength: few\n`,
      'few',
    ],
  ])('finds %j', async (text, marked) => {
    expect(await foundIn(text)).toEqual([`error wrong-prop: ${marked}`]);
  });

  test('finds it in a mixin that says its type', async () => {
    const path = 'site/blueprints/fields/intro.yml';
    expect(await foundIn('type: text\nmaxlength: many\n', { path })).toEqual([
      'error wrong-prop: many',
    ]);
  });

  test('says what it has to be', async () => {
    expect(await messagesIn(field('text', 'maxlength: many'))).toEqual([
      'The setting "maxlength" of a field of type "text" has to be a number. Kirby cannot make a form with this, and the Panel cannot open what uses the blueprint.',
    ]);
  });

  test.each([
    ['numbers in quotes', field('text', 'maxlength: "10"', 'minlength: " 2"')],
    ['true where a number is wanted', field('tags', 'max: true')],
    ['any scalar where true or false is wanted', field('text', 'required: "no"', 'counter: 0')],
    ['what is empty', field('text', 'maxlength:', 'pattern: ""')],
    ['what begins with a number', field('text', 'maxlength: 10 characters')],
    ['what is not known', field('text', 'whatever: [a]', 'label: [a]', 'constructor: [a]')],
    ['a step in words', field('number', 'step: any')],
    ['a type of a plugin', field('locator', 'max: many')],
  ])('accepts %s', async (_name, text) => {
    expect(await foundIn(text)).toEqual([]);
  });

  test('accepts a field of Kirby’s own that a plugin replaces', async () => {
    const files = {
      'site/plugins/a/index.php': "<?php Kirby::plugin('a/b', ['fields' => ['text' => []]]);",
    };
    expect(await foundIn(field('text', 'maxlength: many'), { files })).toEqual([]);
    expect(await foundIn(field('url', 'maxlength: many'), { files })).toHaveLength(1);
  });

  test.each([
    [field('text', 'converter: uppercase'), 'uppercase'],
    [field('color', 'format: cmyk'), 'cmyk'],
    [field('color', 'mode: "wheel"'), '"wheel"'],
    [field('link', 'options: [url, pages]'), 'pages'],
    [field('entries', 'field: writer'), 'writer'],
    [field('entries', 'field:', '  type: structure'), 'structure'],
    [field('text', 'validate: emial'), 'emial'],
    [field('text', 'validate: [minlenght]'), 'minlenght'],
    [field('text', 'validate:', '  minlenght: 3'), 'minlenght'],
    [field('select', 'options:', '  - red: Red'), 'red'],
    [field('radio', 'options:', '  - text: Red', '    icon: x'), 'text'],
    [field('tags', 'options:', '  type: array', '  options:', '    - red: Red'), 'red'],
  ])('finds a word that Kirby refuses: %j', async (text, marked) => {
    expect(await foundIn(text)).toEqual([`error wrong-prop: ${marked}`]);
  });

  test.each([
    field('text', 'converter: ucfirst'),
    field('text', 'converter:'),
    field('writer', 'converter: any'),
    field('color', 'format: rgb', 'mode: options', 'options: ["#fff"]'),
    field('link', 'options: [custom, tel]'),
    field('entries', 'field: { type: url }'),
    field('entries', 'field: { extends: fields/x }'),
    field('entries', 'field: locator'),
    field('text', 'validate: [minLength, STARTSWITH, isbn]'),
    field('text', 'validate: { between: [1, 2], url: true }'),
    field('blocks', 'validate: emial'),
    field('select', 'options:', '  - value: a', '    text: A', '  - b'),
    field('select', 'options:', '  red: { en: Red, de: Rot }'),
    field('select', 'options: query', 'query: site.children'),
    field('files', 'options:', '  - a: b'),
  ])('accepts %j', async (text) => {
    expect(await foundIn(text)).toEqual([]);
  });

  test('finds a store that keeps nothing', async () => {
    const text = field('pages', 'store: slug');
    expect(await foundIn(text)).toEqual(['error wrong-prop: slug']);
    expect(await fixesIn(text)).toEqual([['Change to "uuid"', field('pages', 'store: uuid')]]);
    expect(await foundIn(field('users', 'store: email'))).toEqual([]);
    expect(await foundIn(field('text', 'store: slug'))).toEqual([]);
  });

  test.each([
    [String.raw`\\d+`, String.raw`\d+`],
    [String.raw`"[\\w-]{2}"`, String.raw`"[\w-]{2}"`],
  ])('finds a pattern with doubled backslashes: %s', async (pattern, meant) => {
    const text = field('text', `pattern: ${pattern}`);
    expect(await foundIn(text)).toEqual([`warning wrong-prop: ${pattern}`]);
    expect(await fixesIn(text)).toEqual([
      [expect.stringMatching(/^Change to/), field('text', `pattern: ${meant}`)],
    ]);
  });

  test('leaves other patterns alone', async () => {
    const kept = String.raw`App\\Domain`;
    expect(await foundIn(field('text', String.raw`pattern: \d+`))).toEqual([]);
    expect(await foundIn(field('text', `pattern: ${kept}`))).toEqual([]);
    expect(await foundIn(field('email', String.raw`pattern: \\d+`))).toEqual([]);
    // Symfony makes one of them in double quotation marks.
    const quoted = field('text', String.raw`pattern: "\\d+"`);
    expect(await foundIn(quoted, { yamlHandler: 'symfony' })).toEqual([]);
  });

  test('puts the word that is meant', async () => {
    expect(await fixesIn(field('color', 'format: HEX'))).toEqual([
      ['Change to "hex"', field('color', 'format: hex')],
    ]);
    expect(await fixesIn(field('text', 'validate: emial'))).toEqual([
      ['Change to "email"', field('text', 'validate: email')],
    ]);
  });

  test('makes one map of options that are maps', async () => {
    const before = field('select', 'options:', '  - red: Red', '  - dark blue: Blue');
    expect((await fixesIn(before))[0]).toEqual([
      'Make one map of the options',
      field('select', 'options:', '  red: Red', '  dark blue: Blue'),
    ]);
    expect(await fixesIn(field('select', 'options:', '  - 1: One'))).toEqual([]);
    expect(await fixesIn(field('select', 'options:', '  - red: Red', '  - blue'))).toEqual([]);
    // In a map the second would take the place of the first.
    expect(await fixesIn(field('select', 'options:', '  - a: One', '  - a: Two'))).toEqual([]);
  });
});
