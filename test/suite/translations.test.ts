import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { revert, showContent, until, uriOf } from './editor.ts';

const english = 'bilingual/content/home/home.en.txt';
const german = 'bilingual/content/home/home.de.txt';

suite('translations', () => {
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('are opened at the same field', async () => {
    const editor = await showContent(english);
    editor.selection = new vscode.Selection(0, 10, 0, 10);
    const there = await until('the translation', async () => {
      await vscode.commands.executeCommand('kirbyAuthor.openTranslation', 'de');
      return activeAt(german);
    });
    await until('the cursor at the title', () =>
      there.selection.active.isEqual(new vscode.Position(0, 'Title: '.length)) ? true : undefined,
    );
  });

  test('take a field over from the default language', async () => {
    const editor = await showContent(german);
    await until('the field', async () => {
      await vscode.commands.executeCommand('kirbyAuthor.listUntranslated', 'intro');
      return editor.document.getText().includes('Intro:') ? true : undefined;
    });
    assert.equal(
      editor.document.getText(),
      'Title: Willkommen\n\n----\n\nIntro:\n\nBring your toaster.\nWe bring the solder.',
    );
    const selected = await until('the selection', () => {
      const active = activeAt(german);
      return active === undefined || active.selection.isEmpty
        ? undefined
        : active.document.getText(active.selection);
    });
    assert.equal(selected, 'Bring your toaster.\nWe bring the solder.');
    await revert(editor);
  });
});

function activeAt(name: string): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.uri.toString() === uriOf(name).toString() ? editor : undefined;
}
