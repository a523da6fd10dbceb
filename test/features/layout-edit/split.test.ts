import { describe, expect, test } from 'vitest';
import {
  cutHtml,
  joinedHtml,
  joinedList,
} from '../../../server/src/features/layout-edit/cut-html.ts';
import {
  cutMarkdown,
  joinedMarkdown,
} from '../../../server/src/features/layout-edit/cut-markdown.ts';
import { editStructure } from '../../../server/src/features/layout-edit/edit-structure.ts';
import type { Operation } from '../../../server/src/features/layout-edit/operation.ts';
import { applied } from '../../../server/src/kirby/json/text-edit.ts';
import { parseContent } from '../../../server/src/kirby/content/parse.ts';

/** What a text with its cursor, `|`, is cut into; or why not. */
function cut(way: typeof cutHtml, marked: string): readonly string[] | string {
  const result = way(marked.replace('|', ''), marked.indexOf('|'));
  return result.ok ? [result.before, result.behind] : result.reason;
}

describe('HTML is cut into two texts that are whole', () => {
  test.each([
    ['<p>One |two</p>', ['<p>One</p>', '<p>two</p>']],
    ['<p>One</p>|<p>two</p>', ['<p>One</p>', '<p>two</p>']],
    [
      '<p>A <b>bold <i>and| it</i></b></p>',
      ['<p>A <b>bold <i>and</i></b></p>', '<p><b><i>it</i></b></p>'],
    ],
    ['<p>A <a href="/x|y">link</a></p>', ['<p>A</p>', '<p><a href="/xy">link</a></p>']],
    ['<p>A &am|p; b</p>', ['<p>A</p>', '<p>&amp; b</p>']],
    ['<p>One<br>|two</p>', ['<p>One</p>', '<p>two</p>']],
    ['<ul><li>a</li>|<li>b</li></ul>', ['<ul><li>a</li></ul>', '<ul><li>b</li></ul>']],
    ['<p>One <b>|two</b></p>', ['<p>One</p>', '<p><b>two</b></p>']],
    ['A |title', ['A', 'title']],
    ['<p>One</p>|', ['<p>One</p>', '']],
  ])('%s', (marked, expected) => {
    expect(cut(cutHtml, marked)).toEqual(expected);
  });

  test.each(['<p>One <b>t|wo</p>', '<p>1 < |2</p>', 'a</p>|b'])('but not %s', (marked) => {
    expect(cut(cutHtml, marked)).toMatch(/do not match/u);
  });
});

describe('Markdown is cut where Kirby shows the same afterwards', () => {
  test.each([
    ['One\n\n|Two', ['One', 'Two']],
    ['One |two', ['One', 'two']],
    ['One\n|two', ['One', 'two']],
    ['- a\n|- b', ['- a', '- b']],
    ['# Title\n|\nText', ['# Title', 'Text']],
    ['See (image: a.jpg)\r\n\r\n|and', ['See (image: a.jpg)', 'and']],
  ])('%j', (marked, expected) => {
    expect(cut(cutMarkdown, marked)).toEqual(expected);
  });

  test.each([
    'A **bo|ld** word',
    'See (image: |a.jpg)',
    '```\na\n|b\n```',
    '- a b|\n- c d',
    '- a |b',
    '[li|nk](/x)',
  ])('but not %j', (marked) => {
    const result = cut(cutMarkdown, marked);
    if (marked === '- a b|\n- c d') expect(result).toEqual(['- a b', '- c d']);
    else expect(result).toMatch(/cannot be split/u);
  });
});

test('two texts become one', () => {
  expect(joinedHtml('<p>a</p>', '<p>b</p>')).toBe('<p>a</p><p>b</p>');
  expect(joinedHtml('a <b>x</b>', '')).toBe('a <b>x</b>');
  expect(joinedHtml('a', 'b <b>x</b>')).toBe('<p>a</p><p>b <b>x</b></p>');
  expect(joinedHtml('a', '<ul><li>b</li></ul>')).toBe('<p>a</p><ul><li>b</li></ul>');
  expect(joinedHtml('<p>a', '<p>b</p>')).toBeUndefined();
  expect(joinedList('<ul><li>a</li></ul>', '<ul><li>b</li></ul>')).toBe(
    '<ul><li>a</li><li>b</li></ul>',
  );
  expect(joinedList('<ul><li>a</li></ul>', '<ol><li>b</li></ol>')).toBeUndefined();
  expect(joinedMarkdown('a', 'b\n')).toBe('a\n\nb');
  expect(joinedMarkdown('a\r\nx', 'b')).toBe('a\r\nx\r\n\r\nb');
  expect(joinedMarkdown('- a', '- b')).toBe('- a\n- b');
  expect(joinedMarkdown('```\na', 'b')).toBeUndefined();
});

const block = (id: string, type: string, text: string, more = ''): string =>
  `{"content":{${more}"text":${JSON.stringify(text).replaceAll('é', '\\u00e9').replaceAll('/', '\\/')}},"id":"${id}","isHidden":false,"type":"${type}"}`;

function edit(operation: Operation, ...blocks: readonly string[]): string | undefined {
  const document = parseContent(`Blocks: [${blocks.join(',')}]`);
  const context = { document, site: undefined, file: undefined, newId: () => 'new' };
  const found = editStructure(context, operation);
  return found.ok
    ? applied(document.text, found.edits)?.replace(/^Blocks: \[|\]$/gu, '')
    : found.reason;
}

/** `text` before the place of the cursor. */
function split(text: string, ...blocks: readonly string[]): string | undefined {
  const all = `Blocks: [${blocks.join(',')}]`;
  return edit({ kind: 'split', offset: all.indexOf(text) + text.length }, ...blocks);
}

test('a block is split at the cursor, in its own style', () => {
  expect(split('\\u00e9 ', block('a', 'text', '<p>é b</p>'))).toBe(
    [block('a', 'text', '<p>é</p>'), block('new', 'text', '<p>b</p>')].join(','),
  );
  expect(split('One ', block('a', 'heading', 'One two', '"level":"h3",'))).toBe(
    [
      block('a', 'heading', 'One', '"level":"h3",'),
      block('new', 'heading', 'two', '"level":"h3",'),
    ].join(','),
  );
  expect(split('<p>', block('a', 'text', '<p>b</p>'))).toMatch(/no text on one side/u);
  expect(split('On', block('a', 'quote', 'One'))).toMatch(/^Put the cursor/u);
});

test('a block is merged with the next one, or it is said why not', () => {
  const merge = { kind: 'merge', item: { field: 0, path: [0] } } as const;
  const [one, two] = [block('a', 'text', '<p>é</p>'), block('b', 'text', '<p>b</p>')];
  expect(edit(merge, one, two, one)).toBe([block('a', 'text', '<p>é</p><p>b</p>'), one].join(','));
  expect(edit(merge, one)).toBe('There is no block behind this one.');
  expect(edit(merge, one, block('b', 'list', '<ul></ul>'))).toMatch(/another type/u);
  expect(edit(merge, one, two.replace('false', 'true'))).toMatch(/hidden/u);
  expect(edit(merge, one, block('b', 'text', 'b', '"more":1,'))).toMatch(/more than its text/u);
  expect(edit(merge, block('a', 'heading', 'A'), block('b', 'heading', 'B'))).toMatch(/^Only/u);
});
