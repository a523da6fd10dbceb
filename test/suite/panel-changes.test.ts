import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { showContent, until, uriOf } from './editor.ts';

const folder = 'broken/content/97_edited';
const name = `${folder}/article.txt`;
const changes = `${folder}/_changes/article.txt`;

suite('unsaved changes in the Panel', () => {
  setup(() => write(name, 'Title: Saved'));

  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(uriOf(folder), { recursive: true });
  });

  test('are named while they are there, and compared', async () => {
    await showContent(name);
    assert.deepEqual(await lensesOf(name), []);
    await write(changes, 'Title: Changed\n\n----\n\nLock: nobody');
    const lens = await until('the lens', async () => (await lensesOf(name))[0]);
    assert.match(lens.title, /^The Panel holds unsaved changes \(.*\d.*\) · Compare$/u);
    const given: readonly unknown[] = lens.arguments ?? [];
    await vscode.commands.executeCommand(lens.command, ...given);
    await until('the comparison', () => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return input instanceof vscode.TabInputTextDiff &&
        input.original.toString() === uriOf(changes).toString() &&
        input.modified.toString() === uriOf(name).toString()
        ? true
        : undefined;
    });
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await showContent(name);
    await vscode.workspace.fs.delete(uriOf(`${folder}/_changes`), { recursive: true });
    await until('the lens to go', async () =>
      (await lensesOf(name)).length === 0 ? true : undefined,
    );
  });

  test('lead back to what is saved', async () => {
    await write(changes, 'Title: Changed');
    await showContent(changes);
    const lens = await until('the lens', async () => (await lensesOf(changes))[0]);
    assert.equal(lens.title, 'These are unsaved changes of the Panel · Compare with Saved');
  });
});

async function lensesOf(path: string): Promise<readonly vscode.Command[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    uriOf(path),
    10,
  );
  return lenses.flatMap(({ command }) => command ?? []);
}

function write(path: string, text: string): Thenable<void> {
  return vscode.workspace.fs.writeFile(uriOf(path), Buffer.from(text));
}
