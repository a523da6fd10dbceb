import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { languageId, mainArticle, showContent, until, uriOf } from './editor.ts';

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

  test('stays with its text when an old version of a text is looked at', async () => {
    const scheme = 'old-version';
    const old = vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: () => 'Title: Früher\n',
    });
    const labels: string[] = [];
    const following = vscode.window.tabGroups.onDidChangeTabs(() => {
      labels.push(previewTab()?.label ?? '');
    });
    try {
      await showContent(mainArticle);
      await vscode.commands.executeCommand('kirbyAuthor.openPreviewToSide');
      await titled('Preview Avant-propos');
      labels.length = 0;
      const document = await vscode.languages.setTextDocumentLanguage(
        await vscode.workspace.openTextDocument(uriOf(mainArticle).with({ scheme })),
        languageId,
      );
      await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
      await vscode.commands.executeCommand('kirbyAuthor.openPreviewToSide');
      // Whatever the preview was going to show, its tab has said so by then.
      await vscode.commands.executeCommand('kirbyAuthor.checkSite');
      assert.deepEqual([...new Set(labels)], ['Preview Avant-propos']);
    } finally {
      following.dispose();
      old.dispose();
    }
  });

  test('that is locked goes along with a file that gets another name', async () => {
    const [before, after] = ['broken/content/97_moved', 'broken/content/96_moved'];
    const file = (folder: string): vscode.Uri => uriOf(`${folder}/article.txt`);
    const text = (title: string): Uint8Array => new TextEncoder().encode(`Title: ${title}\n`);
    try {
      await vscode.workspace.fs.writeFile(file(before), text('Hier'));
      await vscode.commands.executeCommand('kirbyAuthor.openPreview', file(before));
      await titled('Preview Hier');
      await vscode.commands.executeCommand('kirbyAuthor.lockPreview');
      await titled('[Preview] Hier');
      const rename = new vscode.WorkspaceEdit();
      rename.renameFile(uriOf(before), uriOf(after));
      assert.ok(await vscode.workspace.applyEdit(rename));
      await vscode.workspace.fs.writeFile(file(after), text('Da'));
      await titled('[Preview] Da');
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      for (const folder of [before, after]) {
        if (await isThere(uriOf(folder))) {
          await vscode.workspace.fs.delete(uriOf(folder), { recursive: true });
        }
      }
    }
  });

  test('goes with a file that is deleted, and stays with a text that is open', async () => {
    const folder = uriOf('broken/content/95_gone');
    const page = 'broken/content/95_gone/article.txt';
    const make = (title: string): Thenable<void> =>
      vscode.workspace.fs.writeFile(uriOf(page), new TextEncoder().encode(`Title: ${title}\n`));
    const remove = async (): Promise<void> => {
      const deletion = new vscode.WorkspaceEdit();
      deletion.deleteFile(folder, { recursive: true });
      assert.ok(await vscode.workspace.applyEdit(deletion));
    };
    try {
      await make('Bald weg');
      await showContent(page);
      await vscode.commands.executeCommand('kirbyAuthor.openPreviewToSide');
      await titled('Preview Bald weg');
      await remove();
      await vscode.commands.executeCommand('kirbyAuthor.checkSite');
      assert.equal(previewTabs().length, 1);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await make('Wieder da');
      await vscode.commands.executeCommand('kirbyAuthor.openPreview', uriOf(page));
      await titled('Preview Wieder da');
      await remove();
      await until('the preview to go', () => (previewTabs().length === 0 ? true : undefined));
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      if (await isThere(folder)) await vscode.workspace.fs.delete(folder, { recursive: true });
    }
  });
});

async function titled(label: string): Promise<void> {
  await until(`the preview to be called ${label}`, () =>
    previewTab()?.label === label ? true : undefined,
  );
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

function previewTabs(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter((tab) => tab.input instanceof vscode.TabInputWebview);
}

function previewTab(): vscode.Tab | undefined {
  return previewTabs()[0];
}
