import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FolderFacts } from '../../server/src/site/folder-facts.ts';
import { Packer, Unpacker } from '../../server/src/site/packed-folders.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import { listSharing } from '../../server/src/site/summary.ts';

const text = fc.oneof(fc.constantFrom('', 'photo.jpg', 'Title', '__proto__'), fc.string());
const maybe = fc.option(text, { nil: undefined });
const summary = fc
  .record({ title: maybe, uuid: maybe, slug: maybe, names: fc.array(text) })
  .chain((known) =>
    fc.oneof(
      fc.array(maybe).map((values) => ({ ...known, values, content: undefined })),
      fc
        .array(fc.tuple(fc.oneof(text, fc.constant('template')), text))
        .map((fields) => ({ ...known, values: [], content: Object.fromEntries(fields) })),
    ),
  );
const folder = fc.record({
  path: text.map(sitePath),
  folders: fc.array(text),
  files: fc.array(fc.record({ name: text, summary: fc.option(summary, { nil: undefined }) })),
});

test('folders come out of a pack as they went in', () => {
  fc.assert(
    fc.property(fc.array(fc.array(folder)), (batches: readonly (readonly FolderFacts[])[]) => {
      const packer = new Packer();
      const unpacker = new Unpacker();
      for (const batch of batches) {
        expect(unpacker.unpack(structuredClone(packer.pack(batch)))).toEqual(batch);
      }
    }),
  );
});

test('what many files have is sent once, and stays one list', () => {
  const share = listSharing();
  const batch = (from: number): readonly FolderFacts[] =>
    [from, from + 1].map((page) => ({
      path: sitePath(`content/${page}_page`),
      folders: [],
      files: [
        {
          name: 'article.txt',
          summary: {
            title: `Page ${page}`,
            uuid: undefined,
            slug: undefined,
            names: share(['Title', 'Date']),
            values: [undefined, '2026-01-01'],
            content: undefined,
          },
        },
      ],
    }));
  const packer = new Packer();
  const first = packer.pack(batch(1));
  const second = packer.pack(batch(3));
  expect(first.common).toEqual(['article.txt', '2026-01-01']);
  expect(first.lists).toEqual([['Title', 'Date']]);
  expect([second.common, second.lists]).toEqual([[], []]);
  const unpacker = new Unpacker();
  const pages = [...unpacker.unpack(first), ...unpacker.unpack(second)];
  expect(pages).toEqual([...batch(1), ...batch(3)]);
  expect(new Set(pages.map(({ files }) => files[0]?.summary?.names)).size).toBe(1);
});
