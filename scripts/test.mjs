// Runs every test: `npm test`. Installs and builds what is missing, prints a line a part, names what
// this machine cannot run, and ends with the counts over all parts. `npm test -- unit e2e` runs
// those parts only. VS Code is tested with the extension that authors install: the packed one.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fetchNeovim } from './neovim.mjs';
import { build, cache, install, root, runNode, say } from './project.mjs';

const inCi = Boolean(process.env.CI) && process.env.CI !== 'false';
const verbose = process.env.VERBOSE !== undefined;
const chosen = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const logs = path.join(cache, 'logs');
const temporary = mkdtempSync(path.join(os.tmpdir(), 'kirby-author-test-'));
const vsix = path.join(root, 'kirby-author.vsix');

/**
 * The parts, in order. `needs` names what a machine may lack; where it is lacking the part is
 * skipped by name, except in CI, where the same is a failure. `optional` is skipped there, too, and
 * what is `onRequest` runs only where it is named.
 * What `prepare` cannot get the part does without.
 */
const parts = [
  // The grammar is tested with the editor's own tokenizer, where there is one; so is what the docs say
  // about Neovim.
  { name: 'unit', title: 'unit and protocol tests', prepare: editors, run: unitTests },
  {
    name: 'webview',
    title: 'the preview in a browser',
    needs: browser,
    run: driver('webview', ['test/webview/run.mjs']),
  },
  { name: 'package', title: 'the packed extension', run: packing('package.mjs') },
  {
    name: 'package-npm',
    title: 'the command line as a package, installed',
    run: packing('package-npm.mjs', '--built'),
  },
  {
    name: 'editor-package',
    title: 'the suite in VS Code, with the packed extension installed',
    needs: packedInBrowser,
    run: driver('editor-package', ['test/run-editor.mjs'], { VSIX: vsix }),
  },
  {
    name: 'web',
    title: 'the suite in VS Code for the web',
    needs: editorForTheWeb,
    run: driver('web', ['test/run-web.mjs']),
  },
  {
    name: 'e2e-package',
    title: 'the window of VS Code, with the packed extension installed',
    needs: packedInBrowser,
    run: driver('e2e-package', ['test/e2e/run.mjs'], { VSIX: vsix }),
  },
  // The same tests with the project's own folder, which needs no packing.
  {
    name: 'editor',
    title: 'the suite in VS Code',
    onRequest: true,
    needs: editorInBrowser,
    run: driver('editor', ['test/run-editor.mjs']),
  },
  {
    name: 'e2e',
    title: 'the window of VS Code',
    onRequest: true,
    needs: editorInBrowser,
    run: driver('e2e', ['test/e2e/run.mjs']),
  },
  {
    name: 'electron',
    title: 'the suite in the desktop VS Code',
    needs: desktop,
    optional: true,
    run: driver('electron', ['test/run-electron.mjs']),
  },
];

