import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  languageId,
  mainArticle,
  prettyArticle,
  shortArticle,
  show,
  showContent,
  until,
  uriOf,
} from './editor.ts';

suite('recognition', () => {
  for (const name of [
    mainArticle,
    shortArticle,
    'magazine/content/site.txt',
    'magazine/content/home/home.txt',
    'magazine/content/vague.svg.txt',
    'magazine/content/magazines/1_reparer-ensemble/_drafts/coudre-en-public/article.txt',
    'broken/content/0_intact/article.txt',
  ]) {
    test(`${name} is a content file`, async () => {
      await showContent(name);
    });
  }

  for (const name of [
    'hugo/content/notes.txt',
    'hugo/readme.txt',
    'nuxt/content/notes.txt',
    'loose/article.txt',
  ]) {
    test(`${name} stays plain text`, async () => {
      await show(name);
      // A content file opened later is recognised: by then the trap has been looked at, too.
      await showContent('magazine/content/error/error.txt');
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      const document = await vscode.workspace.openTextDocument(uriOf(name));
      assert.equal(document.languageId, 'plaintext');
    });
  }

  test('the language that an author chooses stays', async () => {
    const editor = await showContent('magazine/content/magazines/magazines.txt');
    await vscode.languages.setTextDocumentLanguage(editor.document, 'plaintext');
    await showContent(prettyArticle);
    const again = await show('magazine/content/magazines/magazines.txt');
    await showContent('magazine/content/a-propos/default.txt');
    assert.equal(again.document.languageId, 'plaintext');
    await vscode.languages.setTextDocumentLanguage(again.document, languageId);
    await until('the chosen language', () =>
      vscode.workspace.textDocuments.some(
        (document) =>
          document.uri.path.endsWith('magazines.txt') && document.languageId === languageId,
      )
        ? true
        : undefined,
    );
  });

  test('a setting that comes and goes is no choice of the author', async () => {
    const name = 'magazine/content/magazines/magazine.txt';
    const files = vscode.workspace.getConfiguration('files');
    const associate = (languages: object | undefined): Thenable<void> =>
      files.update('associations', languages, vscode.ConfigurationTarget.Workspace);
    const becomes = (wanted: string): Promise<true> =>
      until(`${name} to be ${wanted}`, () =>
        vscode.workspace.textDocuments.some(
          ({ uri, languageId }) => uri.path === uriOf(name).path && languageId === wanted,
        )
          ? true
          : undefined,
      );
    await vscode.workspace.fs.writeFile(uriOf(name), new TextEncoder().encode('Title: Autre\n'));
    try {
      await showContent(mainArticle);
      await associate({ 'magazine.txt': 'markdown' });
      await show(name);
      await becomes('markdown');
      await associate(undefined);
      await becomes(languageId);
      await showContent(mainArticle);
    } finally {
      await associate(undefined);
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      await vscode.workspace.fs.delete(uriOf(name));
    }
  });
});
