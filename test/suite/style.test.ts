import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { mainArticle, onDisk, revert, showContent, until } from './editor.ts';

const fieldOf = (text: string): string =>
  /\nLayout:\s*([^]*?)\s*(?:\n----|$)/u.exec(text)?.[1] ?? '';

suite('the style of JSON', () => {
  let editor: vscode.TextEditor;

  setup(async () => {
    editor = await showContent(mainArticle);
    const at = editor.document.positionAt(editor.document.getText().indexOf('"columns"'));
    editor.selection = new vscode.Selection(at, at);
  });

  teardown(async () => {
    await revert(editor);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('changes with the command, and one undo brings all bytes back', async () => {
    const original = onDisk(mainArticle);
    const convert = (spelling: string): Thenable<unknown> =>
      vscode.commands.executeCommand('kirbyAuthor.convertStyle', { spelling, scope: 'field' });
    await until('the field to be converted', async () => {
      await convert('pretty');
      return editor.document.getText() === original ? undefined : true;
    });
    const pretty = editor.document.getText();
    const value: unknown = JSON.parse(fieldOf(pretty));
    assert.deepEqual(value, JSON.parse(fieldOf(original)));
    assert.match(fieldOf(pretty), /^\[\n {4}\{\n {8}"/u);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), original);
  });

  test('is offered among the refactorings', async () => {
    const at = new vscode.Range(editor.selection.active, editor.selection.active);
    const actions = await until('the actions', async () => {
      const found = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        editor.document.uri,
        at,
        vscode.CodeActionKind.RefactorRewrite.value,
      );
      return found.length > 0 ? found : undefined;
    });
    const titles = actions.map(({ title }) => title);
    assert.ok(titles.includes('Write this field with line breaks'), titles.join());
  });

  test('of the whole site changes only after a preview', async () => {
    const original = onDisk(mainArticle);
    let isOver = false;
    const run = vscode.commands
      .executeCommand('kirbyAuthor.convertStyle', { spelling: 'pretty', scope: 'site' })
      .then(() => {
        isOver = true;
      });
    await until('the preview, which can be discarded', async () => {
      await vscode.commands
        .executeCommand('refactorPreview.discard')
        .then(undefined, () => undefined);
      return isOver ? true : undefined;
    });
    await run;
    assert.equal(editor.document.getText(), original);
  });
});
