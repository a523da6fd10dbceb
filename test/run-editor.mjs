// Runs the suite of `test/suite` in the extension host of the real VS Code, which serves its window
// to a browser; no display and no desktop is needed. `VERBOSE=1` shows what the window logs; with
// `VSIX=FILE` the packed extension is installed into that VS Code and tested, instead of the folder.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import util from 'node:util';
import { build, cache, root, say } from '../scripts/project.mjs';
import { activations } from './activation/activation.mjs';
import { launch } from './browser.mjs';
import { startEditorServer } from './editor-server.mjs';
import { emptyExtension, runInWindow } from './suite-window.mjs';
import { copyWorkspace, report } from './workspace.mjs';

/** Milliseconds. The suite takes half a minute; a hung editor must not hang the run. */
const limit = Number(process.env.SUITE_TIMEOUT ?? 240_000);
const verbose = process.env.VERBOSE !== undefined;
const vsix = process.env.VSIX;

const temporary = mkdtempSync(path.join(os.tmpdir(), 'kirby-author-suite-'));
const results = path.join(temporary, 'results.json');
const workspace = copyWorkspace();
const developed = vsix === undefined ? root : emptyExtension(path.join(temporary, 'runner'));
let server;
let browser;
let failed = 1;
try {
  // What is packed is built without the suite.
  if (vsix !== undefined) await build();
  server = await startEditorServer({
    driver: true,
    // In a browser files are saved by themselves, and what a test has changed could not be taken back.
    settings: { 'files.autoSave': 'off' },
    ...(vsix === undefined ? {} : { vsix }),
    env: { KIRBY_AUTHOR_RESULTS: results, KIRBY_AUTHOR_WORKSPACE: workspace.folder },
  });
  browser = await launch();
  say(`VS Code 1.100.3 at ${server.origin}, Chromium ${browser.version}.`);
  const { page } = browser;
  if (verbose) page.on('console', (message) => say(`[window] ${message.text()}`));
  const log = (type, args) => {
    if (verbose) say(`[${type}] ${util.format(...args)}`);
  };
  const address = server.address({
    workspace: workspace.file,
    payload: [
      ['extensionDevelopmentPath', server.remote(developed)],
      ['extensionTestsPath', server.remote(path.join(root, 'dist', 'test', 'suite', 'index.js'))],
      ['skipWelcome', 'true'],
    ],
  });
  await runInWindow(page, { address, log, limit });
  // Where no test of the suite is wanted there is no such file.
  const tested = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : [];
  writeFileSync(results, JSON.stringify([...tested, ...(await withoutKirby())]));
  ({ failed } = report(results));
} catch (error) {
  console.error(error);
  mkdirSync(cache, { recursive: true });
  await browser?.page
    .screenshot({ path: path.join(cache, 'suite-failure.png') })
    .catch(() => undefined);
  if (verbose) console.error(server?.output());
  report(results);
} finally {
  await browser?.close();
  await server?.stop();
  workspace.remove();
  rmSync(temporary, { recursive: true, force: true });
}
process.exitCode = failed === 0 ? 0 : 1;

/** In windows of their own: what is loaded where nothing is Kirby's, and that a command needs no more. */
async function withoutKirby() {
  const title = 'a workspace without Kirby has nothing but the entry loaded';
  if (!title.includes(process.env.ONLY ?? '')) return [];
  const [{ loadedForText, loadedForCommand, error }] = await activations(1, vsix);
  const isSo =
    String(loadedForText) === 'node.cjs' && String(loadedForCommand) === 'main.cjs,node.cjs';
  const found = error ?? `for a text: ${loadedForText}; for a command: ${loadedForCommand}`;
  return [{ title, ...(isSo ? { state: 'passed' } : { state: 'failed', error: found }) }];
}
