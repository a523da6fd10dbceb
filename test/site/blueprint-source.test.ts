import { describe, expect, test } from 'vitest';
import type { FieldDefinition } from '../../server/src/kirby/blueprint/blueprint.ts';
import { fieldName } from '../../server/src/kirby/content/parse.ts';
import { blueprintSet } from '../../server/src/site/blueprint-loader.ts';
import { sourcePlaces, type SourceStep } from '../../server/src/site/blueprint-source.ts';
import type { BlueprintSet } from '../../server/src/site/blueprint-set.ts';
import {
  fixtureSite,
  type FolderSite,
  sharedSite,
  sharedSiteNames,
} from '../support/shared-site.ts';

type Files = Readonly<Record<string, string>>;

/**
 * `team/name`: a field of a structure; `blocks:card/title`: of a block; `layout@class`: a setting of
 * rows; `:card`: the block type by itself.
 */
function steps(way: string, blueprint = 'pages/x'): readonly SourceStep[] {
  const parts = way.match(/[:@/]?[^:@/]+/gu) ?? [];
  const read = parts.map((part): SourceStep => {
    if (part.startsWith(':')) return { kind: 'block', type: part.slice(1) };
    if (part.startsWith('@')) return { kind: 'setting', name: part.slice(1) };
    return { kind: 'field', name: part.replace('/', '') };
  });
  return way.startsWith(':') ? read : [{ kind: 'blueprint', name: blueprint }, ...read];
}

/** Where something is defined: `pages/x:3 cover`, the line counted from 1. */
function places(files: Files, way: string, blueprint?: string): readonly string[] {
  const texts = Object.entries(files).map(
    ([name, text]) => [`blueprints/${name}.yml`, text] as const,
  );
  return sourcePlaces(blueprintSet(new Map(texts)), steps(way, blueprint)).map(
    ({ file: { path, text }, span }) => {
      const name = path.replace(/^site\/blueprints\/|\.yml$/gu, '');
      const line = text.slice(0, span.start).split('\n').length;
      return `${name}:${line} ${text.slice(span.start, span.end)}`.trimEnd();
    },
  );
}

const cover = 'label: Cover\ntype: files\n';

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

/** Every field, setting and block field of a blueprint that this does not lead to, three deep. */
function lost(
  set: BlueprintSet,
  fields: ReadonlyMap<string, FieldDefinition>,
  way: readonly SourceStep[],
  kind: 'field' | 'setting' = 'field',
): readonly string[] {
  return [...fields.values()].flatMap((definition) => {
    const steps: readonly SourceStep[] = [...way, { kind, name: definition.name }];
    const [first] = sourcePlaces(set, steps);
    const name = first?.file.text.slice(first.span.start, first.span.end) ?? '';
    const isFound = fieldName(name) === fieldName(definition.name);
    if (!isFound) return [JSON.stringify(steps)];
    if (steps.length > 5) return [];
    const blocks = [...(definition.fieldsets?.values() ?? [])].flatMap((fieldset) => {
      const step: SourceStep = { kind: 'block', type: fieldset.type };
      // Of a block of Kirby's own there is nothing to find.
      const isOwn = sourcePlaces(set, [...steps, step]).length > 0;
      const isKirbys = set.source(`blocks/${fieldset.type}`) === undefined;
      return isOwn && !isKirbys ? lost(set, fieldset.fields, [...steps, step]) : [];
    });
    return [
      ...lost(set, definition.fields ?? new Map(), steps),
      ...lost(set, definition.settings ?? new Map(), steps, 'setting'),
      ...blocks,
    ];
  });
}

function check({ site }: FolderSite): number {
  const templates = new Set([...site.pages()].map(({ template }) => `pages/${template}`));
  const names = [...templates, 'site', 'files/default'];
  const blueprints = names.flatMap((name) => site.blueprints.blueprint(name) ?? []);
  expect(
    blueprints.flatMap(({ name, fields }) =>
      lost(site.blueprints, fields, [{ kind: 'blueprint', name }]),
    ),
  ).toEqual([]);
  return blueprints.reduce((sum, { fields }) => sum + fields.size, 0);
}

describe('every field of a whole site is found', () => {
  test.each(['magazine', 'broken'])('in our own: %s', async (name) => {
    expect(check(await fixtureSite(name))).toBeGreaterThan(5);
  });

  const names = sharedSiteNames();
  test.skipIf(names.length === 0).each(names)('%s', async (name) => {
    check(await sharedSite(name));
  });
});
