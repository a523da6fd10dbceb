import { writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';

/** What a window had of the extension; times in milliseconds. */
interface Found {
  /** From the call of `activate()` until it is fulfilled, with what is loaded for a plain text. */
  entry?: number;
  /** The same for an extension with nothing in it. */
  floor?: number;
  /** The bundles that are loaded then. */
  loadedForText?: readonly string[];
  /** From a command to its end: with loading everything. */
  everything?: number;
  /** The same for an extension that has nothing but the client of language servers. */
  clientFloor?: number;
  loadedForCommand?: readonly string[];
  error?: string;
}

/** Runs in the extension host, beside the extension, of which it knows the name only. */
export async function run(): Promise<void> {
  const found: Found = {};
  try {
    // Whoever has opened a file has all of the start-up's activations behind him.
    await show('notes.md');
    await show('readme.txt');
    const activation = (id: string): Promise<number> => {
      const extension = vscode.extensions.getExtension(id);
      if (extension === undefined) throw new Error(`There is no ${id}.`);
      return timed(() => extension.activate());
    };
    const isFloorFirst = process.env['KIRBY_AUTHOR_FLOOR_FIRST'] === 'true';
    if (isFloorFirst) found.floor = await activation('tests.floor');
    found.entry = await activation('kirby-author.kirby-author');
    // It asks whether the workspace is a site, and nobody waits for that: answers of ours come after its.
    for (const name of ['notes.md', 'readme.txt']) {
      const file = path.join(process.env['KIRBY_AUTHOR_WORKSPACE'] ?? '', name);
      await vscode.workspace.fs.stat(vscode.Uri.file(file));
    }
    found.loadedForText = loaded();
    if (!isFloorFirst) found.floor = await activation('tests.floor');
    const clientFloor = (): Promise<number> => activation('tests.client-floor');
    if (isFloorFirst) found.clientFloor = await clientFloor();
    found.everything = await timed(() => vscode.commands.executeCommand('kirbyAuthor.showLog'));
    found.loadedForCommand = loaded();
    if (!isFloorFirst) found.clientFloor = await clientFloor();
  } catch (error) {
    found.error = String(error);
  }
  writeFileSync(process.env['KIRBY_AUTHOR_RESULTS'] ?? '', JSON.stringify(found));
}

async function show(name: string): Promise<void> {
  const uri = vscode.Uri.file(path.join(process.env['KIRBY_AUTHOR_WORKSPACE'] ?? '', name));
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

async function timed(work: () => Thenable<unknown> | undefined): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

function loaded(): readonly string[] {
  return Object.keys(require.cache)
    .filter((file) => path.dirname(file).endsWith(path.join('dist', 'client')))
    .map((file) => path.basename(file))
    .sort();
}
