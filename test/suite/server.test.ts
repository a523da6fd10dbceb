import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { mainArticle, showContent, takeBack, until } from './editor.ts';

suite('language server', () => {
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  testWithSignals('comes back by itself, and previews with it', async () => {
    const editor = await showContent(mainArticle);
    const original = editor.document.getText();
    await vscode.commands.executeCommand('kirbyAuthor.openPreviewToSide');
    await labelled('Preview Avant-propos');
    const [crashing = 0] = serverProcesses();
    process.kill(crashing, 'SIGKILL');
    await until('another server', () =>
      serverProcesses().some((id) => id !== crashing) ? true : undefined,
    );
    await editor.edit((edit) => {
      edit.replace(editor.document.lineAt(0).range, 'Title: Revenu');
    });
    await labelled('Preview Revenu');
    await takeBack(editor.document, original);
  });

  testWithSignals('is started anew also when it hangs', async () => {
    await showContent(mainArticle);
    assert.ok((await checkedFiles()) > 0, 'the server answers');
    const [hanging = 0, ...others] = serverProcesses();
    assert.deepEqual(others, []);
    process.kill(hanging, 'SIGSTOP');
    await vscode.commands.executeCommand('kirbyAuthor.restartServer');
    assert.ok((await checkedFiles()) > 0, 'the new server answers');
    const [running, ...more] = await until('the old server to be gone', () => {
      const found = serverProcesses();
      return found.includes(hanging) ? undefined : found;
    });
    assert.ok(running !== undefined && more.length === 0, 'there is one server');
  });

  testOnLinux('has one heap for all threads', async () => {
    await showContent(mainArticle);
    assert.ok((await checkedFiles()) > 0, 'the server answers');
    const [running = 0] = serverProcesses();
    const variables = readFileSync(`/proc/${running}/environ`, 'utf8').split('\0');
    assert.ok(variables.includes('MALLOC_ARENA_MAX=1'));
    assert.ok(
      variables.some((one) => one.startsWith('PATH=')),
      'and what VS Code has as well',
    );
  });
});

/** Elsewhere no program can read what another one was started with. */
function testOnLinux(title: string, run: () => Promise<void>): void {
  if (process.platform === 'linux') test(title, run);
  else test.skip(`${title} (on Linux only)`);
}

/** What is passed over says why in its name. */
function testWithSignals(title: string, run: () => Promise<void>): void {
  if (process.platform === 'win32')
    test.skip(`${title} (on Windows nothing makes a process stand still, and there is no ps)`);
  else test(title, run);
}

async function labelled(label: string): Promise<void> {
  await until(`a tab called ${label}`, () =>
    vscode.window.tabGroups.all.some(({ tabs }) => tabs.some((tab) => tab.label === label))
      ? true
      : undefined,
  );
}

/** Asks the server for something that only a running one can say. */
async function checkedFiles(): Promise<number> {
  const result = await vscode.commands.executeCommand<{ readonly files: number } | undefined>(
    'kirbyAuthor.checkSite',
  );
  return result?.files ?? 0;
}

/** The processes of language servers that this extension host has started. */
function serverProcesses(): readonly number[] {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .flatMap((line) => {
      const [, pid, parent, words = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      return Number(parent) === process.pid && words.includes('server.js') ? [Number(pid)] : [];
    });
}
