import assert from 'node:assert/strict';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { mainArticle, onDisk, revert, showContent, until, uriOf } from './editor.ts';

const folder = path.posix.dirname(mainArticle);

/** One red pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  'base64',
);

suite('metadata', () => {
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('is made from the menu, opened, and undone', async () => {
    const picture = uriOf(`${folder}/nouvelle.png`);
    const metadata = uriOf(`${folder}/nouvelle.png.txt`);
    writeFileSync(picture.fsPath, png);
    try {
      await until('the metadata', async () => {
        await vscode.commands.executeCommand('kirbyAuthor.createMetadata', picture);
        return existsSync(metadata.fsPath) ? true : undefined;
      });
      const editor = await until('the editor', () => {
        const active = vscode.window.activeTextEditor;
        return active?.document.uri.toString() === metadata.toString() ? active : undefined;
      });
      assert.match(editor.document.getText(), /^Alt: \n\n----\n\n[^]*Uuid: [a-z0-9]{16}$/);
      assert.equal(editor.document.isDirty, false);
      await vscode.commands.executeCommand('undo');
      await until('no metadata', () => (existsSync(metadata.fsPath) ? undefined : true));
    } finally {
      for (const uri of [picture, metadata]) rmSync(uri.fsPath, { force: true });
    }
  });

  test('is made for all files that are selected, in one step', async () => {
    const pictures = ['une.png', 'deux.png'].map((name) => uriOf(`${folder}/${name}`));
    const metadata = pictures.map((uri) => uri.with({ path: `${uri.path}.txt` }));
    for (const { fsPath } of pictures) writeFileSync(fsPath, png);
    try {
      await until('the metadata', async () => {
        await vscode.commands.executeCommand('kirbyAuthor.createMetadata', pictures[1], pictures);
        return metadata.every(({ fsPath }) => existsSync(fsPath)) ? true : undefined;
      });
      await until('the first to be shown', () =>
        vscode.window.activeTextEditor?.document.uri.toString() === metadata[0]?.toString()
          ? true
          : undefined,
      );
    } finally {
      for (const uri of [...pictures, ...metadata]) rmSync(uri.fsPath, { force: true });
    }
  });

  test('is offered where a text mentions a file without', async () => {
    const picture = uriOf(`${folder}/sans.png`);
    const metadata = uriOf(`${folder}/sans.png.txt`);
    writeFileSync(picture.fsPath, png);
    const editor = await showContent(mainArticle);
    try {
      const before = editor.document.getText();
      const at = before.indexOf('Partners:');
      const end = editor.document.positionAt(before.indexOf('\n\n----', at));
      await editor.edit((edit) => {
        edit.insert(end, '\n- sans.png');
      });
      const mention = editor.document.positionAt(editor.document.getText().indexOf('sans.png') + 2);
      editor.selection = new vscode.Selection(mention, mention);
      await until('the action', async () => {
        const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          editor.document.uri,
          editor.selection,
        );
        return actions.find(({ title }) => title === 'Create metadata for "sans.png"');
      });
      const kind = vscode.CodeActionKind.Refactor.value;
      await vscode.commands.executeCommand('editor.action.codeAction', { kind, apply: 'first' });
      await until('the editor', () => {
        const { document } = vscode.window.activeTextEditor ?? {};
        return document?.uri.toString() === metadata.toString() ? true : undefined;
      });
      assert.match(onDisk(`${folder}/sans.png.txt`), /Uuid: [a-z0-9]{16}$/);
    } finally {
      await revert(editor);
      for (const uri of [picture, metadata]) rmSync(uri.fsPath, { force: true });
    }
  });
});
