import { expect, test } from 'vitest';
import { hover } from '../../server/src/features/hover.ts';
import { contextOf } from '../support/check.ts';

async function hoverAt(marked: string): Promise<readonly [string, string] | undefined> {
  const text = marked.replace('$0', '');
  const found = hover(await contextOf(text), marked.indexOf('$0'));
  return found && [found.markdown, text.slice(found.span.start, found.span.end)];
}

test.each([
  ['Text: See (im$0age: a.jpg alt: b)', 'image', /^\*\*\(image: …\)\*\*[^]*`caption`/],
  ['Text: See (image: a.jpg al$0t: b)', 'alt', /^\*\*alt\*\* of \(image: …\)[^]*cannot see/],
  ['Text: (Link: a Tar$0get: _blank)', 'Target', /`_blank`/],
  ['Text: (you$0tube: a)', 'youtube', /no attributes/],
  ['Other: (date$0: year)', 'date', /today/],
  [
    'Blocks: [{"type":"markdown","content":{"text":"\\u00e9\\n(video: a wid$0th: 1)"}}]',
    'width',
    /pixels/,
  ],
])('%s', async (marked, name, markdown) => {
  const found = await hoverAt(marked);
  expect(found?.[1]).toBe(name);
  expect(found?.[0]).toMatch(markdown);
});

test.each([
  'Text: (image: a$0.jpg alt: b)',
  'Text: ima$0ge: a',
  'Text: (call$0out: a)',
  'Cover: (im$0age: a.jpg)',
])('says nothing at %s', async (marked) => {
  expect(await hoverAt(marked)).toBeUndefined();
});
