import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { mainArticle, shortArticle, showContent, until, uriOf } from './editor.ts';

const folder = 'magazine/content/magazines/1_reparer-ensemble';
const library = `${folder}/3_la-bibliotheque-des-outils/article.txt`;
const about = 'magazine/content/a-propos/default.txt';

/** The toaster, mentioned twice in its article by its UUID. */
const toaster = 'file://KiOz79mQ3NfH5FeF';
/** The logo, mentioned in two articles. */
const logo = 'file://aHJS8y8mZzQgmi80';

suite('mentions', () => {
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('by UUID show the name behind them, and a click opens it', async () => {
    const { document } = await showContent(shortArticle);
    const hints = await until('the hints', async () => {
      const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        new vscode.Range(0, 0, document.lineCount, 0),
      );
      return found.length > 0 ? found : undefined;
    });
    const [first] = hints;
    assert.ok(first);
    assert.equal(
      document.offsetAt(first.position),
      document.getText().indexOf(toaster) + toaster.length,
    );
    const [part] = Array.isArray(first.label) ? first.label : [];
    assert.equal(part?.value, 'grille-pain.png');
    assert.equal(
      part.location?.uri.toString(),
      uriOf(`${folder}/2_le-grille-pain-de-madame-lopez/grille-pain.png`).toString(),
    );
  });

  test('are explained with the picture, its size and its uses', async () => {
    const { document } = await showContent(shortArticle);
    const at = document.positionAt(document.getText().indexOf(toaster) + 10);
    const text = await until('the hover', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        at,
      );
      const all = hovers
        .flatMap(({ contents }) => contents)
        .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
        .join('\n');
      return all.includes('grille-pain.png') ? all : undefined;
    });
    assert.match(text, /!\[[^\]]*\]\([a-z-]+:[^)]*grille-pain\.png/u, 'the picture');
    assert.match(text, /\d+ × \d+/u, 'its size');
    assert.match(text, /2 places|twice|2 times/u, 'its uses');
  });

  test('are links', async () => {
    const { document } = await showContent(about);
    const links = await until('the links', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        document.uri,
      );
      return found.length > 2 ? found : undefined;
    });
    const targets = Object.fromEntries(
      links.map(({ range, target }) => [document.getText(range), target?.toString()]),
    );
    assert.equal(targets['equipe.jpg'], uriOf('magazine/content/a-propos/equipe.jpg').toString());
    assert.equal(targets['magazines/reparer-ensemble'], uriOf(`${folder}/magazine.txt`).toString());
  });

  test('of no file are no links to another computer', async () => {
    const { document } = await showContent(shortArticle);
    const unknown = 'file://nobody0000000001';
    const edit = new vscode.WorkspaceEdit();
    const text = document.getText();
    const start = document.positionAt(text.indexOf(toaster));
    edit.replace(
      document.uri,
      new vscode.Range(start, document.positionAt(text.indexOf(toaster) + toaster.length)),
      unknown,
    );
    await vscode.workspace.applyEdit(edit);
    const links = await until('the link', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        document.uri,
      );
      const here = found.filter(({ range }) => document.getText(range) === unknown);
      return here.some(({ tooltip }) => tooltip !== undefined) ? here : undefined;
    });
    assert.deepEqual(
      links.map(({ tooltip, target }) => [tooltip, target]),
      [['No file with this UUID is known', undefined]],
    );
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('are found in all files, whichever is open', async () => {
    const { document } = await showContent(mainArticle);
    const at = document.positionAt(document.getText().indexOf(logo) + 10);
    const found = await until('both places', async () => {
      const locations = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        at,
      );
      return locations.length > 2 ? locations : undefined;
    });
    // The file itself is what VS Code calls the declaration, and asks for as well.
    const itself = mainArticle.replace('article.txt', 'logo-repair-cafe.png');
    assert.deepEqual(
      new Set(found.map(({ uri }) => uri.toString())),
      new Set([mainArticle, library, itself].map((name) => uriOf(name).toString())),
    );
    for (const { uri, range } of found.filter(({ uri }) => uri.path.endsWith('.txt'))) {
      const text = (await vscode.workspace.openTextDocument(uri)).getText(range);
      assert.equal(text, logo);
    }
  });

  test('of the same thing are highlighted together', async () => {
    const { document } = await showContent(shortArticle);
    const at = document.positionAt(document.getText().indexOf(toaster) + 10);
    const highlights = await until('the highlights', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentHighlight[] | undefined>(
        'vscode.executeDocumentHighlights',
        document.uri,
        at,
      );
      return (found?.length ?? 0) > 1 ? found : undefined;
    });
    assert.deepEqual(
      highlights.map(({ range }) => document.getText(range)),
      [toaster, toaster],
    );
  });
});
