import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { issueText } from '../../client/src/support/report-problem.ts';
import { mainArticle, showContent, until } from './editor.ts';

const extension = vscode.extensions.getExtension('kirby-author.kirby-author');

suite('help', () => {
  test('the first steps open as a walkthrough', async () => {
    await showContent(mainArticle);
    await vscode.commands.executeCommand('kirbyAuthor.openWalkthrough');
    await until('the tab of the walkthrough', () =>
      vscode.window.tabGroups.activeTabGroup.activeTab?.label.includes('Walkthrough') === true
        ? true
        : undefined,
    );
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  test('a report has the versions and nothing of the workspace', () => {
    assert.ok(extension);
    const text = issueText(extension);
    const { version } = extension.packageJSON as { readonly version: string };
    assert.match(text, new RegExp(`Kirby Author: ${version.replaceAll('.', '\\.')}`));
    assert.match(text, new RegExp(vscode.version.replaceAll('.', '\\.')));
    for (const { uri, name } of vscode.workspace.workspaceFolders ?? []) {
      assert.ok(!text.includes(uri.fsPath) && !text.includes(name));
    }
  });

  test('the log opens', async () => {
    await vscode.commands.executeCommand('kirbyAuthor.showLog');
  });
});
