import { expect, test } from 'vitest';
import { parseContent } from '../../server/src/kirby/content/parse.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import { liveSiteFrom } from '../support/site.ts';

const path = sitePath('content/a/a.txt');

test('of a content file it is known which fields it has and which of them are empty', async () => {
  const long = 'many words '.repeat(100);
  const { live } = await liveSiteFrom({
    'content/a/a.txt': `Title: A\n----\nMy-text: ${long}\n----\nEmpty:\n----\nTwice: a\n----\ntwice:`,
    'content/a/photo.jpg': '',
    'content/a/photo.jpg.txt': 'Alt: A photo\n----\nCaption:',
  });
  const fields = live.site.fieldsIn(path);
  expect(fields?.names).toEqual(['Title', 'My-text', 'Empty', 'Twice']);
  const names = ['title', 'my_text', 'empty', 'twice', 'other', 'constructor'];
  expect(names.filter((name) => fields?.has(name))).toEqual(names.slice(0, 4));
  expect(names.filter((name) => fields?.isFilled(name))).toEqual(['title', 'my_text']);
  const alt = live.site.fieldsIn(sitePath('content/a/photo.jpg.txt'));
  expect([alt?.isFilled('alt'), alt?.isFilled('caption'), alt?.has('caption')]).toEqual([
    true,
    false,
    true,
  ]);
  expect(live.site.fieldsIn(sitePath('content/a/b.txt'))).toBeUndefined();
  expect(live.site.fieldsIn(sitePath('content/b/b.txt'))).toBeUndefined();
});

test('an open document counts before its file', async () => {
  const { live } = await liveSiteFrom({ [path]: 'Title: A\n----\nText: B' });
  live.setOverlay(path, parseContent('Title:\n----\nText: B'));
  expect(live.site.fieldsIn(path)?.isFilled('title')).toBe(false);
  live.setOverlay(path, undefined);
  expect(live.site.fieldsIn(path)?.isFilled('title')).toBe(true);
});
