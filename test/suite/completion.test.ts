import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { mainArticle, revert, shortArticle, showContent, until } from './editor.ts';

suite('completion', () => {
  test('offers the fields that an article lacks, with their labels', async () => {
    const editor = await showContent(shortArticle);
    const { document } = editor;
    const end = document.positionAt(document.getText().length);
    await insert(editor, end, '\n\n----\n\n');
    const items = await itemsAt(document, document.positionAt(document.getText().length), [
      'Dictionnary',
    ]);
    assert.ok(!items.some((item) => labelOf(item) === 'Hat'), 'and not those that it has');
    await revert(editor);
  });

  test('an accepted field name is a field', async () => {
    const editor = await showContent(shortArticle);
    const { document } = editor;
    await insert(editor, document.positionAt(document.getText().length), '\n\n----\n\nDict');
    const end = document.positionAt(document.getText().length);
    editor.selection = new vscode.Selection(end, end);
    await itemsAt(document, end, ['Dictionnary']);
    await until('the accepted suggestion', async () => {
      await vscode.commands.executeCommand('editor.action.triggerSuggest');
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return document.getText().includes('\n\n----\n\nDictionnary:') ? true : undefined;
    });
    await revert(editor);
  });

  test('offers the block types of the blueprint inside the Layout', async () => {
    const editor = await showContent(shortArticle);
    const { document } = editor;
    const at = document.getText().indexOf('"type":"heading"') + '"type":"'.length;
    await itemsAt(document, document.positionAt(at), ['heading', 'gallery', 'table']);
  });

  test('offers the values of a row setting', async () => {
    const editor = await showContent(mainArticle);
    const { document } = editor;
    const at = document.getText().indexOf('"visual_position":"top-left"') + 19;
    await itemsAt(document, document.positionAt(at), ['bottom-right']);
  });
});

async function insert(editor: vscode.TextEditor, at: vscode.Position, text: string): Promise<void> {
  assert.ok(
    await editor.edit((edit) => {
      edit.insert(at, text);
    }),
  );
}

/** The completions at a place, once those that are wanted are among them. */
async function itemsAt(
  document: vscode.TextDocument,
  position: vscode.Position,
  wanted: readonly string[],
): Promise<readonly vscode.CompletionItem[]> {
  let last: readonly string[] = [];
  return until(`${wanted.join(', ')} to be offered`, async () => {
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      position,
    );
    last = items.map(labelOf);
    return wanted.every((label) => last.includes(label)) ? items : undefined;
  }).catch((error: unknown) => {
    throw new Error(`${String(error)} There is: ${last.slice(0, 30).join(', ')}.`, {
      cause: error,
    });
  });
}

function labelOf(item: vscode.CompletionItem): string {
  return typeof item.label === 'string' ? item.label : item.label.label;
}
