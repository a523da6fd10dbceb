// Runs the preview's page in a real browser: `npm run test:webview`, or `node test/webview/run.mjs
// sanitizing` for one file of tests.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { NoBrowser } from '../browser.mjs';
import { root } from '../../scripts/project.mjs';
import { startPreviewPages } from './preview-page.mjs';

const folder = path.join(root, 'test', 'webview');
const chosen = process.argv.slice(2);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.tests.mjs'))
  .map((name) => name.replace('.tests.mjs', ''))
  .filter((name) => chosen.length === 0 || chosen.includes(name));

let passed = 0;
let failed = 0;
let pages;
try {
  pages = await startPreviewPages();
} catch (error) {
  if (!(error instanceof NoBrowser)) throw error;
  console.log(`skip ${error.message}`);
  console.log('0 passed, 0 failed, 1 skipped');
  process.exit(0);
}
for (const name of names) {
  const { tests } = await import(`./${name}.tests.mjs`);
  for (const [title, { options, run }] of Object.entries(tests))
    await runTest(`${name}: ${title}`, options, run);
}
await pages.close();
if (passed + failed === 0) failed++;
console.log(`${passed} passed, ${failed} failed, 0 skipped`);
process.exit(failed === 0 ? 0 : 1);

/** Each test has a page of its own. Whatever it is about, nothing may go out and nothing may throw. */
async function runTest(title, options, run) {
  const preview = await pages.open(options);
  try {
    await run(preview);
    if (preview.errors.length > 0) throw new Error(`The page threw: ${preview.errors.join('; ')}`);
    if (preview.asked.length > 0 && options?.allowed === undefined)
      throw new Error(`It asked the web: ${preview.asked}`);
    if (preview.intruders.length > 0) throw new Error(`It asked elsewhere: ${preview.intruders}`);
    passed++;
    console.log(`ok   ${title}`);
  } catch (error) {
    failed++;
    console.log(`FAIL ${title}\n${String(error.stack ?? error).replace(/^/gm, '     ')}`);
  } finally {
    await preview.close();
  }
}
