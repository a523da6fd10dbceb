import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { until, uriOf } from './editor.ts';

const scheme = 'kirby-author-readable';
const folder = uriOf('loose/repository').fsPath;
const file = path.join(folder, 'content', 'home', 'home.txt');
const text = String.raw`Title: One

----

Blocks: [{"content":{"text":"<p>Un \u00e9t\u00e9 sans lampe<\/p>"},"id":"b1","isHidden":false,"type":"text"}]`;

interface Git {
  readonly enabled: boolean;
  getAPI(version: 1): { openRepository(root: vscode.Uri): Promise<unknown> };
}

suite('a comparison with the last commit', () => {
  setup(async () => {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    const git = (...args: readonly string[]): void => {
      const author = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
      execFileSync('git', [...author, ...args], { cwd: folder });
    };
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'One');
    const extension = vscode.extensions.getExtension<Git>('vscode.git');
    assert.ok(extension, 'VS Code brings git');
    await useGit(true);
    const exported = await extension.activate();
    await until('git to be on', () => (exported.enabled ? true : undefined));
    const opened = await exported.getAPI(1).openRepository(vscode.Uri.file(folder));
    assert.ok(opened, 'git has opened the repository');
  });

  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await useGit(undefined);
    rmSync(folder, { recursive: true, force: true });
  });

  test('shows both sides as they are read, and follows what is typed', async () => {
    const uri = vscode.Uri.file(file);
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
    await document.save();
  });
});

/** The other tests do without it. */
function useGit(isUsed: boolean | undefined): Thenable<void> {
  const target = vscode.ConfigurationTarget.Workspace;
  return vscode.workspace.getConfiguration('git').update('enabled', isUsed, target);
}

function textOf(uri: vscode.Uri): string | undefined {
  const wanted = uri.toString();
  return vscode.workspace.textDocuments
    .find((document) => document.uri.toString() === wanted)
    ?.getText();
}
