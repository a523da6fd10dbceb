// Packs `kirby-author.vsix` and looks into it: `node scripts/package.mjs`. The same commit gives the
// same bytes: files in the package are as old as the commit.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { createVSIX } from '@vscode/vsce';
import { build, root, say } from './project.mjs';

/** Bytes. Larger than this, something was packed that is not needed. */
const limit = 1_000_000;

const needed = [
  'package.json',
  'dist/package.json',
  'dist/licenses.txt',
  'dist/client/node.cjs',
  'dist/client/main.cjs',
  'dist/client/php-keeper.js',
  'dist/server.js',
  'dist/main.js',
  'dist/cli.js',
  'dist/index-worker.js',
  'dist/webview.js',
  'package.nls.json',
  'package.nls.de.json',
  'package.nls.fr.json',
  'l10n/bundle.l10n.de.json',
  'l10n/bundle.l10n.fr.json',
  'media/preview.css',
  ...['access', 'app', 'failure', 'overlay', 'router', 'site', 'storage', 'where'].map(
    (name) => `media/site-preview/${name}.php`,
  ),
  'media/site-preview/frame.js',
  'LICENSE.txt',
];

/** Whatever is not one of these does not belong in front of an author. */
const allowed =
  /^(package\.json|readme\.md|changelog\.md|LICENSE\.txt|dist\/package\.json|dist\/licenses\.txt|dist\/(client\/)?[\w-]+\.c?js|media\/(walkthrough\/)?[\w-]+\.(css|svg|png|webp)|media\/site-preview\/\w+\.(php|js)|l10n\/[\w.]+\.json|package\.nls(\.\w+)?\.json|(syntaxes|schemas)\/[\w.-]+\.json)$/i;

const vsix = path.join(root, 'kirby-author.vsix');
// Whoever looks for the package afterwards must not find an older one.
rmSync(vsix, { force: true });
process.env.SOURCE_DATE_EPOCH ??= timeOfCommit();
await build({ production: true });
await createVSIX({
  cwd: root,
  packagePath: vsix,
  dependencies: false,
  allowMissingRepository: true,
  // Pages and pictures that the texts lead to are in the repository; `Album #1` is no issue of it.
  gitHubIssueLinking: false,
});

const size = statSync(vsix).size;
const files = filesIn(readFileSync(vsix));
const missing = [...needed, ...contributed()].filter((name) => !files.has(name));
const unwanted = [...files.keys()].filter((name) => !allowed.test(name));
const broken = ['readme.md', 'changelog.md'].flatMap((name) =>
  relativeLinks(files.get(name)?.text() ?? '').map((link) => `${name}: ${link}`),
);
for (const [name, { length }] of files) say(`${String(length).padStart(9)}  ${name}`);
say(`${path.basename(vsix)}: ${files.size} files, ${Math.round(size / 1000)} kB.`);

const faults = [
  ...missing.map((name) => `${name} is not in the package.`),
  ...unwanted.map((name) => `${name} must not be in the package.`),
  ...broken.map((link) => `${link} leads nowhere.`),
  ...(size > limit ? [`The package is larger than ${limit / 1000} kB.`] : []),
];
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;

/** In seconds; of a folder without a repository the first day of the zip format. */
function timeOfCommit() {
  try {
    return execFileSync('git', ['log', '-1', '--format=%ct'], {
      cwd: root,
      encoding: 'utf8',
    }).trim();
  } catch {
    return '315619200';
  }
}

/** Files that the manifest names: grammars, language configurations, icons. */
function contributed() {
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const named = JSON.stringify(manifest.contributes ?? {}).match(/"(\.\/[^"]+)"/g) ?? [];
  return [manifest.icon, ...named.map((text) => text.slice(3, -1))]
    .filter((name) => name !== undefined)
    .map((name) => name.replace(/^\.\//, ''));
}

/** Links and pictures that only lead somewhere in the repository. */
function relativeLinks(text) {
  return [...text.matchAll(/\]\((?![a-z]+:|#)([^)\s]+)\)/g)].map(([, link]) => link);
}

/** Names, sizes and texts of the extension's files in a zip archive, from its central directory. */
function filesIn(zip) {
  const found = new Map();
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const lengths = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const name = zip.toString('utf8', at + 46, at + 46 + lengths[0]);
    if (name.startsWith('extension/')) {
      const entry = at;
      found.set(name.slice('extension/'.length), {
        length: zip.readUInt32LE(entry + 24),
        text: () => textOf(zip, entry),
      });
    }
    at += 46 + lengths[0] + lengths[1] + lengths[2];
  }
  return found;
}

/** The text of a file, from its place in the central directory. */
function textOf(zip, entry) {
  const head = zip.readUInt32LE(entry + 42);
  const start = head + 30 + zip.readUInt16LE(head + 26) + zip.readUInt16LE(head + 28);
  const data = zip.subarray(start, start + zip.readUInt32LE(entry + 20));
  const isDeflated = zip.readUInt16LE(entry + 10) === 8;
  return (isDeflated ? inflateRawSync(data) : data).toString('utf8');
}