/** The names that the arguments may be: every one that is given must be known. */
const unknown = chosen.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(
    `No such part: ${unknown.join(', ')}. There are ${parts.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}

let isBuilt = false;
const total = { passed: 0, failed: 0, skipped: 0 };
const skipped = [];
try {
  mkdirSync(logs, { recursive: true });
  install();
  isBuilt = await build().then(
    () => true,
    (error) => {
      say(`FAIL ${firstLine(error)}`);
      total.failed++;
      return false;
    },
  );
  for (const part of parts) {
    const isWanted = chosen.length === 0 ? part.onRequest !== true : chosen.includes(part.name);
    if (isWanted) await runPart(part);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  total.failed++;
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
if (skipped.length > 0) {
  console.log('\nSkipped:');
  for (const name of skipped) console.log(`  ${name}`);
}
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 ? 0 : 1);

async function runPart(part) {
  const lacking =
    isBuilt || part.run === unitTests ? await part.needs?.() : 'the extension could not be built';
  if (lacking !== undefined) {
    const text = `${part.title}: ${lacking}`;
    if (inCi && part.optional !== true) {
      say(`FAIL ${text}`);
      total.failed++;
      return;
    }
    total.skipped++;
    skipped.push(text);
    say(`skip ${text}`);
    return;
  }
  await part.prepare?.();
  const start = Date.now();
  const { passed, failed, names = [], skippedTests = names.length } = await part.run();
  total.passed += passed;
  total.failed += failed;
  total.skipped += skippedTests;
  skipped.push(...names.map((name) => `${part.title}: ${name}`));
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  say(
    `${failed === 0 ? 'ok  ' : 'FAIL'} ${part.title}: ` +
      `${passed} passed, ${failed} failed, ${skippedTests} skipped (${seconds} s)`,
  );
}

/** Vitest counts in its own JSON; a file that does not load counts as a failure. */
async function unitTests() {
  const report = path.join(temporary, 'unit.json');
  const { TEST_SEED = '1' } = process.env;
  const { code, output } = await logged(
    'unit',
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=minimal',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { TEST_SEED },
  );
  if (!existsSync(report)) {
    console.log(output);
    return { passed: 0, failed: 1 };
  }
  const results = JSON.parse(readFileSync(report, 'utf8'));
  const tests = results.testResults.flatMap((file) => file.assertionResults);
  const pending = tests.filter(
    ({ status }) => status === 'pending' || status === 'skipped' || status === 'todo',
  );
  const broken = results.testResults.filter(
    (file) =>
      file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'),
  );
  const failed = results.numFailedTests + broken.length;
  if (code !== 0) console.log(output);
  return {
    passed: results.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skippedTests: pending.length,
    names: groups(pending),
  };
}

/** A describe block that is skipped is named once, with how many tests it holds. */
function groups(tests) {
  const counts = new Map();
  for (const { ancestorTitles, title } of tests) {
    const name = ancestorTitles.length > 0 ? ancestorTitles.join(' > ') : title;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return Array.from(counts, ([name, count]) => `${name} (${count})`);
}

/** A script that prints `N passed, N failed, N skipped` as its last line. */
function driver(name, args, env = {}) {
  return async () => {
    const { code, output } = await logged(name, args, env);
    const counts = [...output.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)].at(
      -1,
    );
    const [passed, failed] = counts ? [Number(counts[1]), Number(counts[2])] : [0, 1];
    if ((code !== 0 || failed > 0) && !verbose) console.log(output);
    const names = [...output.matchAll(/^(?:\[[^\]]*\] *)?skip (.+)$/gm)].map(([, text]) => text);
    return {
      passed,
      failed: failed === 0 && code !== 0 ? 1 : failed,
      skippedTests: Number(counts?.[3] ?? 0),
      names,
    };
  };
}

/** A script that packs something for release and looks into it. */
function packing(script, ...args) {
  return async () => {
    const { code, output } = await logged(script, [`scripts/${script}`, ...args]);
    if (code !== 0) console.log(output);
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  };
}

/** Runs a script; its output is kept in a log, and shown as it comes if `VERBOSE` is set. */
async function logged(name, args, env = {}) {
  let output = '';
  const code = await runNode(args, {
    env,
    onOutput: (text) => {
      output += text;
      if (verbose) process.stdout.write(text);
    },
  });
  writeFileSync(path.join(logs, `${name}.log`), output);
  return { code, output };
}

async function browser() {
  const { findBrowser, NoBrowser } = await import('../test/browser.mjs');
  try {
    findBrowser();
    return undefined;
  } catch (error) {
    if (error instanceof NoBrowser) return error.message;
    throw error;
  }
}

async function editors() {
  await editorInBrowser();
  fetchNeovim();
}

async function editorInBrowser() {
  const lacking = await browser();
  if (lacking !== undefined) return lacking;
  const { browserCode } = await import('./editor.mjs');
  try {
    browserCode();
    return undefined;
  } catch (error) {
    return `VS Code for the browser cannot be fetched here (${firstLine(error)})`;
  }
}

async function packedInBrowser() {
  if (!existsSync(vsix)) return 'nothing is packed; `npm run package` does it';
  return editorInBrowser();
}

async function editorForTheWeb() {
  const lacking = await browser();
  if (lacking !== undefined) return lacking;
  const { webCode } = await import('./editor.mjs');
  try {
    webCode();
    return undefined;
  } catch (error) {
    return `VS Code for the web cannot be fetched here (${firstLine(error)})`;
  }
}

/** The desktop is not downloaded for every run: only one that is there already is used. */
function desktop() {
  if (process.env.VSCODE_EXECUTABLE) return undefined;
  if (!existsSync(path.join(cache, 'desktop'))) {
    return 'not downloaded; `npm run test:electron` downloads and runs it';
  }
  const hasDisplay =
    process.platform !== 'linux' ||
    process.env.DISPLAY !== undefined ||
    process.env.WAYLAND_DISPLAY !== undefined;
  return hasDisplay
    ? undefined
    : 'there is no display; `xvfb-run -a npm run test:electron` makes one';
}

function firstLine(error) {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0];
}
