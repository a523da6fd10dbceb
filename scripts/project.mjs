// What the scripts share: where the project is, how to run a program, and what must be there before
// anything else can run. Node's own modules only, for this runs before `npm ci`.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Everything downloaded or unpacked for development, git-ignored: editors, a browser, logs. */
export const cache = path.join(root, '.vscode-test');

const started = Date.now();

/** A line for the person at the terminal, with the seconds since the start. */
export function say(text) {
  console.log(`${`[${((Date.now() - started) / 1000).toFixed(1)} s]`.padEnd(10)} ${text}`);
}

/**
 * Runs npm and gives its standard output. npm is `npm.cmd` on Windows, which needs a shell; under
 * `npm run` the script that runs already knows npm's own JavaScript file, and that needs none.
 */
export function npm(args, { cwd = root, show = false } = {}) {
  const cli = process.env.npm_execpath;
  const direct = cli !== undefined && /npm-cli\.[cm]?js$/.test(cli);
  const [command, first] = direct ? [process.execPath, [cli]] : ['npm', []];
  const result = spawnSync(command, [...first, ...args, '--loglevel=error'], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    shell: !direct && process.platform === 'win32',
    stdio: ['ignore', show ? 'inherit' : 'pipe', 'inherit'],
  });
  if (result.error) throw result.error;
  if (result.status !== 0) throw new Error(`npm ${args.join(' ')} ended with ${result.status}.`);
  return result.stdout ?? '';
}

/** Installs the packages of the lock file unless that was done since the lock file changed. */
export function install() {
  const lock = path.join(root, 'package-lock.json');
  const done = path.join(root, 'node_modules', '.package-lock.json');
  if (existsSync(done) && statSync(done).mtimeMs >= statSync(lock).mtimeMs) return;
  say('Installing the packages of package-lock.json …');
  npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { show: true });
}

/** Bundles the extension; `production` minifies and leaves the tests out. */
export async function build({ production = false } = {}) {
  say(production ? 'Building the extension for release …' : 'Building the extension …');
  const code = await runNode(['esbuild.mjs', ...(production ? ['--production'] : [])]);
  if (code !== 0) throw new Error('The build failed.');
}

/** Runs a script of the project in a Node process of its own and gives its exit code. */
export function runNode(args, { env = {}, onOutput } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', onOutput ? 'pipe' : 'inherit', onOutput ? 'pipe' : 'inherit'],
    });
    child.stdout?.setEncoding('utf8').on('data', onOutput);
    child.stderr?.setEncoding('utf8').on('data', onOutput);
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}
