import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Blueprint, FieldDefinition } from '../../../server/src/kirby/blueprint/blueprint.ts';
import type { ResolveContext } from '../../../server/src/kirby/blueprint/context.ts';
import { resolveBlockType, resolveBlueprint } from '../../../server/src/kirby/blueprint/resolve.ts';
import { fieldTypes } from '../../../server/src/kirby/field-types/index.ts';
import type { JsonValue } from '../../../server/src/kirby/json/value.ts';

/** Values of blueprint files; the word `unreadable` stands for one in PHP. */
type Files = Readonly<Record<string, JsonValue>>;

function contextOf(files: Files, options: Partial<ResolveContext> = {}): ResolveContext {
  return {
    find: (name) => {
      const value = files[name];
      if (value === undefined) return undefined;
      return value === 'unreadable' ? { status: 'unreadable' } : { status: 'read', value };
    },
    typeOrigin: (type) => (fieldTypes.has(type) ? 'core' : 'unknown'),
    languages: [],
    defaultFieldsets: undefined,
    ...options,
  };
}

function resolve(files: Files, options: Partial<ResolveContext> = {}): Blueprint {
  const blueprint = resolveBlueprint('pages/x', contextOf(files, options));
  if (blueprint === undefined) throw new Error('There is no blueprint pages/x.');
  return blueprint;
}

function typesIn(fields: ReadonlyMap<string, FieldDefinition> | undefined): Record<string, string> {
  return Object.fromEntries([...(fields ?? [])].map(([name, { type }]) => [name, type]));
}

describe('the fields of a blueprint', () => {
  test.each<[string, JsonValue, Record<string, string>]>([
    ['stand at the top', { fields: { a: { type: 'text' } } }, { a: 'text' }],
    [
      'in sections',
      { sections: { s: { type: 'fields', fields: { a: { type: 'text' } } } } },
      { a: 'text' },
    ],
    [
      'in a section named for its type',
      { sections: { fields: { fields: { a: { type: 'text' } } } } },
      { a: 'text' },
    ],
    [
      'in a list of columns',
      { columns: [{ fields: { a: { type: 'text' } } }, { fields: { b: { type: 'url' } } }] },
      { a: 'text', b: 'url' },
    ],
    [
      'in tabs',
      {
        tabs: {
          t: { fields: { a: { type: 'text' } } },
          u: {
            columns: { c: { sections: { s: { type: 'fields', fields: { b: { type: 'url' } } } } } },
          },
        },
      },
      { a: 'text', b: 'url' },
    ],
    [
      'hide sections, columns and tabs beside them',
      {
        fields: { a: { type: 'text' } },
        sections: { s: { type: 'fields', fields: { b: { type: 'text' } } } },
        columns: [{ fields: { c: { type: 'text' } } }],
        tabs: { t: { fields: { d: { type: 'text' } } } },
      },
      { a: 'text' },
    ],
    [
      'columns hide tabs',
      {
        columns: [{ fields: { c: { type: 'text' } } }],
        tabs: { t: { fields: { d: { type: 'text' } } } },
      },
      { c: 'text' },
    ],
    [
      'a tab that is false is none',
      { tabs: { t: false, u: { fields: { a: { type: 'text' } } } } },
      { a: 'text' },
    ],
    [
      'true takes the name for the type',
      { fields: { tags: true, url: {}, gap: '', line: null } },
      { tags: 'tags', url: 'url', gap: 'gap', line: 'line' },
    ],
    ['false removes', { fields: { a: { type: 'text' }, b: false } }, { a: 'text' }],
    ['a list gives numbers for names', { fields: [{ type: 'text' }] }, { 0: 'text' }],
    [
      'names are folded as in a content file',
      { fields: { 'Meta-Title': { type: 'text' } } },
      { meta_title: 'text' },
    ],
    [
      'the preset page',
      {
        preset: 'page',
        fields: { a: { type: 'text' } },
        sidebar: { s: { type: 'fields', fields: { b: { type: 'url' } } } },
      },
      { a: 'text', b: 'url' },
    ],
    [
      'the preset page without sections',
      { preset: 'page', pages: false, files: false, fields: { a: { type: 'text' } } },
      { a: 'text' },
    ],
    ['the preset pages', { preset: 'pages' }, {}],
    ['none', 'text', {}],
  ])('%s', (_, value, expected) => {
    const { fields } = resolve({ 'pages/x': value });
    expect(typesIn(fields)).toEqual(expected);
    expect([...fields.keys()]).toEqual(Object.keys(expected));
  });

  test('take the place of their group, under its condition', () => {
    const group = {
      type: 'group',
      when: { kind: 'a' },
      fields: { b: { type: 'text' }, c: { type: 'text', when: { other: 'b' } } },
    };
    const { fields } = resolve({
      'pages/x': { fields: { a: { type: 'text' }, g: group, d: { type: 'url' } } },
    });
    expect([...fields.keys()]).toEqual(['a', 'b', 'c', 'd']);
    expect(fields.get('b')?.props['when']).toEqual({ kind: 'a' });
    expect(fields.get('c')?.props['when']).toEqual({ kind: 'a', other: 'b' });
  });

  test.each<[string, JsonValue, string]>([
    ['an unknown type', { fields: { a: { type: 'nope' } } }, 'unknown-type'],
    [
      'a name that another section has',
      {
        sections: {
          s: { type: 'fields', fields: { a: true } },
          t: { type: 'fields', fields: { a: { type: 'text' } } },
        },
      },
      'duplicate-name',
    ],
    ['a group without fields', { fields: { a: { type: 'group' } } }, 'group-without-fields'],
  ])('become a box for %s', (_, value, kind) => {
    const field = resolve({ 'pages/x': value }).fields.get('a');
    expect(field?.type).toBe('info');
    expect(field?.problem?.kind).toBe(kind);
  });
});

