import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';

let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'kirby-author-'));
  await build({
    entryPoints: ['server/src/node/nursery.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile: path.join(folder, 'nursery.cjs'),
    logLevel: 'error',
  });
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** In megabytes, after a process has kept a few hundred thousand objects. */
function nurseryAfter(script: string): number {
  const program = `
    const { inSmallNursery } = require(${JSON.stringify(path.join(folder, 'nursery.cjs'))});
    const kept = [];
    const keep = () => { for (let i = 0; i < 400_000; i++) kept.push({ name: 'page-' + i, list: [i] }); };
    const size = () => require('node:v8').getHeapSpaceStatistics()
      .find((space) => space.space_name === 'new_space').space_size / 2 ** 20;
    (async () => { ${script}; console.log(size()); })();`;
  return Number(execFileSync(process.execPath, ['-e', program], { encoding: 'utf8' }));
}

const keepLater = 'new Promise((done) => setImmediate(() => { keep(); done(); }))';

test('the nursery stays small while a site is read, and only then', () => {
  expect(nurseryAfter(`await inSmallNursery(${keepLater})`)).toBeLessThan(4);
  expect(nurseryAfter(`await ${keepLater}`)).toBeGreaterThan(8);
  const failed = 'await inSmallNursery(Promise.reject(new Error())).catch(() => 0)';
  expect(nurseryAfter(`${failed}; await ${keepLater}`)).toBeGreaterThan(8);
});
