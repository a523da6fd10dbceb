import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { onDisk, show, until, uriOf } from './editor.ts';

interface Chosen {
  readonly uri: string;
  readonly excerpt: string;
  readonly title: string;
}

const page = 'magazine/content/magazines/1_reparer-ensemble/1_avant-propos/article.txt';

suite('searching the content', () => {
  test('goes to the very characters of a word that is typed without its accents', async () => {
    // The file escapes its accents, and nobody types them.
    assert.match(onDisk(page), /r\\u00e9paration/u);
    const chosen = await chosenFor('de la reparation');
    assert.ok(chosen);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), chosen.uri);
    const words = editor.document.getText(editor.selection);
    assert.equal(decoded(words).toLowerCase(), 'de la réparation');
    assert.match(chosen.excerpt, /de la réparation/iu);
  });

  test('Escape goes back to where the author was', async () => {
    const before = await show('magazine/content/site.txt');
    before.selection = new vscode.Selection(0, 2, 0, 5);
    const search = vscode.commands.executeCommand<Chosen | undefined>(
      'kirbyAuthor.searchContent',
      'reparation',
    );
    await until('another file to be shown', async () => {
      await vscode.commands.executeCommand('quickInput.next');
      const shown = vscode.window.visibleTextEditors.map(({ document }) => document.uri.toString());
      return shown.includes(before.document.uri.toString()) ? undefined : true;
    });
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    assert.equal(await search, undefined);
    const back = await until('the first file to be shown again', () => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document === before.document ? editor : undefined;
    });
    await until('its selection', () => (back.selection.start.character === 2 ? true : undefined));
  });

  test('Escape goes back to a comparison, and opens nothing in its place', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const [left, right] = ['magazine/content/home/home.txt', 'magazine/content/site.txt'].map(
      uriOf,
    );
    const options = { preview: false };
    await vscode.commands.executeCommand('vscode.diff', left, right, 'Comparison', options);
    const search = vscode.commands.executeCommand<Chosen | undefined>(
      'kirbyAuthor.searchContent',
      'reparation',
    );
    await until('another file to be shown', async () => {
      await vscode.commands.executeCommand('quickInput.next');
      return tabs().length > 1 ? true : undefined;
    });
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    assert.equal(await search, undefined);
    // The extension hears of tabs a moment later; what the window closes is what it shows.
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await until('nothing to be left', () => (tabs().length === 0 ? true : undefined));
  });

  test('the list of symbols knows titles and texts', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'de la reparation',
    );
    const inText = symbols.find(({ kind }) => kind !== vscode.SymbolKind.File);
    assert.ok(inText);
    const { uri, range } = inText.location;
    const document = await vscode.workspace.openTextDocument(uri);
    assert.equal(decoded(document.getText(range)).toLowerCase(), 'de la réparation');
  });
});

function tabs(): readonly string[] {
  return vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
}

/** Types a text into the list and takes its first line, as soon as there is one. */
async function chosenFor(query: string): Promise<Chosen | undefined> {
  let answer: { readonly chosen: Chosen | undefined } | undefined;
  const search = vscode.commands.executeCommand<Chosen | undefined>(
    'kirbyAuthor.searchContent',
    query,
  );
  void search.then((chosen) => (answer = { chosen }));
  const found = await until('a line to be taken', async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return answer;
  });
  await until('the place to be shown', () =>
    vscode.window.activeTextEditor?.document.uri.toString() === found.chosen?.uri &&
    vscode.window.activeTextEditor?.selection.isEmpty === false
      ? true
      : undefined,
  );
  return found.chosen;
}

function decoded(text: string): string {
  return text.replace(/\\u([\da-f]{4})/giu, (_, digits: string) =>
    String.fromCharCode(parseInt(digits, 16)),
  );
}
