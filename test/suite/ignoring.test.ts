import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codesIn, onDisk, problemsIn, showContent, until, uriOf } from './editor.ts';
import { pagePath } from './faults.ts';

const name = 'broken/kirby-author.config.json';
const config = uriOf(name);

suite('a problem is ignored', () => {
  teardown(async () => {
    await vscode.workspace.fs.delete(config);
  });

  test('in this file, and then its rule in all of the site', async () => {
    const { document } = await showContent(pagePath('19_meaning'));
    const has = problemsOf(document);
    await has('hidden-flag', true);
    await choose(document, 'hidden-flag', 'Ignore hidden-flag in this file');
    await has('hidden-flag', false);
    const path = pagePath('19_meaning').replace('broken/', '');
    assert.deepEqual(JSON.parse(onDisk(name)), {
      ignore: [{ files: path, rules: ['hidden-flag'] }],
    });
    await choose(document, 'column-width', 'Turn column-width off');
    await has('column-width', false);
    // What is typed in the config and not saved yet is kept.
    const edit = new vscode.WorkspaceEdit();
    edit.insert(config, new vscode.Position(0, 1), '\n  "$schema": "x",');
    await vscode.workspace.applyEdit(edit);
    await choose(document, 'missing-binary', 'Ignore missing-binary in this file');
    await has('missing-binary', false);
    assert.deepEqual(JSON.parse(onDisk(name)), {
      $schema: 'x',
      ignore: [{ files: path, rules: ['hidden-flag', 'missing-binary'] }],
      rules: { 'column-width': 'off' },
    });
    await vscode.workspace.fs.delete(config);
    await has('hidden-flag', true);
    await vscode.workspace.fs.writeFile(config, new Uint8Array());
  });
});

suite('the settings of one folder of several', () => {
  teardown(() => setRules(undefined));

  test('count for the files in it', async () => {
    const { document } = await showContent(pagePath('19_meaning'));
    const has = problemsOf(document);
    await has('hidden-flag', true);
    await setRules({ 'hidden-flag': 'off' });
    await has('hidden-flag', false);
    await setRules(undefined);
    await has('hidden-flag', true);
  });
});

/** Waits until a rule has something to say of a document, or nothing. */
function problemsOf({ uri }: vscode.TextDocument) {
  return (code: string, isThere: boolean): Promise<true> =>
    until(`${code} ${isThere ? 'to be' : 'not to be'} there`, () =>
      codesIn(uri).includes(code) === isThere ? true : undefined,
    );
}

function setRules(rules: Readonly<Record<string, string>> | undefined): Thenable<void> {
  return vscode.workspace
    .getConfiguration('kirbyAuthor', uriOf('broken'))
    .update('rules', rules, vscode.ConfigurationTarget.WorkspaceFolder);
}

/** Chooses a code action of the first problem of a rule. */
async function choose(document: vscode.TextDocument, code: string, title: string): Promise<void> {
  const problem = problemsIn(document.uri).find(
    (one) => typeof one.code === 'object' && one.code.value === code,
  );
  assert.ok(problem, `there is ${code}`);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    problem.range,
    vscode.CodeActionKind.QuickFix.value,
  );
  const command = actions.find((action) => action.title.startsWith(title))?.command;
  assert.ok(command, `${title} is offered`);
  const given: readonly unknown[] = command.arguments ?? [];
  await vscode.commands.executeCommand(command.command, ...given);
}
