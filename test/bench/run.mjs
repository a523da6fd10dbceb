// npm run bench: every figure with its ratio to the floor that was measured in the same run.
//   --fast    fewer rounds      --json FILE    write the figures there as well
//   --activation  only what a window of VS Code loads
//   --check   only `kirby-author check`, of a folder that follows or a generated site
//   --preview only the preview, and VS Code's own of Markdown beside it
//   --site    only those of a large generated site; --pages 50000 of another size than 10,000
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { activations } from '../activation/activation.mjs';
import { article, articlePath, sitePath } from './article.mjs';
import { measureBlockTab } from './block-tab.mjs';
import { checkTable } from './check.mjs';
import { figures } from './figures.mjs';
import { measureLargest } from './large.mjs';
import { measureBeside } from './beside.mjs';
import { measurePreview } from './preview.mjs';
import { measureServers } from './server.mjs';
import { siteTable } from './site-table.mjs';
import { soft, Table } from './table.mjs';
import { measureTyping } from './typing.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const fast = process.argv.includes('--fast');
const rounds = fast
  ? { starts: 3, edits: 40, requests: 20, bursts: 5, keys: 1000, beside: 20 }
  : { starts: 9, edits: 200, requests: 60, bursts: 15, keys: 5000, beside: 60 };

// What authors get is the minified build.
spawnSync(process.execPath, [`${root}/esbuild.mjs`, '--production'], { stdio: 'inherit' });
await build({
  entryPoints: [`${root}/test/bench/floor.mjs`],
  outfile: `${root}/dist/bench/floor.js`,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  minify: true,
  logLevel: 'warning',
});

if (process.argv.includes('--check')) {
  checkTable({ cli: `${root}/dist/cli.js`, fast });
  process.exit();
}

if (process.argv.includes('--activation')) {
  const table = new Table();
  await activationRows(table);
  table.write({ node: process.version });
  process.exit();
}

if (process.argv.includes('--site')) {
  await siteTable({ ours: `${root}/dist/server.js`, floor: `${root}/dist/bench/floor.js`, fast });
  process.exit();
}

await build({
  entryPoints: [`${root}/test/bench/render.ts`],
  outfile: `${root}/dist/bench/render.mjs`,
  bundle: true,
  platform: 'node',
  format: 'esm',
  minify: true,
  mainFields: ['module', 'main'],
  banner: {
    js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
  },
  logLevel: 'warning',
});

const layout = /^Layout: (\[.*\])$/mu.exec(article(1))[1];
const parse = figures(Array.from({ length: 300 }, () => timed(() => JSON.parse(layout))));
const vsix = `${root}/kirby-author.vsix`;

const table = new Table();
const row = table.row.bind(table);

const { timeRenderings } = await import(pathToFileURL(`${root}/dist/bench/render.mjs`).href);
const page = relative(sitePath, articlePath);
const renderings = await timeRenderings(sitePath, page, { whole: article(1), typed: article(5) });
row('V2', 'whole article rendered, p50', figures(renderings.whole).p50, {
  floor: parse.p50,
  bound: 0.9,
});
row('V1', 'one changed block of a hundred rendered, p50', figures(renderings.changed).p50, {
  floor: parse.p50,
  bound: 2,
});
const preview = await measurePreview({ root, rounds });
const typing = await measureTyping({ root, keys: rounds.keys });
for (const line of [...preview.rows, ...typing]) row(line.id, line.what, line.value, line);
const beside = await measureBeside({ root, keys: rounds.beside });
for (const [key, form, ratio] of [
  ['lines', 'JSON in lines', 1],
  ['oneLine', 'one line of 80 kB'],
]) {
  for (const share of ['p50', 'p95']) {
    const what = `in VS Code, key → shown, ${form}, ${share} (floor: Markdown preview)`;
    row('V1', what, beside?.[key][share], { floor: beside?.markdown[share], ratio });
  }
}

if (process.argv.includes('--preview')) {
  table.write({ node: process.version, rounds });
  process.exit();
}

