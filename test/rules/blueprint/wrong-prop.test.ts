import { describe, expect, test } from 'vitest';
import { foundIn, messagesIn } from '../../support/check-blueprint.ts';

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
});
