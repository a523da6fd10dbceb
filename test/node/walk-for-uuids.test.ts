import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { parseContent } from '../../server/src/kirby/content/parse.ts';
import { diskSource } from '../../server/src/node/disk-source.ts';
import { describesFile } from '../../server/src/site/inventory.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import { summarise } from '../../server/src/site/summary.ts';

/** The listings and UUIDs of a folder `content` with these files. */
async function walked(
  files: Readonly<Record<string, string>>,
): Promise<{ readonly paths: readonly string[]; readonly uuids: readonly string[] }> {
  const root = mkdtempSync(path.join(tmpdir(), 'kirby-author-'));
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true });
  });
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root, 'content', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const found = await diskSource(root).walkForUuids?.(
    sitePath('content'),
    () => true,
    (name, siblings) => name.endsWith('.txt') && describesFile(name, siblings),
  );
  return {
    paths: (found?.folders ?? []).map(({ path: folder }) => folder).sort(),
    uuids: (found?.uuids ?? '').split('\n'),
  };
}

test('the metadata of files is read on the way, and pages are not', async () => {
  const { paths, uuids } = await walked({
    'site.txt': 'Uuid: siteSiteSiteSite',
    '1_blog/blog.txt': 'Uuid: blogBlogBlogBlog',
    '1_blog/photo.jpg.txt': 'Alt: x\n\n----\n\nUuid: photoPhotoPhoto1',
    '1_blog/photo.jpg.de.txt': 'Uuid: photoPhotoPhoto2',
    '1_blog/_drafts/a/plain': '',
    '1_blog/_drafts/a/plain.txt': 'UUID: plainPlainPlain1',
    '1_blog/empty.jpg.txt': '',
  });
  expect(paths).toEqual([
    'content',
    'content/1_blog',
    'content/1_blog/_drafts',
    'content/1_blog/_drafts/a',
  ]);
  expect(uuids.toSorted()).toEqual(['photoPhotoPhoto1', 'photoPhotoPhoto2', 'plainPlainPlain1']);
});

test('no UUID escapes it that a summary has, however it is written', async () => {
  const blank = fc.constantFrom('', ' ', '\t', '\n', '\r\n', '\n\n', '\0', '\v');
  const name = fc.constantFrom('Uuid', 'uuid', 'UUID', 'uUiD', 'Not-uuid', 'Alt');
  const value = fc.oneof(
    fc.constantFrom('a', 'aà', '\u00a0x', 'ü', 'à', '\u2003a b', 'x:y', '\\----', 'https://a.b'),
    fc.string({ maxLength: 6, unit: 'binary' }),
  );
  const field = fc
    .tuple(blank, name, blank, blank, value, blank)
    .map(([before, of, colon, after, text, end]) => `${before}${of}${colon}:${after}${text}${end}`);
  const file = fc
    .tuple(fc.constantFrom('', '\uFEFF'), fc.array(field, { maxLength: 3 }))
    .map(([mark, fields]) => mark + fields.join('\n----\n'));
  await fc.assert(
    fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 40 }), async (texts) => {
      const { uuids } = await walked(
        Object.fromEntries(texts.map((text, index) => [`${index}/a.jpg.txt`, text])),
      );
      const known = new Set(uuids);
      // What is written is UTF-8: half a character becomes another one.
      const wanted = texts
        .map((text) => Buffer.from(text).toString('utf8'))
        .map((text) => summarise(parseContent(text), { isWhole: true }).uuid)
        // No mention can have a line break in it.
        .filter((uuid) => uuid !== undefined && !uuid.includes('\n'));
      expect(wanted.filter((uuid) => uuid !== undefined && !known.has(uuid))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
