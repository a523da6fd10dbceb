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
      assert.equal(wordAt(editor), word);
      assert.ok(editor.selection.isEmpty);
      await vscode.commands.executeCommand('kirbyAuthor.blockMoveDown', 'in-text');
      assert.equal(editor.document.getText(), before);
      assert.equal(wordAt(editor), word);
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

function wordAt({ document, selection }: vscode.TextEditor): string {
  const start = document.offsetAt(selection.active);
  return document.getText().slice(start, start + 12);
}