describe('mixins', () => {
  test('are merged below the definition, the first of several on top', () => {
    const { fields, complete } = resolve({
      'pages/x': { fields: { a: { extends: ['fields/m', 'fields/n'], label: 'Mine' } } },
      'fields/m': { type: 'text', help: 'From m' },
      'fields/n': { type: 'url', help: 'From n', maxlength: 5 },
    });
    const field = fields.get('a');
    expect(field).toMatchObject({ type: 'text', label: 'Mine', help: 'From m' });
    expect(field?.props['maxlength']).toBe(5);
    expect(field?.props['extends']).toBeUndefined();
    expect(complete).toBe(true);
  });

  test.each<[string, Files]>([
    ['a missing one', { 'pages/x': { fields: { a: { type: 'text', extends: 'fields/gone' } } } }],
    [
      'one in PHP',
      {
        'pages/x': { fields: { a: { type: 'text', extends: 'fields/php' } } },
        'fields/php': 'unreadable',
      },
    ],
    [
      'a missing tab',
      { 'pages/x': { tabs: { t: { fields: { a: { type: 'text' } } }, u: 'tabs/gone' } } },
    ],
    [
      'two that extend each other',
      {
        'pages/x': { fields: { a: 'fields/m' } },
        'fields/m': { type: 'text', extends: 'fields/n' },
        'fields/n': { extends: 'fields/m' },
      },
    ],
    [
      'a blueprint that extends itself',
      { 'pages/x': { extends: 'pages/x', fields: { a: { type: 'text' } } } },
    ],
  ])('leave the rest and say that something is missing: %s', (_, files) => {
    const blueprint = resolve(files);
    expect(typesIn(blueprint.fields)).toEqual({ a: 'text' });
    expect(blueprint.complete).toBe(false);
  });

  test('of a root bring fields that false takes away', () => {
    const { fields } = resolve({
      'pages/x': { extends: 'pages/base', fields: { b: false, c: { type: 'url' } } },
      'pages/base': { fields: { a: { type: 'text' }, b: { type: 'text' } } },
    });
    expect(typesIn(fields)).toEqual({ a: 'text', c: 'url' });
  });
});

describe('nested fields', () => {
  test('of structures and objects are normalised the same way', () => {
    const { fields } = resolve({
      'pages/x': {
        fields: {
          rows: {
            type: 'structure',
            fields: {
              One: true,
              Two: { type: 'object', fields: { three: { type: 'text' } } },
              tags: true,
            },
          },
        },
      },
    });
    const rows = fields.get('rows')?.fields;
    expect(typesIn(rows)).toEqual({ one: 'info', two: 'object', tags: 'tags' });
    expect(typesIn(rows?.get('two')?.fields)).toEqual({ three: 'text' });
  });
});

