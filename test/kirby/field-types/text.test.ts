import { describe, expect, test } from 'vitest';
import { fieldTypes } from '../../../server/src/kirby/field-types/index.ts';
import type { JsonObject } from '../../../server/src/kirby/json/value.ts';
import { fieldOf, readAs } from '../../support/field-types.ts';

describe('text', () => {
  test.each(['text', 'slug', 'email', 'url', 'tel', 'link', 'color'])(
    'a %s field keeps blanks',
    (type) => {
      expect(readAs(type, ' a ')).toBe(' a ');
      expect(readAs(type, 5)).toBe('5');
      expect(readAs(type, undefined)).toBe('');
      expect(readAs(type, null)).toBe('');
      expect(readAs(type, ['a'])).toBeUndefined();
    },
  );

  test('a textarea and a writer field trim', () => {
    expect(readAs('textarea', ' a\n')).toBe('a');
    expect(readAs('writer', ' <p>a\u00a0b</p>\n')).toBe('<p>a&nbsp;b</p>');
  });

  test('a hidden field takes anything', () => {
    expect(readAs('hidden', ['a'])).toEqual(['a']);
    expect(readAs('hidden', undefined)).toBe('');
  });

  test('only Kirby can tell what cleaning makes of HTML', () => {
    expect(readAs('writer', '<p>a<mark>b</mark></p>')).toBeUndefined();
  });

  test.each([
    ['lower', ' Grün ', 'grün'],
    ['upper', 'grün', 'GRÜN'],
    ['slug', 'Grün', undefined],
  ])('the converter %s makes of %j %j', (converter, value, expected) => {
    expect(readAs('text', value, { converter })).toBe(expected);
  });
});

test.each<[string, JsonObject, readonly string[]]>([
  [
    'text',
    { minlength: 1, maxlength: 5, pattern: '[a-z]+', converter: 'lower' },
    [
      'At least 1 character.',
      'At most 5 characters.',
      'Must match `[a-z]+`.',
      'Stored in lower case.',
    ],
  ],
  ['textarea', { maxlength: 5 }, ['At most 5 characters.']],
  ['writer', { maxlength: 5 }, ['Text as HTML: `<p>…</p>` and the like.', 'At most 5 characters.']],
  ['slug', {}, ['The Panel turns what stands here into a slug, such as `my-page`.']],
  ['tel', {}, ['A phone number; Kirby does not check its form.']],
  ['email', { pattern: 'x' }, ['An email address, such as `name@example.com`.']],
  ['url', {}, ['A full address with its host, such as `https://example.com/page`.']],
  ['color', { format: 'rgb' }, ['Stored as rgb, such as `rgb(255, 136, 0)`.']],
  ['link', { options: ['url', 'anchor'] }, ['Stored as `https://example.com`, `#chapter`.']],
])('tells of a %s field with %j', (type, props, expected) => {
  expect(fieldTypes.get(type)?.describe?.(fieldOf(type, props))).toEqual(expected);
});
