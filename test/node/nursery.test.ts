import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sitePath } from '../../server/src/site/site-path.ts';
import { defaultRoots } from '../../server/src/site/site-roots.ts';

let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'kirby-author-'));
  mkdirSync(path.join(folder, 'content'));
  writeFileSync(path.join(folder, 'content/site.txt'), 'Title: Site');
  await build({
    entryPoints: ['nursery', 'worker-scanner', 'index-worker'].map(
      (name) => `server/src/node/${name}.ts`,
    ),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    outdir: folder,
    logLevel: 'error',
  });
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** How large a nursery is, in megabytes, at the end of a script that keeps many objects. */
function nurseryAfter(script: string): number {
  const program = `
    const { Worker } = require('node:worker_threads');
    const { keepNurserySmall, startWithLargeNursery } = require('./nursery.js');
    const { workerReader } = require('./worker-scanner.js');
    const kept = [];
    const keep = () => { for (let i = 0; i < 400_000; i++) kept.push({ name: 'page-' + i, list: [i] }); };
    const size = () => require('node:v8').getHeapSpaceStatistics()
      .find((space) => space.space_name === 'new_space').space_size / 2 ** 20;
    const sizeInThread = () => new Promise((resolve) => {
      const tell = \`require('node:worker_threads').parentPort.postMessage((\${size})())\`;
      new Worker(tell, { eval: true }).on('message', resolve);
    });
    (async () => { console.log(await (async () => { ${script} })() ?? size()); process.exit(); })();`;
  const options = { encoding: 'utf8', cwd: folder } as const;
  return Number(execFileSync(process.execPath, ['-e', program], options));
}

test('the nursery stays small once that was asked for', () => {
  expect(nurseryAfter('keepNurserySmall(); keep()')).toBeLessThan(4);
  expect(nurseryAfter('keep()')).toBeGreaterThan(8);
});

test('the nursery of a thread is large from its beginning, and no other', () => {
  expect(nurseryAfter('return sizeInThread()')).toBeLessThan(4);
  expect(nurseryAfter('startWithLargeNursery(); return sizeInThread()')).toBeGreaterThanOrEqual(8);
  expect(nurseryAfter('startWithLargeNursery(); await sizeInThread()')).toBeLessThan(4);
});

test('it stays small while a site is read in another thread, and afterwards', () => {
  const content = sitePath('content');
  const request = {
    roots: defaultRoots(content, sitePath('site')),
    contentExtension: 'txt',
    folders: [],
    trees: [content],
  };
  const read = `
    const start = () => new Worker('./index-worker.js');
    const { scanner } = workerReader(process.cwd(), start);
    await scanner.scan(${JSON.stringify(request)}, keep);
    keep()`;
  expect(nurseryAfter(read)).toBeLessThan(4);
});
