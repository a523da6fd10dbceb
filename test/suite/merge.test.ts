import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codesIn, languageId, until } from './editor.ts';
import { newRepository, type Repository } from './repository.ts';

const block = (id: string, text: string): string =>
  `{"content":{"text":"${text}"},"id":"${id}","isHidden":false,"type":"text"}`;
const file = (...blocks: readonly string[]): string =>
  `Title: One\n\n----\n\nIntro: Two\n\n----\n\nUuid: abc\n\n----\n\nBlocks: [${blocks.join(',')}]\n`;

suite('a merge that git could not decide', () => {
  let repository: Repository;
  let editor: vscode.TextEditor;

  setup(async () => {
    repository = newRepository('merging');
    const commit = (...blocks: readonly string[]): void => {
      repository.write(file(...blocks));
      repository.git('add', '.');
      repository.git('commit', '-qm', 'A change');
    };
    const [a, b, c] = [block('a', 'Une lampe'), block('b', 'Deux'), block('c', 'Trois')];
    commit(a, b, c);
    repository.git('checkout', '-qb', 'other');
    commit(a, block('c', String.raw`Trois \u00e9t\u00e9s<br\/>`));
    repository.git('checkout', '-q', 'main');
    commit(block('a', 'Une lampe bleue'), b, c);
    assert.ok(!repository.git('merge', 'other'), 'git leaves a conflict');
    await repository.open();
    const document = await vscode.workspace.openTextDocument(vscode.Uri.file(repository.file));
    // It is in no site that would say so.
    await vscode.languages.setTextDocumentLanguage(document, languageId);
    editor = await vscode.window.showTextDocument(document);
  });

  teardown(() => repository.remove());

  test('is one problem, with a lens and a quick fix that resolve it block by block', async () => {
    const { document } = editor;
    const { uri } = document;
    await until('the problem', () => (codesIn(uri).length > 0 ? true : undefined));
    assert.deepEqual(codesIn(uri), ['broken-json']);
    const marked = document.getText();
    const line = marked.split('\n').findIndex((one) => one.startsWith('<<<<<<<'));
    const lens = await until('the lens', async () => {
      const found = await vscode.commands.executeCommand<readonly vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        uri,
        50,
      );
      return found.find(({ command }) => command?.command === 'kirbyAuthor.mergeField');
    });
    assert.equal(lens.range.start.line, line);
    const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      lens.range,
    );
    assert.ok(
      actions.some(({ command }) => command?.command === 'kirbyAuthor.mergeField'),
      actions.map(({ title }) => title).join(),
    );

    const run = vscode.commands.executeCommand('kirbyAuthor.mergeField', line);
    // The version before both is in git's index: nothing is left to decide, and the list opens on "Apply".
    await until('the conflict to be resolved', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return document.getText() === marked ? undefined : true;
    });
    await run;
    const resolved = file(
      block('a', 'Une lampe bleue'),
      block('c', String.raw`Trois \u00e9t\u00e9s<br\/>`),
    );
    assert.equal(document.getText(), resolved);
    await until('no problem to be left', () => (codesIn(uri).length === 0 ? true : undefined));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), marked);
  });
});
