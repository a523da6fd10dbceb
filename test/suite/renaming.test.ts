import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import { showContent, until, uriOf } from './editor.ts';

const about = 'magazine/content/a-propos';
const page = `${about}/default.txt`;
const content = 'magazine/content';
const before = 'equipe.jpg';
const after = 'redaction.jpg';

suite('renaming', () => {
  let original: ReadonlyMap<string, string>;

  setup(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    original = everything();
  });

  teardown(async () => {
    // One undo takes back what happened in many files, one file after the other.
    await until('the site to be as it was', async () => {
      await vscode.commands.executeCommand('workbench.action.files.saveAll');
      return isDeepStrictEqual(everything(), original) ? true : undefined;
    }).catch(() => {
      assert.deepEqual(everything(), original, 'the site is as it was');
    });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('a file takes its metadata and the mentions in an open file along, and undo all back', async () => {
    const { document } = await showContent(page);
    const was = document.getText();
    await siteToBeRead(document);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(uriOf(`${about}/${before}`), uriOf(`${about}/${after}`));
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until('the metadata to follow', () =>
      existsSync(uriOf(`${about}/${after}.txt`).fsPath) ? true : undefined,
    );
    assert.ok(!existsSync(uriOf(`${about}/${before}.txt`).fsPath));
    await until('the mention to follow', () =>
      document.getText().includes(`(image: ${after} alt:`) ? true : undefined,
    );
    assert.ok(!document.getText().includes(before));
    await undone(document, was);
  });

  test('F2 on a mention renames the file itself, with all that follows', async () => {
    const { document } = await showContent(page);
    const was = document.getText();
    await siteToBeRead(document);
    const at = document.positionAt(document.getText().indexOf(before) + 2);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      at,
      after,
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until('the file and its metadata', () =>
      [after, `${after}.txt`].every((name) => existsSync(uriOf(`${about}/${name}`).fsPath))
        ? true
        : undefined,
    );
    await until('the mention to follow', () =>
      document.getText().includes(`(image: ${after} alt:`) ? true : undefined,
    );
    await undone(document, was);
  });

  test('a page folder lets mentions by id follow, in files that are not open', async () => {
    const { document } = await showContent(page);
    const was = document.getText();
    await siteToBeRead(document);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(
      uriOf(`${content}/magazines/1_reparer-ensemble`),
      uriOf(`${content}/magazines/1_reparer-a-plusieurs`),
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    const mention = '(link: magazines/reparer-a-plusieurs text:';
    const text = await until('the mention to follow', async () => {
      const found = await vscode.workspace.openTextDocument(uriOf(page));
      return found.getText().includes(mention) ? found : undefined;
    });
    await vscode.window.showTextDocument(text);
    await undone(text, was);
  });
});

/** One undo in the text that mentions what was renamed. */
async function undone(document: vscode.TextDocument, was: string): Promise<void> {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('undo');
  await until('the text to be as it was', () => (document.getText() === was ? true : undefined));
}

/** Only what has been read can follow. */
async function siteToBeRead(document: vscode.TextDocument): Promise<void> {
  const at = document.positionAt(document.getText().indexOf('magazines/reparer') + 2);
  await until('the site to be read', async () => {
    const found = await vscode.commands.executeCommand<readonly unknown[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      at,
    );
    return found.length > 0 ? true : undefined;
  });
}

/** Every file of the example site, with a digest of its bytes. */
function everything(): ReadonlyMap<string, string> {
  const root = uriOf(content).fsPath;
  return new Map(
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .sort()
      .map((name): [string, string] => {
        const file = path.join(root, name);
        return [name, statSync(file).isFile() ? digest(readFileSync(file)) : ''];
      }),
  );
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
