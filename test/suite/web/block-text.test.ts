import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { allBlocks, revert, showContent, until } from '../editor.ts';

const words = 'Débrancher';

suite('a text in a tab of its own on the web', () => {
  test('writes what is typed into the source, and nothing else', async () => {
    const source = await showContent(allBlocks);
    const original = source.document.getText();
    source.selection = selectionAt(source.document, words);
    await vscode.commands.executeCommand('kirbyAuthor.editBlock');
    const tab = await until('the tab', () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.scheme === 'kirby-author-block' ? active : undefined;
    });
    assert.equal(tab.document.languageId, 'html');
    tab.selection = selectionAt(tab.document, words);
    await vscode.commands.executeCommand('type', { text: 'x' });
    await until('the source to follow', () =>
      source.document.getText() === original.replace(words, `x${words}`) ? true : undefined,
    );
    await revert(source);
    await until('the tab to go back', () =>
      tab.document.getText().includes(`x${words}`) ? undefined : true,
    );
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});

function selectionAt(document: vscode.TextDocument, text: string): vscode.Selection {
  const at = document.positionAt(document.getText().indexOf(text));
  return new vscode.Selection(at, at);
}
