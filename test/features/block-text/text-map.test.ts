import { describe, expect, test } from 'vitest';
import { textUnder } from '../../../server/src/features/block-text/target.ts';
import { type TextMap, textMap } from '../../../server/src/features/block-text/text-map.ts';
import type { RuleContext } from '../../../server/src/rules/rule.ts';
import { contextIn } from '../../support/shared-site.ts';
import { siteFrom } from '../../support/site.ts';

const path = 'content/1_article/article.txt';
const site = await siteFrom({
  [path]: '',
  'site/blueprints/pages/article.yml': `fields:
  text:
    type: textarea
  rows:
    type: structure
    fields:
      note:
        type: writer
  blocks:
    type: blocks
`,
});

const blocks = String.raw`[{"content":{"text":"<p>\u00e9t\u00e9 \"a\"<\/p><ul><li>One<\/li><li>Two<\/li><\/ul>"},"id":"a","type":"text"},{"content":{"text":"a\nb\r\nc"},"id":"m","type":"markdown"}]`;
const page = `Title: Tea\r\n\r\n----\r\n\r\nText:\r\n\r\nOne\r\n\\----\r\n(image: a.jpg)\r\n\r\n----\r\n\r\nRows:\r\n\r\n- note: "<p>It\\"s</p><p>tea</p>"\r\n\r\n----\r\n\r\nBlocks: ${blocks}\r\n`;

function opened(at: string): {
  readonly map: TextMap;
  readonly shown: string;
  readonly context: RuleContext;
} {
  const context = contextIn(site, path, page);
  const found = textUnder(context, page.indexOf(at) + 1);
  const map = found && textMap(context, found.address, found.shown);
  if (found === undefined || map === undefined) throw new Error('There is no text.');
  return { map, shown: found.shown, context };
}

describe.each(['(image', 'tea</p>', 'One<', 'a\\nb'])('the text at %s', (at) => {
  const { map, shown } = opened(at);

  test('has each of its letters at the same place on both sides', () => {
    for (const { 0: letter, index } of shown.matchAll(/[a-zA-Z(:>]/gu)) {
      const offset = map.toSource(index);
      expect(page[offset], `${letter} at ${String(index)}`).toBe(letter);
      expect(map.toShown({ start: offset, end: offset + 1 })).toEqual({
        start: index,
        end: index + 1,
      });
    }
  });

  test('has nothing of what stands beside it', () => {
    const start = map.toSource(0);
    expect(map.toShown({ start: 0, end: start + 1 })).toBeUndefined();
    expect(map.toShown({ start: start - 20, end: start - 10 })).toBeUndefined();
  });
});

test('escapes are one letter, and a text with its quotes is the whole of it', () => {
  const { map, shown } = opened('One<');
  const escape = page.indexOf(String.raw`\u00e9`);
  expect(map.toSource(shown.indexOf('é'))).toBe(escape);
  expect(map.toShown({ start: escape, end: escape + 6 })).toEqual({ start: 3, end: 4 });
  const literal = page.indexOf('"<p>\\u00e9');
  const end = page.indexOf('"},"id":"a"') + 1;
  expect(map.toShown({ start: literal, end })).toEqual({ start: 0, end: shown.length });
});

test('what is inserted into JSON loses its escapes, once', () => {
  expect(opened('One<').map.decoded(String.raw`<a href=\"\/x\">`)).toBe('<a href="/x">');
  expect(opened('One<').map.decoded('file://x')).toBe('file://x');
  expect(opened('(image').map.decoded('"a"')).toBe('"a"');
  expect(opened('tea</p>').map.decoded('"a"')).toBeUndefined();
});

test('a text that is another one by now has no places', () => {
  const { context } = opened('One<');
  const found = textUnder(context, page.indexOf('One<'));
  expect(found && textMap(context, found.address, `${found.shown}x`)).toBeUndefined();
});
