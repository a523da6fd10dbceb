import { describe, expect, test } from 'vitest';
import type { ResolveContext } from '../../../server/src/kirby/blueprint/context.ts';
import { resolveBlockType } from '../../../server/src/kirby/blueprint/resolve.ts';
import type { JsonValue } from '../../../server/src/kirby/json/value.ts';
import { type Files, contextOf, resolve, typesIn } from './resolve-files.ts';

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
