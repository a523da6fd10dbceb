import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { mainArticle, revert, showContent, until } from './editor.ts';

suite('blocks in the text', () => {
  test('a block is moved under the cursor, which stays in its word', async () => {
    const editor = await showContent(mainArticle);
    const before = editor.document.getText();
    try {
      goTo(editor, 'midi, la bouilloire');
      const word = wordAt(editor);
      await vscode.commands.executeCommand('kirbyAuthor.blockMoveUp', 'in-text');
      assert.notEqual(editor.document.getText(), before);
      // The editor tells of what the edit did to the cursor a moment later.
      await until('the cursor to be in its word', () => isAt(editor, word));
      assert.ok(editor.selection.isEmpty);
      await vscode.commands.executeCommand('kirbyAuthor.blockMoveDown', 'in-text');
      assert.equal(editor.document.getText(), before);
      await until('the cursor to be in its word', () => isAt(editor, word));
    } finally {
      await revert(editor);
    }
  });

  test('outside of blocks the key moves the line, as it does everywhere', async () => {
    const editor = await showContent(mainArticle);
    const before = editor.document.getText();
    try {
      editor.selection = new vscode.Selection(0, 0, 0, 0);
      await vscode.commands.executeCommand('kirbyAuthor.blockMoveDown', 'in-text');
      const [first, second] = before.split('\n');
      assert.ok(editor.document.getText().startsWith(`${second ?? ''}\n${first ?? ''}\n`));
    } finally {
      await revert(editor);
    }
  });

  test('a block is split at the cursor and merged again, each undone by one step', async () => {
    const editor = await showContent(mainArticle);
    const before = editor.document.getText();
    try {
      goTo(editor, 'siffle');
      await vscode.commands.executeCommand('kirbyAuthor.blockSplit');
      const split = editor.document.getText();
      assert.ok(split.length > before.length);
      assert.match(editor.document.getText(editor.selection), /"text":"<p>siffle/u);
      await vscode.commands.executeCommand('undo');
      assert.equal(editor.document.getText(), before);
      await vscode.commands.executeCommand('redo');
      assert.equal(editor.document.getText(), split);
      goTo(editor, 'midi, la');
      await vscode.commands.executeCommand('kirbyAuthor.blockMerge');
      assert.match(editor.document.getText(), /la bouilloire<\\?\/p><p>siffle/u);
    } finally {
      await revert(editor);
    }
  });

  test('a setting of the row is changed from a keybinding', async () => {
    const editor = await showContent(mainArticle);
    const before = editor.document.getText();
    try {
      goTo(editor, 'midi, la bouilloire');
      const version = editor.document.version;
      await vscode.commands.executeCommand('kirbyAuthor.rowSettings', 'visual_color=#a1b2c3');
      const attrs = (text: string): readonly string[] => text.match(/"attrs":\s*[^}\]]*/gu) ?? [];
      assert.ok(editor.document.version > version);
      assert.equal(attrs(editor.document.getText()).length, attrs(before).length);
    } finally {
      await revert(editor);
    }
  });

  test('a layout says how much it holds, and what can be done', async () => {
    const editor = await showContent(mainArticle);
    const lenses = await until('lenses', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        editor.document.uri,
      );
      return found.length > 0 ? found : undefined;
    });
    const [first] = lenses;
    assert.match(first?.command?.title ?? '', /^\d+ rows, \d+ blocks$/u);
    assert.equal(editor.document.getText(first?.range), 'Layout');
    const known = await vscode.commands.getCommands(true);
    for (const { command } of lenses) assert.ok(command && known.includes(command.command));
  });

  test('the block that is chosen from the list is selected', async () => {
    const editor = await showContent(mainArticle);
    goTo(editor, 'midi, la bouilloire');
    const start = editor.selection.active;
    const going = vscode.commands.executeCommand('kirbyAuthor.goToBlock');
    // The list is open when it takes the next item.
    await until('another block to be chosen', async () => {
      await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return editor.selection.isEmpty ? undefined : true;
    });
    await going;
    assert.ok(!editor.selection.contains(start) || editor.selection.start.isBefore(start));
    const selected = JSON.parse(editor.document.getText(editor.selection)) as { type: string };
    assert.equal(typeof selected.type, 'string');
  });

  test('editing the text by itself is offered where it is asked for', async () => {
    const editor = await showContent(mainArticle);
    goTo(editor, 'midi, la bouilloire');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      editor.selection,
    );
    assert.ok(actions.some(({ command }) => command?.command === 'kirbyAuthor.editBlock'));
  });
});

/** Puts the cursor on the only place of a text. */
function goTo(editor: vscode.TextEditor, text: string): void {
  const { document } = editor;
  const position = document.positionAt(document.getText().indexOf(text));
  editor.selection = new vscode.Selection(position, position);
}

function isAt(editor: vscode.TextEditor, word: string): true | undefined {
  return wordAt(editor) === word ? true : undefined;
}

function wordAt({ document, selection }: vscode.TextEditor): string {
  const start = document.offsetAt(selection.active);
  return document.getText().slice(start, start + 12);
}
