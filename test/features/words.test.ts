import { describe, expect, test } from 'vitest';
import { hover } from '../../server/src/features/hover.ts';
import { structureTrees } from '../../server/src/features/layout-edit/structure-tree.ts';
import { mergeConflict } from '../../server/src/features/merge/merge-conflict.ts';
import { type DocumentSymbol, documentSymbols } from '../../server/src/features/symbols.ts';
import { firstWords, referenceNames, readableText } from '../../server/src/features/words.ts';
import type { JsonValue } from '../../server/src/kirby/json/value.ts';
import { contextOf } from '../support/check.ts';

const files = {
  'content/1_article/star.svg': '',
  'content/1_article/star.svg.txt': 'Uuid: starUuid00000001',
  'content/blog/blog.txt': 'Title: Our blog\n----\nUuid: blogUuid00000001',
  'content/blog/star.svg': '',
  'content/blog/star.svg.txt': 'Uuid: otherStar0000001',
  'site/accounts/abc/index.php':
    "<?php return ['email' => 'ada@example.org', 'name' => 'Ada', 'language' => 'en', 'role' => 'admin'];",
  'site/blueprints/blocks/person.yml': 'label: "{{ name }}"\nfields:\n  name:\n    type: text\n',
};

const star = 'file://starUuid00000001';

function layoutOf(attrs: JsonValue, ...blocks: readonly JsonValue[]): string {
  const row = { attrs, columns: [{ blocks, id: 'c', width: '1/1' }], id: 'r' };
  return `Layout: ${JSON.stringify([row])}`;
}

describe('what a reader reads of a value', () => {
  test.each<[JsonValue, string]>([
    ['<p>Tools &amp;&nbsp;<b>Wood</b>work</p>', 'Tools & Woodwork'],
    [[star], 'star.svg'],
    [[star, 'page://blogUuid00000001'], 'star.svg, Our blog'],
    ['- file://starUuid00000001\n- user://abc', '- star.svg - Ada'],
    ['(image: file://starUuid00000001 alt: x)', '(image: star.svg alt: x)'],
    ['file://nobody0000000001', 'file://nobody0000000001'],
    [{ type: 'text', id: 'a', content: { text: 'Bread' } }, 'Bread'],
    [[true, 5, null, ''], 'true, 5'],
    [{ columns: 2, name: 'Ada' }, '2, Ada'],
  ])('%j', async (value, expected) => {
    const nameOf = referenceNames(await contextOf('Title: One', { files }));
    expect(readableText(value, nameOf)).toBe(expected);
  });

  test('keeps UUIDs where no site is known', async () => {
    const nameOf = referenceNames(await contextOf(`Cover: - ${star}`, { inSite: false }));
    expect(readableText([star], nameOf)).toBe(star);
  });
});

describe('what a block is about', () => {
  const nameOf = (): undefined => undefined;

  test.each<[JsonValue, string | undefined, string]>([
    [{ text: '<p>Tools</p>', level: 'h2' }, undefined, 'Tools'],
    [{ css: 'margin: 0', headline: 'Tools', text: 'Wood' }, undefined, 'Tools'],
    [{ css: 'margin: 0' }, undefined, ''],
    [
      { code: '<div class="a">\n  <b>B</b>', language: 'html' },
      undefined,
      '<div class="a"> <b>B</b>',
    ],
    [{ name: 'Ada', text: 'x' }, '{{ name }}: {{text}}', 'Ada: x'],
    [{ name: '', text: 'x' }, '{{ name }}', 'x'],
    [{ name: 'Ada', text: 'x' }, '{{ name.upper }}', 'x'],
    [{ text: `<p>${'word '.repeat(20)}</p>` }, undefined, `${'word '.repeat(11)}word…`],
  ])('%j with the label %s', (content, label, expected) => {
    expect(firstWords(content, nameOf, label)).toBe(expected);
  });
});

const image = { type: 'image', id: 'b', content: { image: [star] } };
const person = { type: 'person', id: 'p', content: { name: 'Ada', text: 'Writes' } };

