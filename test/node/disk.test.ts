import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diskSource } from '../../server/src/node/disk-source.ts';
import { nodeFileSystem } from '../../server/src/node/node-file-system.ts';
import { workerReader } from '../../server/src/node/worker-scanner.ts';
import type { FileSystem } from '../../server/src/site/file-system.ts';
import { openSite } from '../../server/src/site/open-site.ts';
import { type Scanner, scannerOf } from '../../server/src/site/scan.ts';
import { sitePath, type SitePath } from '../../server/src/site/site-path.ts';
import { defaultRoots } from '../../server/src/site/site-roots.ts';

const roots = defaultRoots(sitePath('content'), sitePath('site'));
let root = '';
let bundle = '';

const files: Readonly<Record<string, string | Buffer>> = {
  'content/site.txt': 'Title: Größe',
  'content/1_a/article.txt':
    '\uFEFFTitle: Ä “b” 🎉\r\n\r\n----\r\n\r\nÜber-uns: x\r\n\r\n----\r\n\r\nUuid: aaaaaaaaaaaaaaaa',
  'content/1_a/photo é.jpg': Buffer.from([0xff, 0xd8]),
  'content/1_a/photo é.jpg.txt': 'Alt: Ein Löwe\n\n----\n\nUuid: photoPhotoPhoto1',
  'content/2_latin1/article.txt': Buffer.from(
    'Title: Gr\u00fc\u00dfe\n\n----\n\nUuid: latin1latin1lat1',
    'latin1',
  ),
  'content/3_big/article.txt': `Title: Big\n\n----\n\nText: ${'x'.repeat(900_000)}\n\n----\n\nUuid: bigBigBigBigBig1`,
  'site/blueprints/pages/article.yml': 'title: Article\n',
};

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'kirby-author-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), content);
  }
  bundle = path.join(root, 'index-worker.cjs');
  await build({
    entryPoints: ['server/src/node/index-worker.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    outfile: bundle,
    logLevel: 'error',
  });
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

const enters = (): boolean => true;

describe.each<readonly [string, () => FileSystem]>([
  ['synchronously', () => diskSource(root)],
  ['with promises', () => nodeFileSystem(root)],
])('the disk, read %s', (_name, open) => {
  test('lists files and folders', async () => {
    const listing = await open().list(sitePath('content/1_a'));
    expect(listing?.files.toSorted()).toEqual(['article.txt', 'photo é.jpg', 'photo é.jpg.txt']);
    expect(await open().list(sitePath('content/nothing'))).toBeUndefined();
    expect(await open().list(sitePath('content/site.txt'))).toBeUndefined();
  });

  test('walks', async () => {
    const all = await open().walk(sitePath('content'), (name) => name !== '3_big');
    expect(all.map(({ path: folder }) => folder).sort()).toEqual([
      'content',
      'content/1_a',
      'content/2_latin1',
    ]);
    expect(await open().walk(sitePath('nothing'), enters)).toEqual([]);
  });

  test('reads texts, in the order asked', async () => {
    const texts = await open().readFiles([
      sitePath('content/nothing.txt'),
      sitePath('content/site.txt'),
      sitePath('content'),
    ]);
    expect(texts).toEqual([undefined, 'Title: Größe', undefined]);
  });

  test.skipIf(process.platform === 'win32')(
    'follows links, and does not enter those that lead in a circle',
    async () => {
      const links = mkdtempSync(path.join(root, 'links-'));
      const outside = mkdtempSync(path.join(root, 'outside-'));
      mkdirSync(path.join(links, 'a'));
      mkdirSync(path.join(outside, 'below'));
      symlinkSync(links, path.join(links, 'a', 'again'));
      symlinkSync(path.join(links, 'a'), path.join(links, 'a', 'itself'));
      // There, and from there back.
      symlinkSync(outside, path.join(links, 'a', 'outside'));
      symlinkSync(path.join(links, 'a'), path.join(outside, 'below', 'back'));
      symlinkSync(links, path.join(outside, 'below', 'top'));
      symlinkSync(path.join(root, 'content/site.txt'), path.join(links, 'file.txt'));
      symlinkSync(path.join(root, 'nowhere'), path.join(links, 'nowhere'));
      const folder = sitePath(path.basename(links));
      const listing = await open().list(folder);
      expect([listing?.files.toSorted(), listing?.folders]).toEqual([
        ['file.txt', 'nowhere'],
        ['a'],
      ]);
      const all = await open().walk(folder, enters);
      expect(all.map(({ path: found }) => found.slice(folder.length))).toEqual([
        '',
        '/a',
        '/a/outside',
        '/a/outside/below',
      ]);
    },
  );
});

describe.each<readonly [string, () => Scanner | undefined]>([
  ['in this thread', () => undefined],
  ['in this thread, synchronously', () => scannerOf(diskSource(root))],
  ['in a worker', () => workerReader(root, () => new Worker(bundle)).scanner],
])('a site that is read %s', (_name, open) => {
  test('says the same', async () => {
    const scanner = open();
    const live = openSite(nodeFileSystem(root), roots, scanner === undefined ? {} : { scanner });
    await live.ready;
    const { site } = live;
    expect(site.folder(sitePath('content'))?.title).toBe('Größe');
    expect(site.page('a')).toMatchObject({ title: 'Ä “b” 🎉', uuid: 'aaaaaaaaaaaaaaaa' });
    expect(site.page('latin1')).toMatchObject({
      title: 'Gr\uFFFD\uFFFDe',
      uuid: 'latin1latin1lat1',
    });
    expect(site.page('big')?.uuid).toBe('bigBigBigBigBig1');
    expect([...site.fieldCountsOf('article').counts.keys()]).toContain('Über-uns');
    expect([...site.valuesOf('article', 'Über_uns')]).toEqual([['x', 1]]);
    expect(site.page('a')?.files.get('photo é.jpg')).toMatchObject({
      content: { alt: 'Ein Löwe' },
      uuid: 'photoPhotoPhoto1',
    });
    expect(site.blueprints.blueprint('pages/article')?.title).toBe('Article');
  });

  test('follows changes, few and many', async () => {
    const scanner = open();
    const live = openSite(nodeFileSystem(root), roots, scanner === undefined ? {} : { scanner });
    const made: SitePath[] = [];
    for (let index = 0; index < 60; index++) {
      const name = `content/4_many/${index}_p/post.txt`;
      mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      writeFileSync(path.join(root, name), `Title: Page ${index}`);
      made.push(sitePath(name));
    }
    await live.changed(made);
    expect(live.site.page('many/p')?.title).toBe('Page 59');
    writeFileSync(path.join(root, 'content/4_many/59_p/post.txt'), 'Title: New');
    await live.changed(made.slice(-1));
    expect(live.site.page('many/p')?.title).toBe('New');
    rmSync(path.join(root, 'content/4_many'), { recursive: true });
    await live.changed(made);
    expect(live.site.page('many')).toBeUndefined();
  });
});

test('a worker that cannot be started is no reason to know nothing', async () => {
  const { scanner } = workerReader(root, () => new Worker(path.join(root, 'no-worker.cjs')));
  const live = openSite(nodeFileSystem(root), roots, { scanner });
  await live.ready;
  expect(live.site.page('a')?.uuid).toBe('aaaaaaaaaaaaaaaa');
});

test('a worker is asleep until it is asked', async () => {
  const { searcher } = workerReader(root, () => new Worker(bundle));
  expect(searcher.isAsleep).toBe(true);
  const answer = searcher.find([], { wanted: 'x', most: 1, mostInFile: 1 });
  expect(searcher.isAsleep).toBe(false);
  expect(await answer).toEqual([]);
});

test('a worker searches as this thread does', async () => {
  const question = { query: 'lowe', most: 20, mostInFile: 5 };
  const { scanner, searcher } = workerReader(root, () => new Worker(bundle));
  const far = openSite(nodeFileSystem(root), roots, { scanner, searcher });
  const near = openSite(nodeFileSystem(root), roots);
  await Promise.all([far.ready, near.ready]);
  await Promise.all([far.searchable(), near.searchable()]);
  const found = await far.search(question);
  expect(found.files.map((file) => [file.path, file.hits.map(({ excerpt }) => excerpt)])).toEqual([
    ['content/1_a/photo é.jpg.txt', ['Ein Löwe']],
  ]);
  expect(await near.search(question)).toEqual(found);
});
