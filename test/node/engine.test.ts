import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sitePath } from '../../server/src/site/site-path.ts';
import { defaultRoots } from '../../server/src/site/site-roots.ts';

let folder = '';

const content = sitePath('content');
const wholeSite = {
  roots: defaultRoots(content, sitePath('site')),
  contentExtension: 'txt',
  folders: [],
  trees: [content],
};

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'kirby-author-'));
  mkdirSync(path.join(folder, 'content'));
  writeFileSync(path.join(folder, 'content/site.txt'), 'Title: Site');
  await build({
    entryPoints: ['engine', 'worker-scanner', 'index-worker'].map(
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

/**
 * The number that a script answers with; else how large the nursery is at its end, in megabytes.
 *
 * @param flags of Node
 */
function numberOf(script: string, ...flags: readonly string[]): number {
  const program = `
    const { Worker } = require('node:worker_threads');
    const { asAtStart, collectSooner, compileAtOnce, enlargeNursery, keepNurserySmall } = require('./engine.js');
    const { workerReader } = require('./worker-scanner.js');
    const kept = [];
    const keep = () => { for (let i = 0; i < 400_000; i++) kept.push({ name: 'page-' + i, list: [i] }); };
    const size = () => require('node:v8').getHeapSpaceStatistics()
      .find((space) => space.space_name === 'new_space').space_size / 2 ** 20;
    const sizeInThread = (before = '') => new Promise((resolve) => {
      const tell = \`\${before} require('node:worker_threads').parentPort.postMessage((\${size})())\`;
      new Worker(tell, { eval: true }).on('message', resolve);
    });
    (async () => { console.log(await (async () => { ${script} })() ?? size()); process.exit(); })();`;
  const options = { encoding: 'utf8', cwd: folder } as const;
  return Number(execFileSync(process.execPath, [...flags, '-e', program], options));
}

test('the nursery stays small once that was asked for', () => {
  expect(numberOf('keepNurserySmall(); keep()')).toBeLessThan(4);
  expect(numberOf('keep()')).toBeGreaterThan(8);
});

test('garbage is not waited for until the heap is four times as large', () => {
  // Sixty megabytes stay, and as much again is thrown away over and over.
  const churn = `
    const { getHeapStatistics } = require('node:v8');
    const list = () => Array.from({ length: 4_000 }, (_, index) => ({ index, next: [index] }));
    const live = Array.from({ length: 128 }, list);
    let most = 0;
    for (let round = 0; round < 600; round++) {
      live[round % live.length] = list();
      most = Math.max(most, getHeapStatistics().used_heap_size);
    }
    return most / 2 ** 20;`;
  // Other threads look for garbage when the processor has time for them.
  const most = (script: string): number => numberOf(script, '--single-threaded-gc');
  expect(most(`collectSooner(); ${churn}`)).toBeLessThan(most(churn) * 0.9);
});

test('the nursery of a thread is made a large one, and no other', () => {
  const enlarged = `keepNurserySmall(); return sizeInThread("require('./engine.js').enlargeNursery();")`;
  expect(numberOf('return sizeInThread()')).toBeLessThan(4);
  expect(numberOf(enlarged)).toBeGreaterThanOrEqual(16);
  expect(numberOf(enlarged.replace('return', 'await'))).toBeLessThan(4);
  // One that has loaded much by then has grown already, and takes more until it grows again.
  const loaded = 'global.kept = Array.from({ length: 80_000 }, (_, index) => ({ index }));';
  expect(numberOf(enlarged.replace('("require', `("${loaded} require`))).toBeGreaterThanOrEqual(16);
});

test('a thread is started under the flags that Node was compiled for', () => {
  // The engine compiles anew what has another tag than its own.
  const same = `
    const { cachedDataVersionTag: tag } = require('node:v8');
    const before = tag();
    compileAtOnce();
    keepNurserySmall();
    collectSooner();
    const told = tag();
    let started;
    const { scanner } = workerReader(process.cwd(), () => {
      started = tag();
      return new Worker('./index-worker.js');
    });
    await scanner.scan(${JSON.stringify(wholeSite)}, () => {});
    return [told === before, started === before, tag() === told].map(Number).join('');`;
  expect(numberOf(same)).toBe(11);
});

test('it stays small while a site is read in another thread, and afterwards', () => {
  const read = `
    const start = () => new Worker('./index-worker.js');
    const { scanner } = workerReader(process.cwd(), start);
    await scanner.scan(${JSON.stringify(wholeSite)}, keep);
    keep()`;
  expect(numberOf(read)).toBeLessThan(4);
});
