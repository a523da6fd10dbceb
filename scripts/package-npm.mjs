// Packs the command line and the language server for npm, looks into the package, installs it in an
// empty folder and runs it: `node scripts/package-npm.mjs [--built]` makes `kirby-author-<version>.tgz`.
//   --built    takes what stands in dist, which a build for release has made
import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build, npm, root, say } from './project.mjs';

/** Bytes. Larger than this, something was packed that is not needed. */
const limit = 600_000;

/** Everything is bundled: the package needs no other one. */
const files = ['cli.js', 'server.js', 'main.js', 'index-worker.js', 'licenses.txt', 'package.json'];
const texts = ['LICENSE', 'CHANGELOG.md'];
const pages = ['docs/command-line.md', 'docs/continuous-integration.md', 'docs/editors.md'];
const repository = 'https://github.com/kirby-author/kirby-author';
const translations = ['l10n/bundle.l10n.de.json', 'l10n/bundle.l10n.fr.json'];
const schemas = ['kirby-author.config', 'check-report'].map(
  (name) => `schemas/${name}.schema.json`,
);

if (!process.argv.includes('--built')) await build({ production: true });
const { version, license, keywords, engines } = JSON.parse(
  readFileSync(path.join(root, 'package.json'), 'utf8'),
);
const temporary = mkdtempSync(path.join(os.tmpdir(), 'kirby-author-npm-'));
try {
  const packed = pack(path.join(temporary, 'package'));
  await tryOut(packed, path.join(temporary, 'installed'));
  const size = statSync(packed).size;
  if (size > limit) throw new Error(`The package is larger than ${limit / 1000} kB.`);
  const target = path.join(root, path.basename(packed));
  rmSync(target, { force: true });
  cpSync(packed, target);
  say(`${path.basename(target)}: ${Math.round(size / 1000)} kB, installed and run.`);
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

/** Lays out the package and packs it; gives the archive. */
function pack(folder) {
  for (const name of files) copy(`dist/${name}`, folder);
  for (const name of [...texts, ...pages, ...translations, ...schemas]) copy(name, folder);
  for (const name of [...pages, 'CHANGELOG.md']) leadOnline(name, folder);
  renameSync(path.join(folder, 'docs/command-line.md'), path.join(folder, 'README.md'));
  const manifest = {
    name: 'kirby-author',
    version,
    description: 'Checks, reads and renders Kirby CMS content; a language server for editors.',
    license,
    keywords: [...keywords, 'lint', 'language-server'],
    repository: { type: 'git', url: `git+${repository}.git` },
    bin: { 'kirby-author': 'dist/cli.js' },
    main: 'dist/server.js',
    files: ['dist', 'docs', 'l10n', 'schemas', 'CHANGELOG.md'],
    engines: { node: engines.node },
  };
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
  const [{ filename, files: contents }] = JSON.parse(npm(['pack', '--json'], { cwd: folder }));
  for (const { path: name, size } of contents) say(`${String(size).padStart(9)}  ${name}`);
  return path.join(folder, filename);
}

/** Has a page's links lead to the repository: most of what they lead to is not in the package. */
function leadOnline(name, folder) {
  const file = path.join(folder, name);
  const text = readFileSync(file, 'utf8').replace(/\]\((?![a-z]+:|#)([^)\s]+)\)/g, (_all, link) => {
    const target = path.posix.join(path.posix.dirname(name), link);
    return `](${repository}/blob/main/${target})`;
  });
  writeFileSync(file, text);
}

function copy(name, folder) {
  const target = path.join(folder, name);
  mkdirSync(path.dirname(target), { recursive: true });
  cpSync(path.join(root, name), target);
}

/** What is installed must run by its name, check a site, and speak to an editor. */
async function tryOut(packed, folder) {
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  npm(['install', '--offline', '--no-audit', '--no-fund', packed], { cwd: folder });
  const isWindows = process.platform === 'win32';
  const name = path.join(
    folder,
    'node_modules/.bin',
    isWindows ? 'kirby-author.cmd' : 'kirby-author',
  );
  const where = { cwd: path.join(root, 'test/fixtures'), shell: isWindows };
  const run = (...args) => spawnSync(name, args, { ...where, encoding: 'utf8', timeout: 60_000 });
  expect(run('--version').stdout.trim() === version, 'prints its version');
  expect(run('check', 'magazine').status === 0, 'finds nothing in the example site');
  expect(run('check', 'broken', '--format', 'json').status === 1, 'finds what is broken');
  const answer = await greeting(spawn(name, ['lsp', '--stdio'], where));
  expect(answer.includes('"name":"Kirby Author"'), 'greets an editor');
}

/** What a server answers to an editor that introduces itself and then hangs up. */
async function greeting(server) {
  const hello = JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { processId: null, rootUri: null, capabilities: {} },
  });
  server.stdin.write(`Content-Length: ${hello.length}\r\n\r\n${hello}`);
  let answer = '';
  for await (const chunk of server.stdout) {
    answer += chunk;
    if (answer.includes('serverInfo')) server.stdin.end();
  }
  return answer;
}

function expect(isSo, what) {
  if (!isSo) throw new Error(`What is installed does not do this: it ${what}.`);
}