test('the outline names files and people', async () => {
  const context = await contextOf(layoutOf([], image, person), { files });
  const leaves = (symbols: readonly DocumentSymbol[]): readonly string[] =>
    symbols.flatMap(({ name, detail, children }) =>
      children.length > 0 ? leaves(children) : [`${name}: ${detail}`],
    );
  expect(leaves(documentSymbols(context))).toEqual(['image: star.svg', 'person: Ada']);
});

test('the structure names them, in the settings of rows as well', async () => {
  const context = await contextOf(layoutOf({ motif: [star], wide: true, dim: 'false' }, image), {
    files,
  });
  const [row] = structureTrees(context)[0]?.parts ?? [];
  expect(row?.detail).toBe('1/1 · motif: star.svg, wide');
  expect(row?.parts[0]?.parts[0]?.detail).toBe('star.svg');
});

test('the structure says what the options are called that a row chooses', async () => {
  const settings =
    '{place: {type: select, label: Position, options: {left: At the left}}, wide: {type: toggle}}';
  const blueprint = `fields:\n  layout: {type: layout, settings: {fields: ${settings}}}\n`;
  const context = await contextOf(layoutOf({ place: 'left', wide: true }, image), {
    files: { ...files, 'site/blueprints/pages/article.yml': blueprint },
  });
  const [row] = structureTrees(context)[0]?.parts ?? [];
  expect(row?.detail).toBe('1/1 · Position: At the left, Wide');
});

test('hovers name them', async () => {
  const text = layoutOf(
    { motif: [star] },
    { ...image, content: { image: [star], alt: 'A &lt; B' } },
  );
  const context = await contextOf(text, { files });
  const at = (needle: string): string | undefined =>
    hover(context, text.indexOf(needle) + 1)?.markdown;
  expect(at('"attrs"')).toBe('**Row 1**: `1/1`\n\n- motif: `star.svg`');
  expect(at('"content"')).toContain('Image: star\\.svg\n\nAlternative text: A \\< B');
});

test('a merge names them, unless that would read the same on both sides', async () => {
  const told = async (ours: string, theirs: string): Promise<readonly (readonly string[])[]> => {
    const side = (reference: string): string =>
      `Blocks: ${JSON.stringify([{ ...image, content: { image: [reference] } }])}`;
    const text = `<<<<<<< HEAD\n${side(ours)}\n=======\n${side(theirs)}\n>>>>>>> other\n`;
    const merge = mergeConflict(await contextOf(text, { files }), 0);
    return merge.ok ? merge.differences.map((one) => [one.ours, one.theirs]) : [[merge.reason]];
  };
  expect(await told(star, 'file://nobody0000000001')).toEqual([
    ['Image: star.svg', 'Image: file://nobody0000000001'],
  ]);
  expect(await told(star, 'file://otherStar0000001')).toEqual([
    ['Image: file://starUuid00000001', 'Image: file://otherStar0000001'],
  ]);
});

test('a merge tells the settings of a row by their labels and options', async () => {
  const options = '{left: At the left, right: At the right, too: At the right}';
  const settings = `{place: {type: select, label: Position, options: ${options}}}`;
  const blueprint = `fields:\n  layout: {type: layout, settings: {fields: ${settings}}}\n`;
  const told = async (ours: JsonValue, theirs: JsonValue): Promise<readonly string[]> => {
    const text = `<<<<<<< HEAD\n${layoutOf(ours, image)}\n=======\n${layoutOf(theirs, image)}\n>>>>>>> other\n`;
    const context = await contextOf(text, {
      files: { ...files, 'site/blueprints/pages/article.yml': blueprint },
    });
    const merge = mergeConflict(context, 0);
    return merge.ok ? merge.differences.flatMap((one) => [one.ours, one.theirs]) : [merge.reason];
  };
  expect(await told({ place: 'left', tone: 'a' }, { place: 'right', tone: 'b' })).toEqual([
    'Position: At the left, tone: a',
    'Position: At the right, tone: b',
  ]);
  expect(await told({ place: 'too' }, { place: 'right' })).toEqual([
    'Position: too',
    'Position: right',
  ]);
});
