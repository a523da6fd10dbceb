// What the drivers of the suites have in common: `run-editor.mjs` and `run-web.mjs`.

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes an extension that does nothing: VS Code runs tests only for one that is being developed.
 *
 * @param more for its manifest
 */
export function emptyExtension(folder, more = {}) {
  mkdirSync(folder);
  const manifest = {
    name: 'runner',
    publisher: 'tests',
    version: '1.0.0',
    engines: { vscode: '^1.90.0' },
    ...more,
  };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}

/**
 * Opens a window that runs a suite, and waits for its end.
 *
 * @param address what to open
 * @param log called with all that the suite logs
 * @param limit milliseconds: a hung editor must not hang the run
 */
export async function runInWindow(page, { address, log, limit }) {
  const ended = new Promise((resolve) => {
    void page.exposeFunction('codeAutomationExit', resolve);
  });
  await page.exposeFunction('codeAutomationLog', log);
  await page.goto(address);
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The suite did not end in ${limit} ms.`)), limit);
  });
  await Promise.race([ended, late]).finally(() => clearTimeout(timer));
}
