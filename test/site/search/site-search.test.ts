import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseContent } from '../../../server/src/kirby/content/parse.ts';
import { type LiveSite, openSite } from '../../../server/src/site/open-site.ts';
import { type Searcher, searcherOf } from '../../../server/src/site/search/searcher.ts';
import type { SearchQuestion } from '../../../server/src/site/search/site-search.ts';
import { sitePath } from '../../../server/src/site/site-path.ts';
import { defaultRoots } from '../../../server/src/site/site-roots.ts';
import { MemoryFileSystem } from '../../support/memory-file-system.ts';
import { liveSiteFrom } from '../../support/site.ts';

const roots = defaultRoots(sitePath('content'), sitePath('site'));
const everything: Omit<SearchQuestion, 'query'> = { most: 1_000, mostInFile: 10 };

/** The files in which something is found, sorted. */
async function filesWith(live: LiveSite, query: string): Promise<readonly string[]> {
  const { files } = await live.search({ ...everything, query });
  return files.map(({ path }) => path).sort();
}

const files = {
  'content/site.txt': 'Title: Magazine',
  'content/1_a/article.txt': 'Title: One\n----\nText: La m&eacute;diation',
  'content/_drafts/b/article.txt': 'Title: Médiation',
  'content/2_c/article.txt': 'Title: Three',
  'content/2_c/photo.jpg': '',
  'content/2_c/photo.jpg.txt': String.raw`Alt: "m\u00e9diation"`,
  'content/2_c/notes.md': 'médiation',
};

describe('a search', () => {
  test('finds pages, drafts and metadata, whatever letters are typed', async () => {
    const { live } = await liveSiteFrom(files);
    await live.searchable();
    const all = [
      'content/1_a/article.txt',
      'content/2_c/photo.jpg.txt',
      'content/_drafts/b/article.txt',
    ];
    for (const query of ['mediation', 'MÉDIATION', ' médi', 'ia']) {
      expect(await filesWith(live, query)).toEqual(all);
    }
    expect(await filesWith(live, 'mediation culturelle')).toEqual([]);
    expect(await filesWith(live, ' ')).toEqual([]);
  });

  test('reads only what may hold it', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [
        `content/${index}_p/article.txt`,
        `Title: Page ${index}\n----\nText: nothing of it`,
      ]),
    );
    const { live, disk } = await liveSiteFrom({ ...many, ...files });
    await live.searchable();
    const read: string[] = [];
    const readFiles = disk.readFiles.bind(disk);
    disk.readFiles = (paths) => {
      read.push(...paths);
      return readFiles(paths);
    };
    expect(await filesWith(live, 'mediation')).toHaveLength(3);
    expect(read.length).toBeLessThan(30);
  });

  test('stops at as much as was asked for, and when nobody waits', async () => {
    const { live } = await liveSiteFrom(files);
    await live.searchable();
    const few = await live.search({ query: 'mediation', most: 1, mostInFile: 1, mostRead: 1 });
    expect(few.isLimited).toBe(true);
    expect(few.files.length).toBeLessThanOrEqual(1);
    const cancelled = await live.search({
      ...everything,
      query: 'mediation',
      isCancelled: () => true,
    });
    expect(cancelled.files).toEqual([]);
  });

  test('shows open documents as they are, in place of their files', async () => {
    const { live } = await liveSiteFrom(files);
    await live.searchable();
    const path = sitePath('content/1_a/article.txt');
    live.setOverlay(path, parseContent('Title: One\n----\nText: typed just now'));
    expect(await filesWith(live, 'just now')).toEqual([path]);
    expect(await filesWith(live, 'mediation')).not.toContain(path);
    live.setOverlay(path, undefined);
    expect(await filesWith(live, 'just now')).toEqual([]);
    expect(await filesWith(live, 'mediation')).toContain(path);
  });

  test('says that it is incomplete while the site is being read', async () => {
    const live = openSite(new MemoryFileSystem(files), roots);
    expect((await live.search({ ...everything, query: 'mediation' })).isComplete).toBe(false);
    await live.ready;
    await live.searchable();
    expect((await live.search({ ...everything, query: 'mediation' })).isComplete).toBe(true);
  });

  test('goes on in this thread when the other one dies', async () => {
    const dead: Searcher = {
      atOnce: 4,
      sign: () => Promise.reject(new Error('dead')),
      find: () => Promise.reject(new Error('dead')),
    };
    const { live } = await liveSiteFrom(files, { searcher: dead });
    await live.searchable();
    expect(await filesWith(live, 'mediation')).toHaveLength(3);
  });

  test('reads in this thread while the other one has to be started first, and wakes it', async () => {
    const awake = searcherOf(new MemoryFileSystem(files));
    const asked: number[] = [];
    let isAsleep = true;
    const far: Searcher = {
      ...awake,
      get isAsleep() {
        return isAsleep;
      },
      find: (paths, wish) => {
        asked.push(paths.length);
        return awake.find(paths, wish);
      },
    };
    const { live } = await liveSiteFrom(files, { searcher: far });
    await live.searchable();
    expect(await filesWith(live, 'mediation')).toHaveLength(3);
    expect(asked).toEqual([0]);
    isAsleep = false;
    expect(await filesWith(live, 'mediation')).toHaveLength(3);
    expect(asked).toEqual([0, 3]);
  });
});

