import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { takeBack, textOf, until } from './editor.ts';
import { newRepository, type Repository } from './repository.ts';

const scheme = 'kirby-author-readable';
const text = String.raw`Title: One

----

Blocks: [{"content":{"text":"<p>Un \u00e9t\u00e9 sans lampe<\/p>"},"id":"b1","isHidden":false,"type":"text"}]`;

suite('a comparison with the last commit', () => {
  let repository: Repository;
  setup(async () => {
    repository = newRepository('repository');
    repository.write(text);
    repository.git('add', '.');
    repository.git('commit', '-qm', 'One');
    await repository.open();
  });

  teardown(() => repository.remove());

  test('shows both sides as they are read, and follows what is typed', async () => {
    const uri = vscode.Uri.file(repository.file);
    await vscode.commands.executeCommand('kirbyAuthor.compareWithHead', uri);
    const input = await until('the comparison', () => {
      const found = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return found instanceof vscode.TabInputTextDiff ? found : undefined;
    });
    assert.equal(input.original.scheme, scheme);
    const shown =
      'Title: One\n\n----\n\nBlocks:\n\n<text id="b1">\n  <p>Un été sans lampe</p>\n</text>\n';
    assert.equal(textOf(input.original), shown);
    assert.equal(textOf(input.modified), shown);
    const document = await vscode.workspace.openTextDocument(uri);
    const edit = new vscode.WorkspaceEdit();
    const at = document.positionAt(text.indexOf('lampe'));
    edit.replace(uri, new vscode.Range(at, at.translate(0, 5)), 'fin');
    await vscode.workspace.applyEdit(edit);
    await until('the working side to follow', () =>
      textOf(input.modified) === shown.replace('lampe', 'fin') ? true : undefined,
    );
    assert.equal(textOf(input.original), shown);
    await takeBack(document, text);
  });
});
