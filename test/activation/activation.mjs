// What a window of the real VS Code loads of the extension in a workspace without Kirby, and how long it
// takes.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from '../../scripts/project.mjs';
import { launch } from '../browser.mjs';
import { startEditorServer } from '../editor-server.mjs';
import { emptyExtension, runInWindow } from '../suite-window.mjs';

/** Milliseconds. */
const limit = 120_000;

/**
 * Opens windows on folders of plain texts, one after the other. In each a text is opened, and then a
 * command called, which needs all of the extension.
 *
 * @param rounds how many windows
 * @param vsix a packed extension to be installed, instead of the project's folder
 * @returns what `probe.ts` found in each
 */
export async function activations(rounds, vsix) {
  const temporary = mkdtempSync(path.join(os.tmpdir(), 'kirby-author-activation-'));
  const results = path.join(temporary, 'results.json');
  const probe = path.join(temporary, 'probe.cjs');
  // The extension remembers in which workspace it was needed: each window has the folder anew.
  const workspaces = Array.from({ length: rounds }, (_, round) => `workspace-${round}`);
  for (const name of workspaces) plainFolder(path.join(temporary, name));
  const runner = emptyExtension(path.join(temporary, 'runner'));
  // What VS Code itself needs for an extension without anything in it.
  const floor = emptyExtension(path.join(temporary, 'floor'), {
    name: 'floor',
    main: './main.cjs',
    activationEvents: ['onLanguage:plaintext'],
  });
  writeFileSync(path.join(floor, 'main.cjs'), 'exports.activate = () => undefined;\n');
  // The client of language servers alone, which is most of what there is to load.
  const clientFloor = emptyExtension(path.join(temporary, 'client-floor'), {
    name: 'client-floor',
    main: './main.cjs',
    activationEvents: [],
  });
  const { publisher, name, version } = JSON.parse(
    readFileSync(path.join(root, 'package.json'), 'utf8'),
  );
  const found = [];
  try {
    await build({
      entryPoints: [path.join(root, 'test/activation/probe.ts')],
      outfile: probe,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      external: ['vscode'],
      logLevel: 'warning',
    });
    await build({
      stdin: {
        contents: `import { LanguageClient } from 'vscode-languageclient/node';
export const activate = () => LanguageClient;`,
        resolveDir: root,
      },
      outfile: path.join(clientFloor, 'main.cjs'),
      bundle: true,
      minify: true,
      platform: 'node',
      format: 'cjs',
      external: ['vscode'],
      logLevel: 'warning',
    });
    for (const [round, workspace] of workspaces.entries()) {
      found.push(await inWindow(path.join(temporary, workspace), round));
    }
    return found;
  } finally {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  }

  async function inWindow(workspace, round) {
    let server;
    let browser;
    try {
      server = await startEditorServer({
        driver: true,
        extensions: {
          'tests.floor-1.0.0': floor,
          'tests.client-floor-1.0.0': clientFloor,
          ...(vsix === undefined ? { [`${publisher}.${name}-${version}`]: root } : {}),
        },
        ...(vsix === undefined ? {} : { vsix }),
        env: {
          KIRBY_AUTHOR_RESULTS: results,
          KIRBY_AUTHOR_WORKSPACE: workspace,
          // Whichever comes second has less to wait for.
          KIRBY_AUTHOR_FLOOR_FIRST: String(round % 2 === 1),
        },
      });
      browser = await launch();
      const address = server.address({
        folder: workspace,
        payload: [
          ['extensionDevelopmentPath', server.remote(runner)],
          ['extensionTestsPath', server.remote(probe)],
          ['skipWelcome', 'true'],
        ],
      });
      await runInWindow(browser.page, { address, log: () => undefined, limit });
      return JSON.parse(readFileSync(results, 'utf8'));
    } finally {
      await browser?.close();
      await server?.stop();
      rmSync(results, { force: true });
    }
  }
}

/** A folder as it may be anywhere: texts, YAML, PHP, a folder that is called `content`. */
function plainFolder(folder) {
  const files = {
    'notes.md': '# Notes\n',
    'readme.txt': 'Some words.\n',
    'content/list.txt': 'one\ntwo\n',
    'content/post.md': '# Post\n',
    'config/site.yml': 'title: Site\n',
    'public/index.php': '<?php echo 1;\n',
  };
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
