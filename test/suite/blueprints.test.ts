import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  codesIn,
  problemsIn,
  revert,
  shortArticle,
  show,
  showContent,
  until,
  uriOf,
} from './editor.ts';

const blueprint = 'magazine/site/blueprints/pages/article.yml';

suite('blueprints', () => {
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('a field is explained and leads to its line', async () => {
    const { document } = await showContent(shortArticle);
    const at = document.positionAt(document.getText().indexOf('\nHat') + 2);
    await until('the explanation', async () =>
      (await hoverAt(document, at)).includes('Chapeau') ? true : undefined,
    );
    const [target] = await until('the definition', async () => {
      const found = await vscode.commands.executeCommand<
        readonly (vscode.Location | vscode.LocationLink)[]
      >('vscode.executeDefinitionProvider', document.uri, at);
      return found.length > 0 ? found : undefined;
    });
    assert.ok(target);
    const [uri, range] =
      'uri' in target ? [target.uri, target.range] : [target.targetUri, target.targetRange];
    assert.equal(uri.toString(), uriOf(blueprint).toString());
    const text = (await vscode.workspace.openTextDocument(uri)).lineAt(range.start.line).text;
    assert.equal(text.trim(), 'hat:');
  });

  test('a field in a blueprint leads to the content that uses it', async () => {
    const { document } = await show(blueprint);
    const at = document.positionAt(document.getText().indexOf('hat:') + 1);
    const found = await until('references', async () => {
      const locations = await vscode.commands.executeCommand<readonly vscode.Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        at,
      );
      return locations.length > 1 ? locations : undefined;
    });
    const places = found.map(({ uri }) => uri.toString());
    assert.ok(places.includes(uriOf(shortArticle).toString()), places.join('\n'));
  });

  test('an unsaved change of a blueprint counts at once', async () => {
    const editor = await show(blueprint);
    const at = editor.document.getText().indexOf('label: Chapeau') + 'label: '.length;
    const start = editor.document.positionAt(at);
    await editor.edit((edit) => {
      edit.insert(start, 'Nouveau ');
    });
    const { document } = await showContent(shortArticle);
    const name = document.positionAt(document.getText().indexOf('\nHat') + 2);
    await until('the new label', async () =>
      (await hoverAt(document, name)).includes('Nouveau Chapeau') ? true : undefined,
    );
    await revert(editor);
  });

  test('a misspelled type is put right in the blueprint itself', async () => {
    const editor = await show(blueprint);
    const { document } = editor;
    const before = document.getText();
    const at = before.indexOf('type: headline') + 'type: he'.length;
    assert.ok(at > 10);
    const letter = new vscode.Range(document.positionAt(at), document.positionAt(at + 1));
    await editor.edit((edit) => {
      edit.delete(letter);
    });
    const [fix] = await until('a quick fix', async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        letter,
        vscode.CodeActionKind.QuickFix.value,
      );
      const ours = actions.filter(({ title }) => title === 'Change to "headline"');
      return ours.length > 0 ? ours : undefined;
    });
    assert.ok(fix?.edit && (await vscode.workspace.applyEdit(fix.edit)));
    assert.equal(document.getText(), before);
    await revert(editor);
  });

  test('a bad value is underlined and mended', async () => {
    const editor = await showContent(shortArticle);
    const { document } = editor;
    const [whole = '', date = ''] = /\nDate: (\S+)/u.exec(document.getText()) ?? [];
    const start = document.getText().indexOf(whole) + '\nDate: '.length;
    const range = new vscode.Range(
      document.positionAt(start),
      document.positionAt(start + date.length),
    );
    await editor.edit((edit) => {
      edit.replace(range, '2026-02-30');
    });
    await until('the problem', () =>
      codesIn(document.uri).join() === 'impossible-date' ? true : undefined,
    );
    const [problem] = problemsIn(document.uri);
    assert.equal(problem && document.getText(problem.range), '2026-02-30');
    const [fix] = await until('a quick fix', async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
        vscode.CodeActionKind.QuickFix.value,
      );
      const ours = actions.filter(({ edit }) => edit !== undefined);
      return ours.length > 0 ? ours : undefined;
    });
    assert.ok(fix?.edit && (await vscode.workspace.applyEdit(fix.edit)));
    await until('no problem', () => (codesIn(document.uri).length === 0 ? true : undefined));
    await revert(editor);
  });
});

async function hoverAt(document: vscode.TextDocument, at: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    at,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
    .join('\n');
}
