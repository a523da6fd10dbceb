import 'mocha/mocha.js';
import * as vscode from 'vscode';
import { type Result, runAll, textOf } from '../results.ts';
import { readDisk } from './disk.ts';

/**
 * What the extension host of VS Code for the web calls: the tests that need nothing of Node's. The
 * driver reads the outcomes from the log, line by line.
 */
export async function run(): Promise<void> {
  // Mocha looks for its options in the page's address, and a worker has no page.
  if (!('location' in globalThis)) {
    Object.defineProperty(globalThis, 'location', { value: { search: '' } });
  }
  mocha.setup({
    ui: 'tdd',
    reporter: Mocha.reporters.Base,
    timeout: 30_000,
  });
  try {
    const extension = vscode.extensions.getExtension('kirby-author.kirby-author');
    if (extension === undefined) throw new Error('The extension is not installed.');
    // On the web files are saved by themselves, and what a test has changed could not be taken back.
    await vscode.workspace
      .getConfiguration('files')
      .update('autoSave', 'off', vscode.ConfigurationTarget.Global);
    await Promise.all([extension.activate(), readDisk()]);
    await import('../recognition.test.ts');
    await import('../diagnostics.test.ts');
    await import('../fixes.test.ts');
    await import('../completion.test.ts');
    await import('../outline.test.ts');
    await import('../preview.test.ts');
    await import('./preview.test.ts');
    await import('../translations.test.ts');
    await import('../blueprints.test.ts');
    await import('../search.test.ts');
    await import('../references.test.ts');
    await import('./block-text.test.ts');
    await import('../structure.test.ts');
  } catch (error) {
    record({ title: 'the suite and the extension load', state: 'failed', error: textOf(error) });
    throw error;
  }
  await runAll((done) => mocha.run(done), record);
}

function record(result: Result): void {
  console.log(`kirby-author-result ${JSON.stringify(result)}`);
}
