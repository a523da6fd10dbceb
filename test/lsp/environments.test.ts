import { describe, expect, test } from 'vitest';
import type { DocumentLink, Location, WorkspaceEdit, WorkspaceSymbol } from 'vscode-languageserver';
import { startClient, type TestClient } from '../support/client.ts';
import { content } from './small-site.ts';

/** A site whose folder has this URI; its one page has a picture. */
function siteAt(folder: string): Readonly<Record<string, string>> {
  return {
    [`${folder}/content/site.txt`]: 'Title: Site',
    [`${folder}/content/1_page/article.txt`]: content({ Title: 'Page' }),
    [`${folder}/content/1_page/photo.jpg`]: '',
    [`${folder}/content/2_other/article.txt`]: content({ Title: 'Other' }),
    [`${folder}/site/blueprints/pages/article.yml`]: 'fields:\n  text:\n    type: textarea\n',
  };
}

function opened(workspace: string): Promise<TestClient> {
  return startClient({
    files: siteAt(workspace),
    initialize: { workspaceFolders: [{ uri: workspace, name: 'site' }] },
  });
}

const text = content({
  Title: 'Page',
  Text: '(image: photo.jpg) (image: absent.jpg)',
});

/** What editors call the folder of the workspace, what they call the same folder elsewhere, and how we do. */
const environments: readonly (readonly [string, string, string, string])[] = [
  [
    'Windows',
    'file:///c%3A/Meine%20Seiten/Gr%C3%B6%C3%9Fe',
    'file:///C:/Meine%20Seiten/Gr%c3%b6%c3%9fe',
    'file:///c%3A/Meine%20Seiten/Gr%C3%B6%C3%9Fe',
  ],
  [
    'Windows, with a capital drive',
    'file:///D%3A/Sites/site',
    'file:///d:/Sites/site',
    'file:///d%3A/Sites/site',
  ],
  ['the root of a drive', 'file:///e%3A', 'file:///E:', 'file:///e%3A'],
  ['a share', 'file://server/share/site', 'file://SERVER/share/site', 'file://server/share/site'],
  [
    'WSL, from Windows',
    'file://wsl.localhost/Ubuntu/home/me/site',
    'file://wsl.localhost/Ubuntu/home/me/site',
    'file://wsl.localhost/Ubuntu/home/me/site',
  ],
];

describe.each(environments)('on %s', (_name, workspace, elsewhere, ours) => {
  test('a document is known by either name of its folder', async () => {
    const client = await opened(workspace);
    for (const folder of [workspace, elsewhere]) {
      const file = await client.open(`${folder}/content/1_page/article.txt`, text);
      // Told under the name by which the editor opened it.
      expect(file.diagnostics.map(({ range }) => file.textIn(range))).toEqual(['absent.jpg']);
      await file.close();
    }
  });

  test('links and definitions lead there', async () => {
    const client = await opened(workspace);
    const file = await client.open(`${elsewhere}/content/1_page/article.txt`, text);
    const links = await client.request<DocumentLink[]>('textDocument/documentLink', {
      textDocument: { uri: file.uri },
    });
    expect(links.map(({ target }) => target)).toContain(`${ours}/content/1_page/photo.jpg`);
    const definition = await client.request<Location | Location[] | null>(
      'textDocument/definition',
      { textDocument: { uri: file.uri }, position: file.positionOf('photo.jpg') },
    );
    expect(JSON.stringify(definition)).toContain(`"${ours}/content/1_page/photo.jpg"`);
    const symbols = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'Other' });
    expect(symbols.map(({ location }) => location.uri)).toEqual([
      `${ours}/content/2_other/article.txt`,
    ]);
  });

  test('what changes on the disk is noticed, and what is renamed followed', async () => {
    const client = await opened(workspace);
    const file = await client.open(`${workspace}/content/1_page/article.txt`, text);
    client.disk.write(`${onDisk(workspace)}/content/1_page/absent.jpg`, '');
    await client.filesChanged({ [`${elsewhere}/content/1_page/absent.jpg`]: 1 });
    expect(file.codes).toEqual([]);
    const edit = await client.request<WorkspaceEdit | null>('workspace/willRenameFiles', {
      files: [
        {
          oldUri: `${elsewhere}/content/1_page/photo.jpg`,
          newUri: `${elsewhere}/content/1_page/hill.jpg`,
        },
      ],
    });
    expect(JSON.stringify(edit)).toContain('"newText":"hill.jpg"');
  });
});

function onDisk(folder: string): string {
  return decodeURIComponent(new URL(folder).pathname).slice(1);
}

describe('where names differ by case only', () => {
  const workspace = 'file:///site';
  const open = async (files: Readonly<Record<string, string>>, value: string) => {
    const client = await startClient({ files: { ...siteAt(workspace), ...files } });
    const file = await client.open('content/1_page/article.txt', content({ Text: value }));
    return { client, file };
  };

  // Kirby looks a file up by its name, then by its name in lower case, whatever the disk would do.
  test('a file is found as Kirby finds it, not as the disk does', async () => {
    const files = { [`${workspace}/content/1_page/Hill.jpg`]: '' };
    const { file } = await open(files, '(image: PHOTO.jpg) (image: Hill.jpg) (image: hill.jpg)');
    expect(file.diagnostics.map(({ range }) => file.textIn(range))).toEqual(['hill.jpg']);
  });

  test('a file that is renamed in its case is missed under its old name', async () => {
    const { client, file } = await open({}, '(image: photo.jpg)');
    expect(file.codes).toEqual([]);
    client.disk.remove('site/content/1_page/photo.jpg');
    client.disk.write('site/content/1_page/Photo.jpg', '');
    await client.filesChanged({
      'content/1_page/photo.jpg': 3,
      'content/1_page/Photo.jpg': 1,
    });
    expect(file.codes).toEqual(['missing-file']);
    await file.replace('photo.jpg', 'Photo.jpg');
    expect(file.codes).toEqual([]);
  });

  test('two files are two', async () => {
    const files = { [`${workspace}/content/1_page/Photo.jpg`]: '' };
    const { client, file } = await open(files, '(image: Photo.jpg) (image: photo.jpg)');
    const links = await client.request<DocumentLink[]>('textDocument/documentLink', {
      textDocument: { uri: file.uri },
    });
    expect(links.map(({ target }) => target?.split('/').at(-1))).toEqual([
      'Photo.jpg',
      'photo.jpg',
    ]);
  });
});
