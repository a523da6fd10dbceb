import { describe, expect, test } from 'vitest';
import { type Files, places } from './blueprint-places.ts';

describe('a nested field is defined', () => {
  const team =
    'type: structure\nfields:\n  name:\n    type: text\n  links:\n    type: object\n    fields:\n      Url: {type: url}';

  test.each<[string, Files, string, readonly string[]]>([
    [
      'in a structure',
      {
        'pages/x':
          'fields:\n  team:\n    type: structure\n    fields:\n      name:\n        type: text',
      },
      'team/name',
      ['pages/x:5 name'],
    ],
    [
      'in an object in a structure of a mixin',
      { 'pages/x': 'fields:\n  team: fields/team', 'fields/team': team },
      'team/links/url',
      ['fields/team:8 Url'],
    ],
    [
      'in a group in a structure',
      {
        'pages/x':
          'fields:\n  team:\n    type: structure\n    fields:\n      g:\n        type: group\n        fields:\n          name: {type: text}',
      },
      'team/name',
      ['pages/x:8 name'],
    ],
    [
      'in the block’s blueprint',
      {
        'pages/x': 'fields:\n  b:\n    type: blocks\n    fieldsets:\n      - card',
        'blocks/card': 'fields:\n  title: {type: text}',
      },
      'b:card/title',
      ['blocks/card:2 title'],
    ],
    [
      'in a tab of the block’s blueprint',
      {
        'pages/x': 'fields:\n  b: {type: blocks, fieldsets: [card]}',
        'blocks/card':
          'fields:\n  no: {type: text}\ntabs:\n  one:\n    fields:\n      title: {type: text}',
      },
      'b:card/title',
      ['blocks/card:6 title'],
    ],
    [
      'in the field itself',
      {
        'pages/x':
          'fields:\n  b:\n    type: blocks\n    fieldsets:\n      card:\n        name: Card\n        fields:\n          title: {type: text}',
      },
      'b:card/title',
      ['pages/x:8 title'],
    ],
    [
      'in a setting of rows',
      {
        'pages/x':
          'fields:\n  l:\n    type: layout\n    settings:\n      fields:\n        class: {type: text}',
      },
      'l@class',
      ['pages/x:6 class'],
    ],
    [
      'in a mixin of settings with tabs',
      {
        'pages/x': 'fields:\n  l:\n    type: layout\n    settings: fields/settings',
        'fields/settings': 'tabs:\n  look:\n    fields:\n      class: {type: text}',
      },
      'l@class',
      ['fields/settings:4 class'],
    ],
    [
      'in a block of a field that offers none itself',
      {
        'pages/x': 'fields:\n  l: {type: layout}',
        'blocks/card': 'fields:\n  title: {type: text}',
      },
      'l:card/title',
      ['blocks/card:2 title'],
    ],
    [
      'in a block in a block',
      {
        'pages/x':
          'fields:\n  b:\n    type: blocks\n    fieldsets:\n      box:\n        fields:\n          inner:\n            type: blocks\n            fieldsets:\n              - card',
        'blocks/card': 'fields:\n  title: {type: text}',
      },
      'b:box/inner:card/title',
      ['blocks/card:2 title'],
    ],
    [
      'in a block type by itself',
      { 'blocks/card': 'fields:\n  title: {type: text}' },
      ':card/title',
      ['blocks/card:2 title'],
    ],
    [
      'nowhere when the block is Kirby’s',
      { 'pages/x': 'fields:\n  b: {type: blocks}' },
      'b:heading/text',
      [],
    ],
    ['nowhere beside a field without any', { 'pages/x': 'fields:\n  a: {type: text}' }, 'a/b', []],
  ])('%s', (_, files, way, expected) => {
    expect(places(files, way)).toEqual(expected);
  });
});

describe('a block type is defined', () => {
  const card = { 'blocks/card': 'name: Card\nfields: {}' };
  const withFieldsets = (fieldsets: string): Files => ({
    'pages/x': `fields:\n  b:\n    type: blocks\n    fieldsets:\n${fieldsets}`,
    ...card,
  });

  test.each<[string, string, readonly string[]]>([
    ['in its own file', '      - card', ['blocks/card:1']],
    ['with a yes', '      card: true', ['blocks/card:1']],
    ['by another blueprint', '      card: blocks/card', ['blocks/card:1']],
    ['in the field', '      card:\n        fields: {}', ['pages/x:5 card']],
    [
      'in the field, over its own file',
      '      card:\n        extends: blocks/card\n        name: C',
      ['pages/x:5 card', 'blocks/card:1'],
    ],
    [
      'in a group',
      '      text:\n        type: group\n        fieldsets:\n          - card',
      ['blocks/card:1'],
    ],
    [
      'by another key',
      '      teaser:\n        type: card\n        fields: {}',
      ['pages/x:5 teaser'],
    ],
    ['in its own file when it was taken away', '      card: false', ['blocks/card:1']],
  ])('%s', (_, fieldsets, expected) => {
    expect(places(withFieldsets(fieldsets), 'b:card')).toEqual(expected);
  });

  test('where it is offered when it is Kirby’s', () => {
    expect(places(withFieldsets('      - text\n      - heading'), 'b:heading')).toEqual([
      'pages/x:6 heading',
    ]);
  });
});
