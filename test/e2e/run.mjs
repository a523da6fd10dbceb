// Drives the real VS Code through its window, as an author does: `npm run test:e2e`. With
// `VSIX=kirby-author.vsix` the packed extension is installed, else the project's own folder.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { cache, root, say } from '../../scripts/project.mjs';
import { launch } from '../browser.mjs';
import { startEditorServer } from '../editor-server.mjs';
import { copyWorkspace } from '../workspace.mjs';
import { steps } from './steps.mjs';
import { Window } from './window.mjs';

/** Milliseconds that one thing on the screen may take. */
const patience = Number(process.env.E2E_PATIENCE ?? 20_000);

/** Milliseconds that a step may take: one that hangs must not hang the run. */
const limit = 120_000;

/** A pattern for the names of the steps that are wanted. */
const only = process.env.ONLY;

const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const vsix = process.env.VSIX;
const artifacts = process.env.E2E_PICTURES ?? path.join(cache, 'e2e');
mkdirSync(artifacts, { recursive: true });

const workspace = copyWorkspace();
const temporary = mkdtempSync(path.join(os.tmpdir(), 'kirby-author-e2e-'));
const visits = path.join(temporary, 'visits.txt');
let passed = 0;
let failed = 0;
let skipped = 0;
let server;
let browser;
try {
  server = await startEditorServer({
    ...(vsix === undefined
      ? { extensions: { [`${manifest.publisher}.${manifest.name}-${manifest.version}`]: root } }
      : { vsix: path.resolve(root, vsix) }),
    settings: {
      'files.autoSave': 'off',
      'editor.minimap.enabled': false,
      // Rounded corners are drawn beside the text that is selected.
      'editor.roundedSelection': false,
    },
    env: { KIRBY_AUTHOR_VISITS: visits },
  });
  browser = await launch({
    viewport: { width: 1440, height: 900 },
    args: [
      // Nothing but this machine can be reached, even if something tried.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
  const { page } = browser;
  page.setDefaultTimeout(patience);
  const foreign = watchRequests(page, server.origin);
  const window = new Window(page, workspace.folder);
  await page.goto(
    server.address({ workspace: workspace.file, payload: [['skipWelcome', 'true']] }),
  );
  const all = steps({ manifest, workspace, foreign, visits });
  // Most steps need what those before them have left; the first one waits for the window.
  const isWanted = (name) => only === undefined || new RegExp(only, 'u').test(name);
  for (const [name, step] of all.filter(([name], at) => at === 0 || isWanted(name))) {
    // A reason stands where this machine cannot take the step.
    if (typeof step === 'string') {
      skipped++;
      say(`skip ${name}: ${step}`);
      continue;
    }
    try {
      await within(limit, step(window));
      passed++;
      say(`ok   ${name}`);
    } catch (error) {
      failed++;
      window.hasFailed = true;
      say(`FAIL ${name}`);
      console.log(String(error?.stack ?? error).slice(0, 3000));
      await sayFrames(page);
      await page
        .screenshot({ path: path.join(artifacts, `failure-${failed}.png`) })
        .catch(() => undefined);
      // The next step starts from a window without open lists and dialogues.
      for (let times = 0; times < 3; times++) await page.keyboard.press('Escape');
    }
  }
} catch (error) {
  failed++;
  console.error(error);
} finally {
  await browser?.close();
  await server?.stop();
  workspace.remove();
  rmSync(temporary, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed === 0 ? 0 : 1);

function within(milliseconds, work) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`It did not end in ${milliseconds} ms.`)),
      milliseconds,
    );
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Prints what the frames of a window show, for whoever was not there. */
async function sayFrames(page) {
  for (const frame of page.frames().slice(1)) {
    const shown = frame.evaluate(() => document.body?.innerText ?? '');
    const text = await within(2_000, shown).catch((error) => String(error));
    console.log(`    frame ${frame.url()}: ${JSON.stringify(text.slice(0, 200))}`);
  }
}

/**
 * The addresses that the window asks for beyond this machine. Webviews name their resources by an
 * address that only their service worker answers; such a request never becomes one of the network.
 */
function watchRequests(page, origin) {
  const foreign = [];
  // The site's own page comes from another port of this machine.
  const isLocal = (url) =>
    /^http:\/\/127\.0\.0\.1:/.test(url) || /^(data|blob|about|chrome-error):/.test(url);
  page.context().on('request', (request) => {
    const url = request.url();
    if (isLocal(url) || url.startsWith(origin.replace('http', 'ws'))) return;
    const { hostname } = new URL(url);
    if (!hostname.endsWith('.vscode-resource.vscode-cdn.net')) foreign.push(url);
  });
  page.context().on('requestfailed', (request) => {
    const url = request.url();
    const why = request.failure()?.errorText;
    // A page that is left while it loads gives up what it has asked for.
    if (!isLocal(url) && why !== 'net::ERR_ABORTED') foreign.push(`${url} (${why})`);
  });
  return foreign;
}
