// Bundles everything that runs: `node esbuild.mjs [--production] [--watch]`.
//
// The project is an ES module package, while VS Code loads extensions with `require`: the bundles
// are CommonJS, and `dist/package.json` says so.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import path from 'node:path';
import { context } from 'esbuild';
import { licensesOf } from './scripts/licenses.mjs';
import { root } from './scripts/project.mjs';

const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

const shared = {
  absWorkingDir: root,
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  // Licences stand in a file of their own.
  legalComments: 'none',
  metafile: production,
  target: 'es2022',
  logLevel: 'warning',
};

/** jsonc-parser's UMD build requires its parts by computed names: take the ES modules. */
const node = {
  ...shared,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  mainFields: ['module', 'main'],
  // A tagged template keeps its letters as they are; the bundle is read as ASCII.
  supported: { 'template-literal': false },
  // Its ES modules are one scope, which Node loads sooner than seventy functions that require each other.
  alias: { yaml: path.join(root, 'node_modules/yaml/browser/index.js') },
  define: { 'import.meta.url': 'bundleUrl' },
};
/** A worker of a browser has no modules. What needs Node is not reached there. */
const inWorker = `var isWorker = typeof importScripts === 'function';
if (isWorker) { var module = { exports: {} }, exports = module.exports; }
`;
const bundleUrl = `const bundleUrl = require('node:url').pathToFileURL(__filename).href;`;

/**
 * For the web: workers of a browser, in which nothing of Node's is. VS Code takes what it loads there
 * for an ES module, which it cannot run, if the package is one and the name given does not end with
 * `.cjs`.
 */
const browser = {
  ...shared,
  platform: 'browser',
  mainFields: ['module', 'main'],
  alias: node.alias,
};

/**
 * Escapes what esbuild leaves as it is: letters in regular expressions. `server/src/node/compiled.ts`
 * reads the bundle as ASCII, which the engine keeps in half the memory.
 */
const ascii = {
  name: 'ascii',
  setup({ initialOptions, onEnd }) {
    onEnd(({ errors }) => {
      if (errors.length > 0) return;
      const file = path.join(root, initialOptions.outfile);
      const escaped = readFileSync(file, 'utf8').replace(
        /[^\0-\x7f]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
      writeFileSync(file, escaped);
    });
  },
};

/** The suite for the web reads its files otherwise. */
const webDisk = {
  name: 'web-disk',
  setup({ onResolve }) {
    const file = path.join(root, 'test/suite/web/disk.ts');
    onResolve({ filter: /^\.\/disk\.ts$/ }, () => ({ path: file }));
  },
};

/** What is imported by this name is a bundle beside the one that imports it. */
function asBundle(name) {
  return {
    name: 'as-bundle',
    setup({ onResolve }) {
      const filter = new RegExp(`^\\./${name}\\.ts$`);
      onResolve({ filter }, () => ({ path: `./${name}.cjs`, external: true }));
    },
  };
}

/**
 * VS Code loads a `.cjs` by `require`. It would take a `.js` for an ES module, as the package is one,
 * and Node would look through all of it for names to export: a third of what loading takes.
 */
const bundles = [
  {
    ...node,
    entryPoints: ['client/src/node.ts'],
    outfile: 'dist/client/node.cjs',
    external: ['vscode'],
    define: {},
    plugins: [asBundle('main')],
    // `require` instead: `import` would have Node look for names in all of the bundle.
    supported: { ...node.supported, 'dynamic-import': false },
  },
  // For VS Code on the web as well, which loads one file and has no modules of Node.
  {
    ...node,
    entryPoints: ['client/src/main.ts'],
    outfile: 'dist/client/main.cjs',
    external: ['vscode'],
    conditions: ['node', 'browser'],
    define: {},
  },
  {
    ...node,
    entryPoints: ['client/src/site-preview/php-keeper.ts'],
    outfile: 'dist/client/php-keeper.js',
    define: {},
  },
  // The server and the command line are mostly the same, and so is the server of a browser: one bundle,
  // two names to start it by in Node, and in a worker it starts by itself.
  {
    ...node,
    stdin: {
      contents: `
        export const server = () => import('./server/src/node/main.ts');
        export const browser = () => import('./server/src/browser/main.ts');
        export const cli = () => import('./server/src/cli/main.ts');`,
      resolveDir: root,
    },
    outfile: 'dist/main.js',
    plugins: [ascii],
    conditions: ['node', 'browser'],
    banner: { js: inWorker + bundleUrl.replace('require(', 'isWorker ? undefined : require(') },
    footer: { js: 'if (isWorker) module.exports.browser();' },
    define: { ...node.define, KIRBY_AUTHOR_VERSION: JSON.stringify(version) },
  },
  ...['server', 'cli'].map((name) => ({
    ...node,
    stdin: {
      contents: `
        import { start } from './server/src/node/compiled.ts';
        start('${name}', __dirname);`,
      resolveDir: root,
    },
    outfile: `dist/${name}.js`,
    banner: { js: name === 'cli' ? '#!/usr/bin/env node' : '' },
  })),
  {
    ...node,
    entryPoints: ['server/src/node/index-worker.ts'],
    outfile: 'dist/index-worker.js',
    banner: { js: bundleUrl },
  },
  {
    ...shared,
    platform: 'browser',
    format: 'iife',
    entryPoints: ['client/webview/main.ts'],
    outfile: 'dist/webview.js',
  },
  ...(production
    ? []
    : [
        {
          ...node,
          entryPoints: ['test/suite/index.ts'],
          outfile: 'dist/test/suite/index.js',
          external: ['vscode', 'mocha'],
          banner: { js: bundleUrl },
        },
        {
          ...browser,
          format: 'cjs',
          entryPoints: ['test/suite/web/index.ts'],
          outfile: 'dist/test/web/index.cjs',
          external: ['vscode'],
          inject: ['test/suite/web/process.mjs'],
          alias: { 'node:assert/strict': path.join(root, 'test/suite/web/assert.ts') },
          plugins: [webDisk],
        },
      ]),
];

// What is packed is what this build made, and nothing that an older one left behind.
if (production) rmSync(path.join(root, 'dist'), { recursive: true, force: true });
mkdirSync(path.join(root, 'dist'), { recursive: true });
writeFileSync(path.join(root, 'dist', 'package.json'), '{ "type": "commonjs" }\n');

const contexts = await Promise.all(bundles.map((options) => context(options)));
// esbuild prints every message with its place; one bundle's faults do not stop the others.
const outcomes = await Promise.allSettled(
  contexts.map((one) => (watch ? one.watch() : one.rebuild())),
);
if (outcomes.some(({ status }) => status === 'rejected')) process.exitCode = 1;
else if (!watch) await chmod(path.join(root, 'dist', 'cli.js'), 0o755);
if (production) {
  const metafiles = outcomes.flatMap(({ value }) => (value === undefined ? [] : [value.metafile]));
  writeFileSync(path.join(root, 'dist', 'licenses.txt'), licensesOf(metafiles));
}
if (!watch) await Promise.all(contexts.map((one) => one.dispose()));
if (watch) console.log('Watching. Ctrl+C ends.');