const word = fc.constantFrom('médiation', 'atelier', 'straße', 'CŒUR', 'rien');
const step = fc.oneof(
  fc.record({
    kind: fc.constant('write'),
    page: fc.nat(5),
    file: fc.constantFrom('article.txt', 'photo.jpg.txt'),
    word,
  }),
  fc.record({ kind: fc.constant('remove'), page: fc.nat(5), whole: fc.boolean() }),
  fc.record({ kind: fc.constant('open'), page: fc.nat(5), word }),
  fc.record({ kind: fc.constant('close'), page: fc.nat(5) }),
  fc.record({ kind: fc.constant('search'), word }),
);

test('in a storm of changes a search finds what the files and the open documents say', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 5, maxLength: 40 }),
      fc.boolean(),
      async (steps, isRead) => {
        const disk = new MemoryFileSystem(files);
        const searcher = searcherOf(disk, 2);
        const live = openSite(disk, roots, { searcher });
        const texts = new Map<string, string>(Object.entries(files));
        const open = new Map<string, string>();
        const told: Promise<unknown>[] = [live.ready];
        if (isRead) await live.searchable();
        for (const one of steps) {
          const page = 'page' in one ? `content/${one.page}_p` : '';
          const article = sitePath(`${page}/article.txt`);
          switch (one.kind) {
            case 'write': {
              const path = `${page}/${one.file}`;
              const text = `Title: x\n----\nText: ${one.word}`;
              disk.write(path, text);
              texts.set(path, text);
              told.push(live.changed([sitePath(path)]));
              break;
            }
            case 'remove': {
              const gone = one.whole ? page : `${page}/article.txt`;
              disk.remove(gone);
              for (const path of texts.keys()) {
                if (path === gone || path.startsWith(`${gone}/`)) texts.delete(path);
              }
              told.push(live.changed([sitePath(gone)]));
              break;
            }
            case 'open': {
              const text = `Text: ${one.word}`;
              open.set(article, text);
              live.setOverlay(article, parseContent(text));
              break;
            }
            case 'close':
              open.delete(article);
              live.setOverlay(article, undefined);
              break;
            case 'search':
              await live.search({ ...everything, query: one.word });
          }
        }
        await Promise.all(told);
        for (const query of ['mediation', 'ATELIER', 'strasse', 'coeur']) {
          const here = new Map([...texts, ...open]);
          const expected = [...here]
            .filter(([path]) => path.endsWith('.txt'))
            .filter(([, text]) => holdsQuery(text, query))
            .map(([path]) => path)
            .sort();
          // Right away, while what has changed is being read, and afterwards.
          if (isRead) expect(await filesWith(live, query)).toEqual(expected);
          await live.searchable();
          expect(await filesWith(live, query)).toEqual(expected);
        }
      },
    ),
    { numRuns: 60 },
  );
});

const spellings: Readonly<Record<string, RegExp>> = {
  mediation: /m(?:é|&eacute;|\\u00e9)diation/iu,
  ATELIER: /atelier/u,
  strasse: /straße/u,
  coeur: /CŒUR/u,
};

function holdsQuery(text: string, query: string): boolean {
  return spellings[query]?.test(text) === true;
}
