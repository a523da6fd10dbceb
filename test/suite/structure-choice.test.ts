import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { showContent, until } from './editor.ts';
import { makeScratchPage, removeScratchPage } from './scratch-page.ts';

let page = '';

const blockOf = (id: string, text: string): string =>
  `{"content":{"text":"<p>${text}</p>"},"id":"${id}","isHidden":false,"type":"text"}`;
const rowOf = (id: string, blocks: readonly string[]): string =>
  `{"attrs":[],"columns":[{"blocks":[${blocks.join(',')}],"id":"${id}-c","width":"1/1"}],"id":"${id}"}`;
const row = rowOf('9a10', [blockOf('9a11', 'Premier'), blockOf('9a12', 'Second')]);
const content = `Title: Structure\n\n----\n\nLayout: [${row}]`;

suite('what a command on rows and blocks is about', () => {
  setup(() => {
    page = makeScratchPage('structure', content);
  });

  teardown(() => removeScratchPage(page));

  test('is never another block that has come into its place while a list was open', async () => {
    const editor = await showContent(page);
    await choose(editor, '9a12');
    let isOver = false;
    const converting = vscode.commands.executeCommand('kirbyAuthor.blockConvert').then(() => {
      isOver = true;
    });
    const added = rowOf('9a20', [blockOf('9a21', 'Troisième'), blockOf('9a22', 'Quatrième')]);
    const edit = new vscode.WorkspaceEdit();
    const at = editor.document.positionAt(content.indexOf(row));
    edit.insert(editor.document.uri, at, `${added},`);
    await vscode.workspace.applyEdit(edit);
    const changed = editor.document.getText();
    await choose(editor, '9a21');
    await until('the list to be answered', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return isOver ? true : undefined;
    });
    await converting;
    assert.equal(editor.document.getText(), changed);
  });
});

/** Clicks a block in the view, and waits until the text shows it. */
async function choose(editor: vscode.TextEditor, id: string): Promise<void> {
  await until(`${id} to be selected`, async () => {
    await vscode.commands.executeCommand('kirbyAuthor.structure.goTo', id);
    const { document, selection } = editor;
    return document.getText(selection).includes(`"id":"${id}"`) ? true : undefined;
  });
}
