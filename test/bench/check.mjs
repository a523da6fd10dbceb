import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { quantile } from './figures.mjs';
import { generateSite } from './generated-site.mjs';
import { Table } from './table.mjs';

/**
 * Measures `kirby-author check` beside what Node needs merely to read the same files, and prints both:
 * processor time, which other programs disturb less, and time on the clock; and the same for a check that
 * has a cache of all that it finds. The folder behind
 * `--check`, or a generated site.
 *
 * @param cli the bundle of the command line
 */
export function checkTable({ cli, fast }) {
  const given = process.argv[process.argv.indexOf('--check') + 1];
  const isGiven = given !== undefined && !given.startsWith('-');
  const folder = isGiven ? resolve(given) : mkdtempSync(join(tmpdir(), 'kirby-author-bench-'));
  try {
    if (!isGiven) generateSite(folder, 2_000);
    const rounds = fast ? 3 : 7;
    const read = measured(rounds, ['--input-type=module', '--eval', readEverything], folder);
    const check = measured(rounds, [cli, 'check'], folder);
    const table = new Table();
    table.row('B1', 'check: processor time, p50', check.cpu, { floor: read.cpu, ratio: 3 });
    table.row('B1', 'check: time, p50', check.wall, { floor: read.wall, ratio: 3 });
    const kept = join(mkdtempSync(join(tmpdir(), 'kirby-author-bench-')), 'check.cache');
    const again = measured(rounds, [cli, 'check', '--cache', kept], folder);
    rmSync(dirname(kept), { recursive: true });
    table.row('B2', 'check --cache, nothing changed: processor time, p50', again.cpu, {
      floor: read.cpu,
      ratio: 3,
    });
    table.row('B2', 'check --cache, nothing changed: time, p50', again.wall, {
      floor: read.wall,
      ratio: 3,
    });
    table.write({ node: process.version, folder: isGiven ? given : 'a generated site' });
  } finally {
    if (!isGiven) rmSync(folder, { recursive: true });
  }
}

/** Reads the texts and blueprints below the folder in which it runs. */
const readEverything = `
import { readdirSync, readFileSync } from 'node:fs';
const visit = (folder) => {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = folder + '/' + entry.name;
    if (entry.isDirectory()) visit(path);
    else if (/\\.(?:txt|yml)$/.test(entry.name)) readFileSync(path, 'utf8');
  }
};
visit('.');`;

/** Tells its processor time in milliseconds when a process ends, on a channel of its own. */
const tell = `data:text/javascript,${encodeURIComponent(`
import { writeSync } from 'node:fs';
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeSync(3, String((user + system) / 1000));
});`)}`;

/** Medians of what a process of Node takes, in milliseconds; the first round does not count. */
function measured(rounds, args, cwd) {
  const samples = Array.from({ length: rounds + 1 }, () => {
    const start = performance.now();
    const { output } = spawnSync(process.execPath, ['--import', tell, ...args], {
      cwd,
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    return { wall: performance.now() - start, cpu: Number(output[3]) };
  }).slice(1);
  const median = (of) => quantile(samples.map(of), 0.5);
  return { wall: median(({ wall }) => wall), cpu: median(({ cpu }) => cpu) };
}
