import { describe, expect, test } from 'vitest';
import type { WorkspaceSymbol } from 'vscode-languageserver';
import { startClient, type TestClient } from '../support/client.ts';
import { content } from './small-site.ts';

const blueprint = 'fields:\n  cover:\n    type: files\n';

/** A site in a folder, with one page that is called after it. */
function siteIn(folder: string, name: string): Readonly<Record<string, string>> {
  return {
    [`${folder}/content/site.txt`]: `Title: ${name}`,
    [`${folder}/content/1_${name}/article.txt`]: `Title: ${name}`,
    [`${folder}/content/1_${name}/${name}.jpg`]: '',
    [`${folder}/site/blueprints/pages/article.yml`]: blueprint,
  };
}

const folder = (uri: string): { readonly uri: string; readonly name: string } => ({
  uri,
  name: uri,
});

async function changeFolders(
  client: TestClient,
  change: { readonly added?: readonly string[]; readonly removed?: readonly string[] },
): Promise<void> {
  const { added = [], removed = [] } = change;
  client.notify('workspace/didChangeWorkspaceFolders', {
    event: { added: added.map(folder), removed: removed.map(folder) },
  });
  await client.settled();
}

async function pagesOf(client: TestClient): Promise<readonly string[]> {
  const symbols = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: '' });
  return symbols.map(({ name }) => name).sort();
}

const covers = content({ Cover: '- red.jpg\n- blue.jpg' });

describe('several sites', () => {
  const files = {
    ...siteIn('file:///one', 'red'),
    ...siteIn('file:///many/a', 'blue'),
    ...siteIn('file:///many/b', 'green'),
  };
  const workspaceFolders = ['file:///one', 'file:///many'].map(folder);

  test('in several folders keep to themselves', async () => {
    const client = await startClient({ files, initialize: { workspaceFolders } });
    expect(await pagesOf(client)).toEqual(['blue', 'green', 'red']);
    const missed = async (path: string): Promise<readonly string[]> => {
      const file = await client.open(path, covers);
      return file.diagnostics.map(({ range }) => file.textIn(range));
    };
    expect(await missed('file:///one/content/1_red/article.txt')).toEqual(['blue.jpg']);
    expect(await missed('file:///many/a/content/1_blue/article.txt')).toEqual(['red.jpg']);
    expect(await missed('file:///many/b/content/1_green/article.txt')).toEqual([
      'red.jpg',
      'blue.jpg',
    ]);
  });

  test('have the settings of their folders', async () => {
    const off = { rules: { 'missing-file': 'off' } };
    const client = await startClient({
      files: {
        ...files,
        'file:///new/texts/1_a/article.txt': '',
        'file:///new/texts/site.txt': '',
      },
      initialize: { workspaceFolders },
      settings: { rules: { 'missing-file': 'error' } },
      folderSettings: { 'file:///one': off, 'file:///new': { contentFolder: 'texts' } },
    });
    const red = await client.open('file:///one/content/1_red/article.txt', covers);
    const blue = await client.open('file:///many/a/content/1_blue/article.txt', covers);
    expect([red.codes, blue.codes]).toEqual([[], ['missing-file']]);
    client.folderSettings = { ...client.folderSettings, 'file:///one': {}, 'file:///many': off };
    await client.changeSettings({});
    expect([red.codes, blue.codes]).toEqual([['missing-file'], []]);
    await changeFolders(client, { added: ['file:///new'] });
    expect(await pagesOf(client)).toEqual(['a', 'blue', 'green', 'red']);
  });

  test('come and go with the folders of the workspace', async () => {
    const client = await startClient({
      files,
      initialize: { workspaceFolders: [folder('file:///one')] },
    });
    const red = await client.open('file:///one/content/1_red/article.txt', covers);
    const blue = await client.open('file:///many/a/content/1_blue/article.txt', covers);
    expect([red.codes, blue.codes]).toEqual([['missing-file'], []]);

    await changeFolders(client, { added: ['file:///many'] });
    expect([red.codes, blue.codes]).toEqual([['missing-file'], ['missing-file']]);
    expect(await pagesOf(client)).toEqual(['blue', 'green', 'red']);

    await changeFolders(client, { removed: ['file:///one'] });
    expect([red.codes, blue.codes]).toEqual([[], ['missing-file']]);
    expect(await pagesOf(client)).toEqual(['blue', 'green']);
  });

  test('of a folder that goes while it is looked into are not added late', async () => {
    const client = await startClient({
      files,
      initialize: { workspaceFolders: [], rootUri: null },
    });
    const event = folder('file:///one');
    client.notify('workspace/didChangeWorkspaceFolders', {
      event: { added: [event], removed: [] },
    });
    client.notify('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [event] },
    });
    await client.settled();
    expect(await pagesOf(client)).toEqual([]);
  });

  test('may lie in one another: the inner one counts', async () => {
    const client = await startClient({
      files: { ...siteIn('file:///outer', 'red'), ...siteIn('file:///outer/demo', 'blue') },
      initialize: { workspaceFolders: ['file:///outer', 'file:///outer/demo'].map(folder) },
    });
    const file = await client.open('file:///outer/demo/content/1_blue/article.txt', covers);
    expect(file.diagnostics.map(({ range }) => file.textIn(range))).toEqual(['red.jpg']);
    expect(await pagesOf(client)).toEqual(['blue', 'red']);
  });
});

test('a folder that cannot be reached has no sites, and harms no other', async () => {
  const client = await startClient({
    files: siteIn('file:///one', 'red'),
    initialize: { workspaceFolders: ['vscode-vfs://github/a/b', 'file:///one'].map(folder) },
  });
  expect(await pagesOf(client)).toEqual(['red']);
  const far = await client.open('vscode-vfs://github/a/b/content/1_red/article.txt', covers);
  expect(far.codes).toEqual([]);
});

describe('a text of which the editor knows no language', () => {
  const note = 'Ideas\n----\nA tag: (image: x.jpg)';

  test('is content in a site, and none of ours anywhere else', async () => {
    const client = await startClient({
      files: siteIn('file:///one', 'red'),
      initialize: { workspaceFolders: [folder('file:///one')] },
    });
    const at = async (path: string, language: string): Promise<readonly string[]> => {
      const file = await client.open(path, note, language);
      const textDocument = { uri: file.uri };
      const symbols = await client.request<unknown[] | null>('textDocument/documentSymbol', {
        textDocument,
      });
      return [...file.codes.map(String), `${symbols?.length ?? 0} symbols`];
    };
    const found = ['missing-file', '1 symbols'];
    expect(await at('file:///one/content/1_red/article.txt', 'plaintext')).toEqual(found);
    for (const language of ['plaintext', 'text']) {
      for (const path of ['file:///one/notes.txt', 'file:///home/notes.txt']) {
        expect(await at(path.replace('notes', language), language)).toEqual(['0 symbols']);
      }
    }
  });

  test('has no problems any more when its site has left the workspace', async () => {
    const workspaceFolders = [folder('file:///one')];
    const client = await startClient({
      files: siteIn('file:///one', 'red'),
      initialize: { workspaceFolders },
    });
    const file = await client.open('file:///one/content/1_red/article.txt', note, 'plaintext');
    expect(file.codes).not.toEqual([]);
    await changeFolders(client, { removed: ['file:///one'] });
    expect(file.codes).toEqual([]);
    await changeFolders(client, { added: ['file:///one'] });
    expect(file.codes).not.toEqual([]);
  });
});
