import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FieldDefinition } from '../../../server/src/kirby/blueprint/blueprint.ts';
import { resolveBlueprint } from '../../../server/src/kirby/blueprint/resolve.ts';
import type { JsonValue } from '../../../server/src/kirby/json/value.ts';
import { type Files, contextOf, resolve, typesIn } from './resolve-files.ts';

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
