import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { showContent, textOf, until, uriOf } from './editor.ts';

const folder = 'broken/content/97_edited';
const name = `${folder}/article.txt`;
const changes = `${folder}/_changes/article.txt`;

suite('unsaved changes in the Panel', () => {
  setup(() => write(name, fileAs('Saved', 'Hiver')));

  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(uriOf(folder), { recursive: true });
  });

  test('are named while they are there, and compared', async () => {
    await showContent(name);
    assert.deepEqual(await lensesOf(name), []);
    await write(changes, fileAs('Changed', String.raw`\u00c9t\u00e9`));
    const lens = await until('the lens', async () => (await lensesOf(name))[0]);
    assert.match(lens.title, /^The Panel holds unsaved changes \(.*\d.*\) · Compare$/u);
    const given: readonly unknown[] = lens.arguments ?? [];
    await vscode.commands.executeCommand(lens.command, ...given);
    // Both as they are read: a layout is one line of thousands of characters in the file.
    const readable = await comparison('kirby-author-readable');
    await until('both texts', () => {
      const texts = [readable.original, readable.modified].map(textOf);
      return texts[0] === readAs('Changed', 'Été') && texts[1] === readAs('Saved', 'Hiver')
        ? true
        : undefined;
    });
    await vscode.commands.executeCommand('kirbyAuthor.compareFiles');
    const files = await comparison('file');
    assert.equal(files.original.toString(), uriOf(changes).toString());
    assert.equal(files.modified.toString(), uriOf(name).toString());
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
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

/** A page with one block of text. */
function fileAs(title: string, text: string): string {
  const blocks = `[{"content":{"text":"<p>${text}</p>"},"id":"b1","isHidden":false,"type":"text"}]`;
  return `Title: ${title}\n\n----\n\nBlocks: ${blocks}`;
}

function readAs(title: string, text: string): string {
  return `Title: ${title}\n\n----\n\nBlocks:\n\n<text id="b1">\n  <p>${text}</p>\n</text>\n`;
}

function comparison(scheme: string): Promise<vscode.TabInputTextDiff> {
  return until(`the comparison of ${scheme}`, () => {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    const isOne = input instanceof vscode.TabInputTextDiff && input.modified.scheme === scheme;
    return isOne ? input : undefined;
  });
}

/** Blocks have lenses of their own. */
async function lensesOf(path: string): Promise<readonly vscode.Command[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    uriOf(path),
    10,
  );
  return lenses.flatMap(({ command }) =>
    command?.command === 'kirbyAuthor.compareWithPanel' ? command : [],
  );
}

function write(path: string, text: string): Thenable<void> {
  return vscode.workspace.fs.writeFile(uriOf(path), Buffer.from(text));
}