describe('block types', () => {
  const blocks: Files = {
    'blocks/heading': { name: 'Heading', icon: 'title', fields: { text: { type: 'writer' } } },
    'blocks/card': {
      name: { de: 'Karte', en: 'Card' },
      tabs: {
        one: { fields: { title: { type: 'text' } } },
        two: { fields: { link: { type: 'link' } } },
        off: false,
      },
      fields: { lost: { type: 'text' } },
    },
  };
  function fieldsetsOf(
    fieldsets: JsonValue | undefined,
    options: Partial<ResolveContext> = {},
  ): Record<string, readonly string[]> {
    const field = { type: 'blocks', ...(fieldsets !== undefined && { fieldsets }) };
    const resolved = resolve({ ...blocks, 'pages/x': { fields: { b: field } } }, options);
    const found = resolved.fields.get('b')?.fieldsets ?? [];
    return Object.fromEntries([...found].map(([type, { fields }]) => [type, [...fields.keys()]]));
  }

  test.each<[string, JsonValue, Record<string, readonly string[]>]>([
    ['a list', ['heading', 'card'], { heading: ['text'], card: ['title', 'link'] }],
    ['true and false', { heading: true, card: false }, { heading: ['text'] }],
    ['another name', { hero: 'blocks/card' }, { hero: ['title', 'link'] }],
    ['a map without extends inherits nothing', { heading: { label: 'x' } }, { heading: [] }],
    [
      'a map with extends',
      { card2: { extends: 'blocks/heading', fields: { more: { type: 'url' } } } },
      { card2: ['text', 'more'] },
    ],
    ['a type of its own', { x: { type: 'y', fields: { a: { type: 'text' } } } }, { y: ['a'] }],
    [
      'groups, opened out',
      { media: { type: 'group', fieldsets: ['card'] }, heading: true },
      { card: ['title', 'link'], heading: ['text'] },
    ],
    ['an unknown name', ['nothing'], { nothing: [] }],
    ['a prefix that is too much', ['blocks/card'], { 'blocks/card': [] }],
    ['a string', 'blocks/card', {}],
    ['an empty list', [], {}],
  ])('%s', (_, fieldsets, expected) => {
    expect(fieldsetsOf(fieldsets)).toEqual(expected);
  });

  test('are the usual ten without a word in the blueprint, or those of the configuration', () => {
    expect(Object.keys(fieldsetsOf(undefined))).toEqual([
      'code',
      'gallery',
      'heading',
      'image',
      'line',
      'list',
      'markdown',
      'quote',
      'text',
      'video',
    ]);
    expect(Object.keys(fieldsetsOf(undefined, { defaultFieldsets: { card: true } }))).toEqual([
      'card',
    ]);
  });

  test('bear their name in the preferred language, else their type', () => {
    const context = contextOf({ ...blocks, 'blocks/plain': {} }, { languages: ['de'] });
    expect(resolveBlockType('card', context)?.name).toBe('Karte');
    expect(resolveBlockType('plain', context)?.name).toBe('Plain');
    expect(resolveBlockType('nothing', context)).toBeUndefined();
  });

  test('may offer themselves inside of themselves', () => {
    const nested = { 'blocks/box': { fields: { inner: { type: 'blocks', fieldsets: ['box'] } } } };
    const box = resolveBlockType('box', contextOf(nested));
    const inner = box?.fields.get('inner')?.fieldsets?.get('box');
    expect([...(inner?.fields.keys() ?? [])]).toEqual(['inner']);
  });
});

describe('layouts', () => {
  test('have column patterns and settings', () => {
    const { fields } = resolve({
      'pages/x': {
        fields: {
          l: { type: 'layout', layouts: ['1/1', '1/2, 1/2', '1/3,2/3'], settings: 'fields/row' },
          m: { type: 'layout' },
        },
      },
      'fields/row': { fields: { class: { type: 'text' }, Colour: { type: 'color' } } },
    });
    expect(fields.get('l')?.layouts).toEqual([['1/1'], ['1/2', '1/2'], ['1/3', '2/3']]);
    expect(typesIn(fields.get('l')?.settings)).toEqual({ class: 'text', colour: 'color' });
    expect(fields.get('m')?.layouts).toEqual([['1/1']]);
    expect(fields.get('m')?.settings).toBeUndefined();
  });
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
});

test('anything resolves without an exception, all its lazy parts included', () => {
  const scalar = fc.oneof(
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom('text', 'blocks', 'layout', 'pages/x', 'fields/m', 'structure', 'group', ''),
    fc.integer(),
  );
  const key = fc.constantFrom(
    'fields',
    'sections',
    'columns',
    'tabs',
    'type',
    'extends',
    'fieldsets',
    'settings',
    'layouts',
    'options',
    'a',
    'b',
    'preset',
    'page',
    'when',
    'label',
  );
  const value = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 6 },
      scalar,
      fc.array(tie('node'), { maxLength: 3 }),
      fc.dictionary(key, tie('node'), { maxKeys: 5 }),
    ),
  })).node;
  fc.assert(
    fc.property(value, value, (page, mixin) => {
      const files = { 'pages/x': page as JsonValue, 'fields/m': mixin as JsonValue };
      visit(resolveBlueprint('pages/x', contextOf(files))?.fields, 3);
    }),
    { numRuns: 500 },
  );
});

function visit(fields: ReadonlyMap<string, FieldDefinition> | undefined, depth: number): void {
  if (depth === 0) return;
  for (const field of fields?.values() ?? []) {
    expect(typeof field.label).toBe('string');
    expect(field.options === undefined || Array.isArray(field.options)).toBe(true);
    visit(field.fields, depth - 1);
    visit(field.settings, depth - 1);
    for (const fieldset of field.fieldsets?.values() ?? []) visit(fieldset.fields, depth - 1);
  }
}
