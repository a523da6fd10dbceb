import { describe, expect, test } from 'vitest';
import type { FieldDefinition } from '../../../server/src/kirby/blueprint/blueprint.ts';
import { staticOptions } from '../../../server/src/kirby/blueprint/options.ts';
import { fieldTypes } from '../../../server/src/kirby/field-types/index.ts';
import type { FieldEnvironment } from '../../../server/src/kirby/field-types/field-type.ts';
import type { JsonObject } from '../../../server/src/kirby/json/value.ts';

function define(type: string, props: JsonObject = {}): FieldDefinition {
  return {
    name: 'field',
    type,
    label: 'Field',
    help: undefined,
    required: false,
    props,
    fields: undefined,
    entry: undefined,
    fieldsets: undefined,
    settings: undefined,
    layouts: undefined,
    options: staticOptions(type, props, []),
  };
}

const environment: FieldEnvironment = {
  yamlHandler: 'spyc',
  optionsOf: ({ options }) =>
    options === undefined ? { status: 'unknown' } : { status: 'known', options },
};

const ab = { options: ['a', 'b'] };

describe('the form value', () => {
  test.each([
    ['select', { options: { '1': 'One' } }, '1', ''],
    ['select', { options: { '1': 'One' } }, 'One', 'One'],
    ['select', ab, undefined, ''],
    ['select', ab, 'c', ''],
    ['radio', { options: ['1'] }, '01', '01'],
    ['toggles', { options: ['1'] }, 1, 1],
    ['select', {}, 'a', undefined],
    ['select', {}, '', ''],
    ['checkboxes', ab, 'zz, a', ['a']],
    ['checkboxes', ab, '- a', []],
    ['checkboxes', { ...ab, separator: ';' }, 'a; b', []],
    ['multiselect', { ...ab, accept: 'all' }, 'a, c', ['a']],
    ['multiselect', {}, 'a', undefined],
    ['tags', { separator: ';' }, 'a; b', ['a', 'b']],
    ['tags', { separator: ';' }, 'a, b', ['a, b']],
    ['tags', ab, 'c', ['c']],
    ['tags', { ...ab, accept: 'options' }, 'c, b', ['b']],
    ['tags', {}, ['a', ' b '], ['a', 'b']],
    ['pages', {}, '', []],
    ['pages', {}, '- page://abc', undefined],
    ['files', {}, undefined, []],
    ['users', {}, ['user://a'], undefined],
    ['structure', {}, '- q: a\n  zz: keep', [{ q: 'a', zz: 'keep' }]],
    ['structure', {}, '- a\n- b', []],
    ['structure', {}, '', []],
    ['object', {}, '', ''],
    ['object', {}, 'a: b', { a: 'b' }],
    ['entries', {}, 'a', ['a']],
    ['entries', {}, 'a: b', { a: 'b' }],
    ['blocks', {}, '[]', []],
    ['blocks', {}, '{}', []],
    ['blocks', {}, '5', undefined],
    ['blocks', {}, 'no JSON', undefined],
    ['layout', {}, 'no JSON', []],
    ['layout', {}, '{"columns":[]}', [{ columns: [] }]],
    ['layout', {}, '', []],
    ['writer', {}, ' a ', 'a'],
    ['writer', {}, '<p>a</p>', '<p>a</p>'],
    ['writer', {}, '<p>a<mark>b</mark></p>', undefined],
    ['list', {}, '', ''],
    ['headline', {}, 'a', null],
    ['gap', {}, undefined, null],
  ] as const)('of %s with %j: %j is read as %j', (type, props, value, expected) => {
    expect(fieldTypes.get(type)?.read(value, define(type, props), environment)).toEqual(expected);
  });
});

describe('the description', () => {
  test.each([
    ['select', ab, 'One of the options.'],
    ['tags', {}, 'Values on one line, with commas between them.'],
    [
      'multiselect',
      { ...ab, separator: ';', min: 1, max: 2 },
      'Values on one line, with `;` between them. Only its options. At least 1 value. At most 2 values.',
    ],
    [
      'pages',
      { max: 3 },
      'A list of pages, one a line: `- page://…` or `- blog/post`. At most 3 pages.',
    ],
    [
      'files',
      { multiple: false },
      'One file, as a list of one item: `- file://…` or `- photo.jpg`.',
    ],
    ['structure', { min: 2 }, 'Rows of fields, each with a hyphen before it. At least 2 rows.'],
    ['entries', {}, 'A list of values (text), one a line with a hyphen before it.'],
    ['blocks', {}, 'Blocks as JSON.'],
    ['line', {}, 'Only shown in the Panel: it has no value of its own.'],
  ] as const)('of %s with %j', (type, props, expected) => {
    const described = fieldTypes.get(type)?.describe?.(define(type, props)) ?? [];
    expect(described.join(' ')).toBe(expected);
  });
});
