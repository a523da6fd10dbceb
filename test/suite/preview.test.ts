import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { mainArticle, showContent, until, uriOf } from './editor.ts';

suite('preview', () => {
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('opens beside the text and leaves the cursor there', async () => {
    await showContent(mainArticle);
    await vscode.commands.executeCommand('kirbyAuthor.openPreviewToSide');
    const tab = await until('the preview', previewTab);
    assert.equal(tab.group.viewColumn, vscode.ViewColumn.Two);
    await until('its title', () =>
      /article\.txt|Avant-propos/.test(previewTab()?.label ?? '') ? true : undefined,
    );
    assert.equal(
      vscode.window.activeTextEditor?.document.uri.toString(),
      uriOf(mainArticle).toString(),
    );
  });

  test('is opened once for a file', async () => {
    await showContent(mainArticle);
    await vscode.commands.executeCommand('kirbyAuthor.openPreviewToSide');
    await until('the preview', previewTab);
    await vscode.commands.executeCommand('kirbyAuthor.openPreviewToSide');
    assert.equal(previewTabs().length, 1);
  });

  test('moves beside the text that it would hide', async () => {
    const uri = uriOf(mainArticle);
    await vscode.commands.executeCommand('kirbyAuthor.openPreview', uri);
    await until('the preview', () => (previewTab()?.isActive === true ? true : undefined));
    const column = previewTab()?.group.viewColumn;
    await showContent(mainArticle);
    assert.equal(vscode.window.activeTextEditor?.viewColumn, column);
    await vscode.commands.executeCommand('kirbyAuthor.openPreviewToSide');
    await until('the preview beside it', () =>
      previewTab()?.group.viewColumn === vscode.ViewColumn.Two ? true : undefined,
    );
    assert.equal(previewTabs().length, 1);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uri.toString());
  });
});

function previewTabs(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter((tab) => tab.input instanceof vscode.TabInputWebview);
}

function previewTab(): vscode.Tab | undefined {
  return previewTabs()[0];
}
