import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldedQuery } from '../../../server/src/site/search/find-in.ts';
import { searcherOf } from '../../../server/src/site/search/searcher.ts';
import { sitePath } from '../../../server/src/site/site-path.ts';
import { MemoryFileSystem } from '../../support/memory-file-system.ts';

const word = fc.constantFrom(
  'Été',
  'ete',
  'STRASSE',
  'Straße',
  'a',
  '&eacute;',
  '…',
  '🎉',
  '\u00ad',
);
const blank = fc.constantFrom('', ' ', '  ', '\n', '\u00a0', '\n\n----\n\nText: ', '</b>');
const text = fc
  .array(fc.tuple(word, blank), { maxLength: 8 })
  .map((parts) => `Title: ${parts.flat().join('')}`);
const query = fc
  .array(fc.tuple(word, blank), { minLength: 1, maxLength: 3 })
  .map((parts) => foldedQuery(parts.flat().join('')));

test('who has searched files before finds in them what a newcomer finds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(2), text, query), { minLength: 2, maxLength: 12 }),
      async (steps) => {
        const disk = new MemoryFileSystem({});
        const searcher = searcherOf(disk);
        const paths = [0, 1, 2].map((file) => sitePath(`content/${file}.txt`));
        for (const [file, content, wanted] of steps) {
          disk.write(`content/${file}.txt`, content);
          const wish = { wanted, most: 100, mostInFile: 10 };
          expect(await searcher.find(paths, wish)).toEqual(
            await searcherOf(disk).find(paths, wish),
          );
        }
      },
    ),
  );
});

test('more files than it remembers are found again and again', async () => {
  const paths = Array.from({ length: 200 }, (_, file) => sitePath(`content/${file}.txt`));
  const disk = new MemoryFileSystem(
    Object.fromEntries(paths.map((path) => [path, `Title: ${path}, long ago`])),
  );
  const searcher = searcherOf(disk);
  const wish = { wanted: 'long ago', most: 1_000, mostInFile: 1 };
  for (let round = 0; round < 3; round++) {
    const found = await searcher.find(paths, wish);
    expect(found.map(({ path }) => path)).toEqual(paths);
  }
});
