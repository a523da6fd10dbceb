import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';
import * as vscode from 'vscode';
import { type Result, runAll, textOf } from './results.ts';

const results: Result[] = [];

/**
 * What the extension host of VS Code calls. Writes every test's outcome, as it comes, to the file
 * that `KIRBY_AUTHOR_RESULTS` names, and rejects when one failed. `ONLY` may hold a part of the titles
 * of the tests that are wanted.
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', color: false, timeout: 60_000 });
  const only = process.env['ONLY'];
  if (only !== undefined) mocha.grep(new RegExp(only, 'u'));
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  try {
    // Without the extension every test would wait in vain.
    await activate();
    await import('./recognition.test.ts');
    await import('./diagnostics.test.ts');
    await import('./fixes.test.ts');
    await import('./ignoring.test.ts');
    await import('./completion.test.ts');
    await import('./outline.test.ts');
    await import('./preview.test.ts');
    await import('./server.test.ts');
    await import('./translations.test.ts');
    await import('./blueprints.test.ts');
    await import('./site-check.test.ts');
    await import('./panel-changes.test.ts');
    await import('./metadata.test.ts');
    await import('./search.test.ts');
    await import('./references.test.ts');
    await import('./renaming.test.ts');
    await import('./duplicate.test.ts');
    await import('./block-text.test.ts');
    await import('./block-text-source.test.ts');
    await import('./structure.test.ts');
    await import('./structure-choice.test.ts');
    await import('./support.test.ts');
    await import('./blocks-in-text.test.ts');
    await import('./style.test.ts');
    await import('./layout-document.test.ts');
    await import('./compare.test.ts');
    await import('./merge.test.ts');
  } catch (error) {
    record({ title: 'the suite and the extension load', state: 'failed', error: textOf(error) });
    throw error;
  }
  await runAll((done) => mocha.run(done), record);
}

async function activate(): Promise<void> {
  const extension = vscode.extensions.getExtension('kirby-author.kirby-author');
  if (extension === undefined) throw new Error('The extension is not installed.');
  await extension.activate();
}

function record(result: Result): void {
  results.push(result);
  const file = process.env['KIRBY_AUTHOR_RESULTS'];
  if (file !== undefined) writeFileSync(file, JSON.stringify(results));
}
