import { expect, test } from 'vitest';
import { hover } from '../../server/src/features/hover.ts';
import { targetAt } from '../../server/src/features/target.ts';
import { contextOf } from '../support/check.ts';

const files = {
  'content/1_article/photo.jpg': '',
  'content/1_article/photo.jpg.txt': 'Alt: A *photo*\n----\nUuid: photoUuid0000001',
  'content/1_article/gone.jpg.txt': 'Uuid: goneUuid00000001',
  'content/blog/blog.txt': 'Title: Blog\n----\nUuid: blogUuid00000001',
};

/** Where the cursor `|` leads. */
async function pathAt(marked: string): Promise<string | undefined> {
  const context = await contextOf(marked.replace('|', ''), { files });
  return targetAt(context, marked.indexOf('|'))?.path;
}

test.each([
  ['Cover: - file://photo|Uuid0000001', 'content/1_article/photo.jpg'],
  ['Cover: - ph|oto.jpg', 'content/1_article/photo.jpg'],
  ['Text: (image: photo|.jpg)', 'content/1_article/photo.jpg'],
  ['Text: (link: page://blog|Uuid00000001)', 'content/blog/blog.txt'],
  ['Text: as told in page://blog|Uuid00000001, and more', 'content/blog/blog.txt'],
  [
    String.raw`Blocks: [{"type":"image","content":{"image":["file:\/\/photo|Uuid0000001"]}}]`,
    'content/1_article/photo.jpg',
  ],
  ['Cover: - file://gone|Uuid00000001', 'content/1_article/gone.jpg.txt'],
  ['Cover: - file://nobody|000000001', undefined],
  ['Text: just| words', undefined],
])('leads from %s to %s', async (marked, path) => {
  expect(await pathAt(marked)).toBe(path);
});

test('says what a reference is, as text and never as markup', async () => {
  const text = 'Cover: - file://photoUuid0000001';
  const found = hover(await contextOf(text, { files }), text.length - 3);
  expect(found?.markdown).toBe(
    String.raw`**photo\.jpg**` +
      '\n\n`content/1_article/photo.jpg`\n\n' +
      String.raw`Alternative text: A \*photo\*`,
  );
  expect(text.slice(found?.span.start, found?.span.end)).toBe('file://photoUuid0000001');
});

test('names the block under the cursor and shows its text', async () => {
  const text = String.raw`Layout: [{"columns":[{"blocks":[{"type":"text","content":{"text":"<p>caf\u00e9</p>"}}]}]}]`;
  const found = hover(await contextOf(text), text.indexOf('caf'));
  expect(found?.markdown).toBe('**Text** block in row 1\n\nText: café');
});
