// Runs the part of `test/suite` that needs nothing of Node's in VS Code for the web: the extension and
// its server are workers of a browser, and the workspace is a file system that answers over HTTP.
// `VERBOSE=1` shows what the window logs.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import util from 'node:util';
import { open } from '@vscode/test-web';
import { webCode, webCommit, webVersion } from '../scripts/editor.mjs';
import { cache, root, say } from '../scripts/project.mjs';
import { launch } from './browser.mjs';
import { runInWindow } from './suite-window.mjs';
import { copyWorkspace, report } from './workspace.mjs';

/** Milliseconds. The suite takes one minute; a hung editor must not hang the run. */
const limit = Number(process.env.SUITE_TIMEOUT ?? 240_000);
const verbose = process.env.VERBOSE !== undefined;

const temporary = mkdtempSync(path.join(os.tmpdir(), 'kirby-author-web-'));
const results = path.join(temporary, 'results.json');
const workspace = copyWorkspace();
let server;
let browser;
let failed = 1;
try {
  const port = await freePort();
  server = await open({
    browserType: 'none',
    quality: 'stable',
    commit: webCommit,
    testRunnerDataDir: webCode(),
    host: 'localhost',
    port,
    extensionDevelopmentPath: root,
    extensionTestsPath: path.join(root, 'dist', 'test', 'web', 'index.cjs'),
    folderPath: workspace.folder,
  });
  browser = await launch();
  say(`VS Code ${webVersion} for the web, Chromium ${browser.version}.`);
  const { page, context } = browser;
  const origin = `http://localhost:${port}`;
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  if (verbose) page.on('console', (message) => say(`[window] ${message.text()}`));
  const outcomes = [];
  const log = (type, args) => {
    const line = util.format(...args);
    const [, result] = /^kirby-author-result (.*)$/su.exec(line) ?? [];
    if (result !== undefined) {
      outcomes.push(JSON.parse(result));
      writeFileSync(results, JSON.stringify(outcomes));
    } else if (line === 'kirby-author-look') void lookAtPreview(page);
    else if (verbose) say(`[${type}] ${line}`);
  };
  await runInWindow(page, { address: `${origin}/`, log, limit });
  ({ failed } = report(results));
} catch (error) {
  console.error(error);
  mkdirSync(cache, { recursive: true });
  await browser?.page
    .screenshot({ path: path.join(cache, 'web-failure.png') })
    .catch(() => undefined);
  report(results);
} finally {
  await browser?.close();
  server?.dispose();
  workspace.remove();
  rmSync(temporary, { recursive: true, force: true });
}
process.exit(failed === 0 ? 0 : 1);

/** A block as text and a picture that was really loaded; then the tab is closed, which the suite sees. */
async function lookAtPreview(page) {
  try {
    const preview = page.frameLocator('iframe.webview').frameLocator('#active-frame');
    await preview.locator('#page [data-key] p').first().waitFor({ timeout: 20_000 });
    const picture = preview.locator('#page img').first();
    await picture.waitFor({ timeout: 20_000 });
    await picture.evaluate((image) => image.decode());
    await page
      .locator('.tab', { hasText: 'Preview' })
      .locator('.tab-actions .action-label')
      .click({ force: true });
  } catch (error) {
    console.error(error);
    await page.screenshot({ path: path.join(cache, 'web-failure.png') }).catch(() => undefined);
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, 'localhost', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
