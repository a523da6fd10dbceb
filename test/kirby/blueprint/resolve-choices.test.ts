import { afterEach, describe, expect, test } from 'vitest';
import type { JsonValue } from '../../../server/src/kirby/json/value.ts';
import { speak } from '../../../server/src/kirby/text/say.ts';
import { catalogueOf } from '../../support/translations.ts';
import { resolve } from './resolve-files.ts';

afterEach(() => {
  speak(undefined);
});

describe('choices', () => {
  function optionsOf(field: JsonValue): readonly (readonly [string, string])[] | undefined {
    const { fields } = resolve({ 'pages/x': { fields: { a: field } } }, { languages: ['de'] });
    return fields.get('a')?.options?.map(({ value, text }) => [value, text] as const);
  }

  test.each<[string, JsonValue, readonly (readonly [string, string])[] | undefined]>([
    [
      'of a list',
      { type: 'select', options: ['x', 'y'] },
      [
        ['x', 'x'],
        ['y', 'y'],
      ],
    ],
    [
      'of a map',
      { type: 'radio', options: { x: 'X', y: { en: 'Y', de: 'Ypsilon' } } },
      [
        ['x', 'X'],
        ['y', 'Ypsilon'],
      ],
    ],
    [
      'whose keys are numbers are their texts',
      { type: 'select', options: { 1: 'One', '-1': 'Less' } },
      [
        ['One', 'One'],
        ['Less', 'Less'],
      ],
    ],
    [
      'whose keys only look like numbers',
      { type: 'select', options: { '1.5': 'A', '007': 'B' } },
      [
        ['1.5', 'A'],
        ['007', 'B'],
      ],
    ],
    [
      'of a list of maps',
      { type: 'toggles', options: [{ value: 'x', text: 'X' }, { text: 'no value' }, { value: 3 }] },
      [
        ['x', 'X'],
        ['3', '3'],
      ],
    ],
    [
      'that YAML made booleans',
      { type: 'select', options: ['x', true, false] },
      [
        ['x', 'x'],
        ['1', '1'],
        ['', ''],
      ],
    ],
    [
      'of the explicit form',
      { type: 'select', options: { type: 'array', options: ['x'] } },
      [['x', 'x']],
    ],
    [
      'of a query are unknown',
      { type: 'select', options: 'query', query: 'site.children' },
      undefined,
    ],
    [
      'of an explicit query are unknown',
      { type: 'select', options: { type: 'query', query: 'site' } },
      undefined,
    ],
    [
      'of a toggle',
      { type: 'toggle', text: ['nein', 'ja'] },
      [
        ['true', 'ja'],
        ['false', 'nein'],
      ],
    ],
    [
      'of a toggle with one text',
      { type: 'toggle', text: 'Show it' },
      [
        ['true', 'Show it'],
        ['false', 'off'],
      ],
    ],
    ['of a text field: none', { type: 'text', options: ['x'] }, undefined],
  ])('%s', (_, field, expected) => {
    expect(optionsOf(field)).toEqual(expected);
  });

  test("of a toggle without texts are in the author's language", () => {
    speak(catalogueOf('fr'));
    expect(optionsOf({ type: 'toggle' })).toEqual([
      ['true', 'activé'],
      ['false', 'désactivé'],
    ]);
  });
});
