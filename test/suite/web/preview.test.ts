import * as vscode from 'vscode';
import { allBlocks, showContent, until } from '../editor.ts';

suite('the preview on the web', () => {
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('shows blocks and pictures to whoever looks at the window', async () => {
    await showContent(allBlocks);
    await vscode.commands.executeCommand('kirbyAuthor.openPreviewToSide');
    await until('the preview', () => (previews().length > 0 ? true : undefined));
    // An extension cannot look into a webview: the driver does, and closes its tab if all is well.
    console.log('kirby-author-look');
    await until(
      'the driver to have seen it',
      () => (previews().length === 0 ? true : undefined),
      25_000,
    );
  });
});

function previews(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter((tab) => tab.input instanceof vscode.TabInputWebview);
}
