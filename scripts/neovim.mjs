// Neovim for the tests: that of the machine, or Debian's package, unpacked where nothing is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cache, say } from './project.mjs';

const folder = path.join(cache, 'neovim');

/** The program, and the variables it wants; `undefined` where there is none. */
export function findNeovim() {
  const named = process.env.NVIM_EXECUTABLE ?? 'nvim';
  if (spawnSync(named, ['--version']).status === 0) return { command: named, env: {} };
  const command = path.join(folder, 'usr/bin/nvim');
  if (!existsSync(command)) return undefined;
  const libraries = path.join(folder, 'usr/lib');
  const ofMachine = readdirSync(libraries).filter((name) => name.endsWith('-linux-gnu'));
  const env = {
    VIM: path.join(folder, 'usr/share/nvim'),
    VIMRUNTIME: path.join(folder, 'usr/share/nvim/runtime'),
    LD_LIBRARY_PATH: ofMachine.map((name) => path.join(libraries, name)).join(':'),
  };
  return spawnSync(command, ['--version'], { env }).status === 0 ? { command, env } : undefined;
}

/** Unpacks Debian's package and what it needs; where that cannot be done, nothing happens. */
export function fetchNeovim() {
  if (process.platform !== 'linux' || findNeovim() !== undefined) return;
  const needed = run('apt-cache', [
    'depends',
    '--recurse',
    ...['recommends', 'suggests', 'conflicts', 'breaks', 'replaces', 'enhances'].map(
      (kind) => `--no-${kind}`,
    ),
    'neovim',
  ]);
  if (needed === undefined) return;
  const packages = needed.split('\n').filter((line) => /^[a-z0-9][a-z0-9.+-]*$/.test(line));
  const missing = packages.filter((name) => !isInstalled(name));
  if (!missing.includes('neovim')) return;
  say('Fetching Neovim …');
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  if (run('apt-get', ['download', ...missing], draft) === undefined) return;
  for (const file of readdirSync(draft).filter((name) => name.endsWith('.deb'))) {
    run('dpkg-deb', ['--extract', file, '.'], draft);
  }
  renameSync(draft, folder);
}

function isInstalled(name) {
  return run('dpkg-query', ['--show', '--showformat=${db:Status-Abbrev}', name])?.startsWith('ii');
}

function run(command, args, cwd) {
  const { status, stdout } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  return status === 0 ? stdout : undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  fetchNeovim();
  console.log(findNeovim()?.command ?? 'There is no Neovim, and none to be had.');
}
