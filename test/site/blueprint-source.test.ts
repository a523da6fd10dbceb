import { describe, expect, test } from 'vitest';
import { type Files, places, cover } from './blueprint-places.ts';

describe('a field is defined where its name stands', () => {
  test.each<[string, Files, string, readonly string[]]>([
    [
      'at the root',
      { 'pages/x': 'title: X\nfields:\n  Cover:\n    type: files' },
      'cover',
      ['pages/x:3 Cover'],
    ],
    [
      'by the key of a content file',
      { 'pages/x': 'fields:\n  my-text: true' },
      'my_text',
      ['pages/x:2 my-text'],
    ],
    [
      'in a section, not where another one has its name',
      {
        'pages/x':
          'sections:\n  cover:\n    type: fields\n    fields:\n      cover:\n        type: text',
      },
      'cover',
      ['pages/x:5 cover'],
    ],
    [
      'in a list of columns',
      {
        'pages/x':
          'columns:\n  - width: 1/2\n    fields:\n      a: { type: text }\n  - sections:\n      s:\n        type: fields\n        fields:\n          b: {type: text}',
      },
      'b',
      ['pages/x:9 b'],
    ],
    [
      'in columns with names, in a tab',
      {
        'pages/x':
          'tabs:\n  main:\n    columns:\n      left:\n        fields:\n          a:\n            type: text',
      },
      'a',
      ['pages/x:6 a'],
    ],
    [
      'in a group, and in a group of that',
      {
        'pages/x':
          'fields:\n  g:\n    type: group\n    fields:\n      group:\n        fields:\n          a: text',
      },
      'a',
      ['pages/x:7 a'],
    ],
    [
      'in a group of its own name',
      {
        'pages/x': 'fields:\n  cover: fields/cover',
        'fields/cover': 'type: group\nfields:\n  cover: {type: files}',
      },
      'cover',
      ['fields/cover:3 cover'],
    ],
    [
      'in the wide and the narrow column of a preset',
      {
        'pages/x':
          'preset: page\nfields:\n  a: {type: text}\nsidebar:\n  meta:\n    type: fields\n    fields:\n      b: {type: text}',
      },
      'b',
      ['pages/x:8 b'],
    ],
    [
      'in brackets',
      { 'pages/x': 'fields: {a: {type: text}, b: {type: url}}' },
      'b',
      ['pages/x:1 b'],
    ],
    [
      'and its mixin is the second place',
      { 'pages/x': 'fields:\n  cover: fields/cover', 'fields/cover': cover },
      'cover',
      ['pages/x:2 cover', 'fields/cover:1'],
    ],
    [
      'also with other props',
      {
        'pages/x': 'fields:\n  cover:\n    extends: fields/cover\n    width: 1/2',
        'fields/cover': cover,
      },
      'cover',
      ['pages/x:2 cover', 'fields/cover:1'],
    ],
    [
      'with all its mixins, but not those of Kirby or of nobody',
      {
        'pages/x':
          'fields:\n  cover:\n    extends:\n      - fields/cover\n      - fields/none\n      - fields/wide',
        'fields/cover': cover,
        'fields/wide': 'width: 1/1',
      },
      'cover',
      ['pages/x:2 cover', 'fields/cover:1', 'fields/wide:1'],
    ],
    [
      'in a mixin three levels away',
      {
        'pages/x': 'tabs:\n  seo: tabs/seo',
        'tabs/seo': 'columns:\n  - sections:\n      meta: sections/meta',
        'sections/meta': 'extends: sections/base',
        'sections/base': 'type: fields\nfields:\n  meta:\n    type: text',
      },
      'meta',
      ['sections/base:3 meta'],
    ],
    [
      'in the blueprint first, then in what it is laid over',
      {
        'pages/x': 'extends: pages/base\nfields:\n  cover:\n    width: 1/2',
        'pages/base': 'fields:\n  cover:\n    type: files\n  other: {type: text}',
      },
      'cover',
      ['pages/x:3 cover', 'pages/base:2 cover'],
    ],
    [
      'not in what is replaced as a whole',
      {
        'pages/x': 'extends: pages/base\nfields:\n  cover: fields/cover',
        'pages/base': 'fields:\n  cover:\n    type: files',
        'fields/cover': cover,
      },
      'cover',
      ['pages/x:3 cover', 'fields/cover:1'],
    ],
    [
      'in a blueprint that it inherits from',
      { 'pages/x': 'extends: pages/base', 'pages/base': 'fields:\n  a: {type: text}' },
      'a',
      ['pages/base:2 a'],
    ],
    [
      'not in a list of columns that another one replaces',
      {
        'pages/x': 'extends: pages/base\ncolumns:\n  - fields:\n      a: {type: text}',
        'pages/base': 'columns:\n  - fields:\n      b: {type: text}',
      },
      'b',
      [],
    ],
    [
      'not where `fields` hide the sections',
      {
        'pages/x':
          'fields:\n  a: {type: text}\nsections:\n  s:\n    type: fields\n    fields:\n      b: {type: text}',
      },
      'b',
      [],
    ],
    ['or nowhere', { 'pages/x': 'fields:\n  a: true' }, 'b', []],
    ['not when it was taken away', { 'pages/x': 'fields:\n  a: false' }, 'a', []],
  ])('%s', (_, files, way, expected) => {
    expect(places(files, way)).toEqual(expected);
  });
});

test('mixins that hold themselves come to an end', () => {
  const files = {
    'pages/x': 'extends: pages/y\nfields:\n  g: fields/g',
    'pages/y': 'extends: pages/x\ntabs:\n  a: tabs/a',
    'tabs/a': 'extends: tabs/a\ntabs:\n  a: tabs/a',
    'fields/g': 'type: group\nfields:\n  g: fields/g',
  };
  expect(places(files, 'none')).toEqual([]);
  expect(places({ ...files, 'pages/x': 'extends: pages/y' }, 'none')).toEqual([]);
});

test('a blueprint itself is its file', () => {
  expect(places({ 'pages/x': 'title: X' }, '')).toEqual(['pages/x:1']);
});
