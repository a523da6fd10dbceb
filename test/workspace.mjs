// A throw-away copy of the fixtures, so that a test may write, and its results.
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../scripts/project.mjs';

const folders = [
  'magazine',
  'broken',
  'bilingual',
  'traps/hugo',
  'traps/nuxt',
  'traps/loose',
  'site-preview',
];

/**
 * Copies the fixtures to a new folder with a workspace file of several roots: the example site, the
 * broken one, one in two languages, and projects that are no Kirby sites. `remove()` deletes it.
 */
export function copyWorkspace() {
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'kirby-author-workspace-')));
  const fixtures = path.join(root, 'test', 'fixtures');
  for (const name of folders) {
    cpSync(path.join(fixtures, name), path.join(folder, path.basename(name)), { recursive: true });
  }
  cpSync(path.join(fixtures, 'broken', 'FAULTS.md'), path.join(folder, 'FAULTS.md'));
  const file = path.join(folder, 'all.code-workspace');
  const roots = folders.map((name) => ({ path: path.basename(name) }));
  writeFileSync(file, JSON.stringify({ folders: roots, settings: {} }));
  return {
    folder,
    file,
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/**
 * Prints what the suite in the editor found, a line a test, and the counts as the last line. The
 * suite writes its results to a file; where there is none it did not run, which is a failure.
 */
export function report(file) {
  if (!existsSync(file)) {
    console.error('The suite left no results: it did not run.');
    console.log('0 passed, 1 failed, 0 skipped');
    return { failed: 1 };
  }
  const results = JSON.parse(readFileSync(file, 'utf8'));
  const marks = { passed: 'ok  ', failed: 'FAIL', skipped: 'skip' };
  for (const { title, state, milliseconds, error } of results) {
    console.log(
      `${marks[state]} ${title}${milliseconds === undefined ? '' : ` (${milliseconds} ms)`}`,
    );
    if (error !== undefined) console.log(error.replace(/^/gm, '     '));
  }
  const count = (state) => results.filter((result) => result.state === state).length;
  const failed = count('failed') + (count('passed') === 0 ? 1 : 0);
  console.log(`${count('passed')} passed, ${failed} failed, ${count('skipped')} skipped`);
  return { failed };
}
