// Typing in the tab of a block, in the extension host of the real VS Code; alone:
// node test/bench/block-tab.mjs [TIMES], of an article with its layout TIMES over.
import { build } from 'esbuild';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../../scripts/project.mjs';
import { launch } from '../browser.mjs';
import { startEditorServer } from '../editor-server.mjs';
import { runInWindow } from '../suite-window.mjs';
import { copyWorkspace } from '../workspace.mjs';
import { article, articlePath, sitePath } from './article.mjs';
import { figures, short } from './figures.mjs';

/** Milliseconds. */
const limit = 300_000;

/**
 * What a key costs the extension host, and when the content file has it, each beside the same key in a
 * file without an extension.
 *
 * @returns figures of `busy` and `latency`, for `ours` and `floor`, and how large the file was
 */
export async function measureBlockTab({ times = 6, keys = 100 } = {}) {
  const bundle = path.join(root, 'dist', 'bench', 'block-tab.js');
  await build({
    entryPoints: [path.join(root, 'test', 'bench', 'block-tab.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    logLevel: 'warning',
  });
  const temporary = mkdtempSync(path.join(os.tmpdir(), 'kirby-author-typing-'));
  const workspace = copyWorkspace();
  const text = article(times);
  const source = path.join(workspace.folder, 'magazine', path.relative(sitePath, articlePath));
  writeFileSync(source, text);
  const found = path.join(temporary, 'figures.json');
  const plan = { source, words: '"text":"<p>', keys, figures: found };
  let server;
  let browser;
  try {
    server = await startEditorServer({
      driver: true,
      env: { KIRBY_AUTHOR_TYPING: JSON.stringify(plan) },
    });
    browser = await launch();
    const address = server.address({
      workspace: workspace.file,
      payload: [
        ['extensionDevelopmentPath', server.remote(root)],
        ['extensionTestsPath', server.remote(bundle)],
        ['skipWelcome', 'true'],
      ],
    });
    await runInWindow(browser.page, { address, log: () => undefined, limit });
    const { ours, floor, characters } = JSON.parse(readFileSync(found, 'utf8'));
    const of = ({ busy, latency }) => ({ busy: figures(busy), latency: figures(latency) });
    return { ours: of(ours), floor: of(floor), characters, size: text.length };
  } finally {
    await browser?.close();
    await server?.stop();
    workspace.remove();
    rmSync(temporary, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { ours, floor, characters, size } = await measureBlockTab({
    times: Number(process.argv[2] ?? 6),
  });
  console.log(`${short(size / 1000)} kB, ${characters} characters in the tab`);
  for (const what of ['busy', 'latency']) {
    const [one, other] = [ours[what], floor[what]];
    const ratio = short(one.p95 / other.p95);
    console.log(
      `${what}: p50 ${short(one.p50)} ms, p95 ${short(one.p95)} ms; floor p95 ${short(other.p95)} ms, ratio ${ratio} (${one.n})`,
    );
  }
}
