import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codesIn, showContent, until, uriOf } from './editor.ts';

const folder = 'broken/content/98_closed';
const name = `${folder}/article.txt`;
const faulty = 'Title: Closed\n\n----\n\nUuid: page://closed0123456789';

suite('problems of files that are not open', () => {
  setup(() => write(faulty));

  teardown(async () => {
    await setScope(undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(uriOf(folder), { recursive: true });
  });

  test('are listed once the author wants the whole site, each once, until they are mended', async () => {
    assert.deepEqual(codesIn(uriOf(name)), []);
    await setScope('wholeSite');
    await listed(['uuid-scheme']);
    await showContent(name);
    await until('the document to be checked', () =>
      codesIn(uriOf(name)).length === 1 ? true : undefined,
    );
    // Another file comes after it: whatever there was to say of this one has been said.
    const other = 'broken/content/98_closed/other';
    await write('Title: Other\n\n----\n\nUuid: page://other0123456789', other);
    await listed(['uuid-scheme'], other);
    assert.deepEqual(codesIn(uriOf(name)), ['uuid-scheme']);
    await write('Title: Other\n\n----\n\nUuid: other0123456789', other);
    await listed([], other);
    await write('Title: Other\n\n----\n\nUuid: page://other0123456789', other);
    await listed(['uuid-scheme'], other);
    await setScope('openFiles');
    await listed([], other);
    assert.deepEqual(codesIn(uriOf(name)), ['uuid-scheme']);
  });

  test('are found by one check, and counted', async () => {
    const once = 'broken/content/98_closed/once';
    await write('Title: Looked at once\n\n----\n\nUuid: page://once0123456789', once);
    // A check is of what the site is known to have, and news of files come a little later.
    await until('the site to know of it', async () => {
      const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'Looked at once',
      );
      return symbols.length > 0 ? true : undefined;
    });
    const result: unknown = await vscode.commands.executeCommand('kirbyAuthor.checkSite');
    assert.ok(typeof result === 'object' && result !== null && 'errors' in result);
    assert.ok(Number(result.errors) > 10, 'the broken site has errors');
    await listed(['uuid-scheme'], once);
    await write('Title: Once\n\n----\n\nUuid: once0123456789', once);
    await listed([], once);
  });
});

function write(text: string, at = folder): Thenable<void> {
  return vscode.workspace.fs.writeFile(uriOf(`${at}/article.txt`), Buffer.from(text));
}

function setScope(scope: string | undefined): Thenable<void> {
  return vscode.workspace
    .getConfiguration('kirbyAuthor')
    .update('problems.scope', scope, vscode.ConfigurationTarget.Workspace);
}

async function listed(codes: readonly string[], at = folder): Promise<void> {
  const uri = uriOf(`${at}/article.txt`);
  await until(`${codes.join() || 'nothing'} in ${at}; there is ${codesIn(uri).join()}`, () =>
    codesIn(uri).join() === codes.join() ? true : undefined,
  );
}
