import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { revert, showContent, until, uriOf } from './editor.ts';

const home = 'site-preview/content/home/note.txt';

const why = hasPhp() ? '' : ' (skipped: there is no PHP on this machine)';

suite(`the preview with the site’s own templates${why}`, () => {
  const temporary = mkdtempSync(path.join(os.tmpdir(), 'kirby-author-visits-'));
  const visits = path.join(temporary, 'visits.txt');
  const { showWarningMessage } = vscode.window;

  suiteSetup(function () {
    if (why !== '') this.skip();
    // The fixture's template writes down which title it has shown, and in which process.
    process.env['KIRBY_AUTHOR_VISITS'] = visits;
  });

  suiteTeardown(async () => {
    Object.assign(vscode.window, { showWarningMessage });
    delete process.env['KIRBY_AUTHOR_VISITS'];
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(temporary, { recursive: true, force: true });
  });

  test('runs nothing before the author agrees', async () => {
    const asked = answerWith(undefined);
    await showContent(home);
    await vscode.commands.executeCommand('kirbyAuthor.openSitePreview');
    assert.match(asked.join(), /own templates.*runs the PHP of the site/su);
    assert.deepEqual(tabs(), []);
    assert.equal(existsSync(visits), false);
  });

  test('shows unsaved text in a frame, follows it, and is gone when it is closed', async () => {
    const before = namesIn(uriOf('site-preview').fsPath);
    const asked = answerWith('Run the Site');
    const editor = await showContent(home);
    await replaceTitle(editor, 'Noch nicht gesichert');
    await vscode.commands.executeCommand('kirbyAuthor.openSitePreview');
    const first = await visit(visits, 'Noch nicht gesichert');
    assert.equal(tabs().length, 1);
    await replaceTitle(editor, 'Ein Wort weiter');
    await visit(visits, 'Ein Wort weiter');
    await until('the title of the page', () =>
      tabs().find(({ label }) => label.includes('Ein Wort weiter')),
    );
    assert.deepEqual(namesIn(uriOf('site-preview').fsPath), before);

    await vscode.window.tabGroups.close(tabs());
    await until('PHP to end', () => (isRunning(first) ? undefined : true));
    await revert(editor);

    // It has been agreed to, for this workspace.
    await vscode.commands.executeCommand('kirbyAuthor.openSitePreview');
    await until('the tab', () => tabs()[0]);
    assert.equal(asked.length, 1);
  });
});

/** Answers the question that the window cannot show in a test, and keeps what was asked. */
function answerWith(answer: string | undefined): string[] {
  const asked: string[] = [];
  Object.assign(vscode.window, {
    showWarningMessage: (message: string, { detail }: vscode.MessageOptions) => {
      asked.push(`${message} ${detail ?? ''}`);
      return Promise.resolve(answer);
    },
  });
  return asked;
}

async function replaceTitle(editor: vscode.TextEditor, title: string): Promise<void> {
  const { range } = editor.document.lineAt(0);
  await editor.edit((edit) => {
    edit.replace(range, `Title: ${title}`);
  });
}

/** Waits until the page was rendered with a title; gives the id of the process that did it. */
function visit(visits: string, title: string): Promise<number> {
  return until(
    `a page with the title ${title}`,
    () => {
      if (!existsSync(visits)) return undefined;
      const line = readFileSync(visits, 'utf8')
        .split('\n')
        .find((one) => one.endsWith(` ${title}`));
      return line === undefined ? undefined : Number.parseInt(line, 10);
    },
    30_000,
  );
}

function tabs(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(
      ({ input }) =>
        input instanceof vscode.TabInputWebview &&
        input.viewType.includes('kirbyAuthor.sitePreview'),
    );
}

function namesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
}

function hasPhp(): boolean {
  try {
    execFileSync('php', ['-v']);
    return true;
  } catch {
    return false;
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