const blockTab = await measureBlockTab({ keys: fast ? 40 : 150 }).catch((error) => {
  console.error(`The editor was not measured: ${error.message}`);
  return undefined;
});
const servers = await measureServers({
  ours: `${root}/dist/server.js`,
  floor: `${root}/dist/bench/floor.js`,
  rounds,
});
const large = await measureLargest(`${root}/dist/server.js`, rounds.requests);
const { start, x1, x10, x100, requests } = servers;
row('K1', 'keystroke → right diagnostics, p50', x1.ours.keystroke.p50, {
  floor: x1.floor.keystroke.p50,
  ratio: 1.4,
});
row('K2', 'the same, p95', x1.ours.keystroke.p95, {
  floor: x1.floor.keystroke.p95,
  bound: soft(5, x1.floor.keystroke.p95),
});
row(
  'K3',
  'ours − floor, in JSON.parse of the layout',
  (x1.ours.keystroke.p50 - x1.floor.keystroke.p50) / parse.p50,
  { bound: 8, unit: '×' },
);
row('K4', 'layout ten times as long, p50', x10.ours.keystroke.p50, {
  floor: x10.floor.keystroke.p50,
  ratio: 1.6,
});
row('K5', 'layout a hundred times as long (1.5 MB), p50', x100.ours.keystroke.p50, {
  floor: x100.floor.keystroke.p50,
  ratio: 2,
});
row('K6', 'last key of a burst, p95', requests.ours.burst.p95, {
  floor: requests.floor.burst.p95,
  bound: soft(10, requests.floor.burst.p95),
});
row('K7', 'processor time per key', x1.ours.cpuPerKey, { floor: x1.floor.cpuPerKey, bound: 2 });
row('K8', 'bytes per key, both ways', x1.ours.bytesPerKey, {
  floor: x1.floor.bytesPerKey,
  bound: 1536,
  unit: 'B',
});
row('C1', 'completion right after a key, p95', requests.ours.completion.p95, {
  floor: requests.floor.completion.p95,
  bound: soft(5, requests.floor.completion.p95),
});
for (const question of ['documentSymbol', 'hover', 'definition', 'codeAction']) {
  row('R', `${question} right after a key, p95`, requests.ours[question].p95, {
    floor: requests.floor[question].p95,
    bound: soft(5, requests.floor[question].p95),
  });
}
row('S1', 'process start → initialize, p50', start.ours.initialize.p50, {
  floor: start.floor.initialize.p50,
  ratio: 1.2,
});
row('S2', 'process start → first right diagnostics, p50', start.ours.diagnostics.p50, {
  floor: start.floor.diagnostics.p50,
  ratio: 1.4,
});
for (const question of ['completion', 'hover']) {
  const what = `${question} in the largest real file${large ? ` (${Math.round(large.size / 1000)} kB)` : ' (skipped)'}, p95`;
  row('L', what, large?.[question].p95, { bound: 10 });
}
await activationRows(table);
const typed = `key in the tab of a block${blockTab ? ` of ${Math.round(blockTab.size / 1000)} kB` : ''}`;
row('T1', `${typed}, extension host, p95`, blockTab?.ours.busy.p95, {
  floor: blockTab?.floor.busy.p95,
  bound: soft(16, blockTab?.floor.busy.p95 ?? 0),
});
row('T2', `${typed}, until the content file has it, p50`, blockTab?.ours.latency.p50, {
  floor: blockTab?.floor.latency.p50,
});
row('size', 'kirby-author.vsix', existsSync(vsix) ? statSync(vsix).size / 1000 : undefined, {
  bound: 600,
  unit: 'kB',
});

table.write({ node: process.version, rounds });

/** In windows without Kirby, where a command then needs everything. */
async function activationRows(table) {
  const found = await activations(fast ? 2 : 6);
  const median = (of) => figures(found.map(of)).p50;
  table.row(
    'A1',
    'activation for a plain text, p50',
    median(({ entry }) => entry),
    { bound: 50, floor: median((one) => one.floor) },
  );
  const everything = median((one) => one.everything);
  table.row('A2', 'loading everything and a command, p50', everything, {
    bound: 50,
    floor: median(({ clientFloor }) => clientFloor),
  });
}

function timed(work) {
  const from = performance.now();
  work();
  return performance.now() - from;
}
