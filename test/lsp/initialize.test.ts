import { describe, expect, test } from 'vitest';
import { startClient, uriOf, usualCapabilities, WORKSPACE } from '../support/client.ts';
import { article, hidden, smallSite } from './small-site.ts';

describe('the server introduces itself', () => {
  test('with all it can do', async () => {
    const { initialized } = await startClient();
    expect(initialized.serverInfo?.name).toBe('Kirby Author');
    expect(Object.keys(initialized.capabilities).sort()).toEqual([
      'codeActionProvider',
      'colorProvider',
      'completionProvider',
      'definitionProvider',
      'documentHighlightProvider',
      'documentLinkProvider',
      'documentSymbolProvider',
      'foldingRangeProvider',
      'hoverProvider',
      'inlayHintProvider',
      'referencesProvider',
      'renameProvider',
      'selectionRangeProvider',
      'semanticTokensProvider',
      'textDocumentSync',
      'workspace',
      'workspaceSymbolProvider',
    ]);
    // Changes are sent as such, not as whole documents.
    expect(initialized.capabilities.textDocumentSync).toBe(2);
  });

  test('and asks to be told of settings and of files', async () => {
    const client = await startClient();
    expect(client.registered.map(({ method }) => method)).toEqual([
      'workspace/didChangeConfiguration',
      'workspace/didChangeWatchedFiles',
    ]);
  });

  test('and asks for nothing of an editor that cannot do it', async () => {
    const client = await startClient({ files: smallSite, initialize: { capabilities: {} } });
    expect(client.registered).toEqual([]);
    expect(client.heard).not.toContain('workspace/configuration');
    const file = await client.open(article, hidden);
    expect(file.codes).toEqual(['hidden-flag']);
  });
});

describe('the folders of the workspace', () => {
  const inSite = async (initialize: object): Promise<boolean> => {
    const client = await startClient({ files: smallSite, initialize });
    const { content } = await client.request<{ content: boolean[] }>('kirbyAuthor/recognise', {
      uris: [uriOf(article)],
    });
    return content[0] === true;
  };

  test('are taken from workspaceFolders', async () => {
    expect(await inSite({ rootUri: null })).toBe(true);
  });

  test('or from rootUri, which editors with one folder send', async () => {
    expect(await inSite({ workspaceFolders: undefined })).toBe(true);
    expect(await inSite({ workspaceFolders: null })).toBe(true);
  });

  test('or there are none: single files are checked without a site', async () => {
    expect(await inSite({ workspaceFolders: null, rootUri: null })).toBe(false);
    const client = await startClient({ initialize: { workspaceFolders: null, rootUri: null } });
    const file = await client.open('notes/loose.txt', hidden);
    expect(file.codes).toEqual(['hidden-flag']);
  });

  test('may be written with a slash at the end, or percent-encoded', async () => {
    expect(await inSite({ workspaceFolders: [{ uri: `${WORKSPACE}/`, name: '' }] })).toBe(true);
    expect(await inSite({ workspaceFolders: [{ uri: 'file:///%73ite', name: '' }] })).toBe(true);
  });
});

test('an editor that refuses what the server asks for is served all the same', async () => {
  const client = await startClient({
    files: { ...smallSite, [article]: '' },
    settings: new Error('Not here.'),
    initialize: { capabilities: usualCapabilities },
  });
  const file = await client.open(article, 'Cover: - absent.jpg');
  expect(file.codes).toEqual(['missing-file']);
  expect(client.logged.join()).toContain('The settings cannot be read');
});

test('the server shuts down when it is told to', async () => {
  const client = await startClient();
  expect(await client.request('shutdown', undefined)).toBeNull();
});
