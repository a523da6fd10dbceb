import { describe, expect, test } from 'vitest';
import type { WorkspaceEdit } from 'vscode-languageserver';
import { startClient, type TestClient, uriOf, usualCapabilities } from '../support/client.ts';
import { article, content, smallSite } from './small-site.ts';

const other = 'content/2_other/article.txt';
const photo = 'content/1_article/photo.jpg';

const site = {
  ...smallSite,
  [other]: content({ Title: 'Other', Text: '😀 (image: article/photo.jpg)' }),
  'content/site.txt': content({
    Title: 'Site',
    Text: '(link: other) (link: page://pageOther0000001)',
  }),
};

function started(workspace: object = {}): Promise<TestClient> {
  return startClient({
    files: site,
    initialize: {
      capabilities: {
        ...usualCapabilities,
        workspace: { ...usualCapabilities.workspace, ...workspace },
      },
    },
  });
}

function willRename(client: TestClient, from: string, to: string): Promise<WorkspaceEdit | null> {
  return client.request('workspace/willRenameFiles', {
    files: [{ oldUri: uriOf(from), newUri: uriOf(to) }],
  });
}

const asks = { workspaceEdit: { changeAnnotationSupport: {} } };

describe('before a file is renamed in the editor', () => {
  test('it is told what has to follow, and that the author has to be asked', async () => {
    const client = await started(asks);
    const file = await client.open(article, content({ Text: '(image: photo.jpg)' }));
    const edit = await willRename(client, photo, 'content/1_article/hill.jpg');
    const annotationId = Object.keys(edit?.changeAnnotations ?? {})[0];
    expect(Object.values(edit?.changeAnnotations ?? {})).toMatchObject([
      { needsConfirmation: false },
    ]);
    expect(edit?.documentChanges).toEqual([
      {
        textDocument: { uri: uriOf(article), version: 1 },
        edits: [{ range: file.rangeOf('photo.jpg'), newText: 'hill.jpg', annotationId }],
      },
      {
        textDocument: { uri: uriOf(other), version: null },
        edits: [
          {
            range: { start: { line: 4, character: 17 }, end: { line: 4, character: 34 } },
            newText: 'article/hill.jpg',
            annotationId,
          },
        ],
      },
      {
        kind: 'rename',
        oldUri: uriOf(`${photo}.txt`),
        newUri: uriOf('content/1_article/hill.jpg.txt'),
        options: { ignoreIfExists: true },
      },
    ]);
  });

  test("the Panel's unsaved changes of its metadata go along", async () => {
    const changes = 'content/1_article/_changes/photo.jpg.txt';
    const client = await startClient({
      files: { ...smallSite, [changes]: content({ Alt: 'A hill' }) },
      initialize: { capabilities: usualCapabilities },
    });
    await client.open(article, content({ Title: 'One' }));
    const edit = await willRename(client, photo, 'content/2_other/hill.jpg');
    expect(edit?.documentChanges).toMatchObject([
      { kind: 'rename', oldUri: uriOf(`${photo}.txt`) },
      {
        kind: 'rename',
        oldUri: uriOf(changes),
        newUri: uriOf('content/2_other/_changes/hill.jpg.txt'),
        options: { ignoreIfExists: true },
      },
    ]);
  });

  test('what cannot follow is left as it is, and the author told of it', async () => {
    const client = await started(asks);
    await client.open(article, content({ Cover: '- photo.jpg' }));
    const told: unknown[] = [];
    client.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      told.push(message);
    });
    const edit = await willRename(client, photo, 'content/1_article/photo #1.jpg');
    expect(edit?.documentChanges).toMatchObject([
      { textDocument: { uri: uriOf(other) } },
      { kind: 'rename' },
    ]);
    expect(told).toEqual([
      `After this, a name in "${article}" leads nowhere or to another file, and cannot be changed safely. Look at it yourself.`,
    ]);
  });

  test.each([
    ['content/1_article/photo.jpg', 'assets/photo.jpg', ['photo.jpg in one place']],
    ['content/1_article/photo.jpg', 'content/1_article/_photo.jpg', ['photo.jpg in one place']],
    ['content/1_article', 'content/_old/article', ['photo.jpg in one place']],
    ['content/1_article', 'content/2_other/article', []],
    ['content', 'old', []],
    ['content/2_other', 'content/_drafts/other', ['Other in one place']],
    ['content/2_other', 'content/other', []],
    ['content/1_article/photo.jpg', 'file:///elsewhere/photo.jpg', ['photo.jpg in one place']],
  ])('what %s leaves behind as %s is told', async (from, to, expected) => {
    const client = await started(asks);
    const told: (string | undefined)[] = [];
    client.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      told.push(/mentions (.*)\. Kirby/.exec(message)?.[1]);
    });
    await willRename(client, from, to);
    expect(told).toEqual(expected);
  });

  test('what a move to another site leaves behind is told', async () => {
    const folders = ['file:///one', 'file:///two'];
    const files = folders.flatMap((folder): (readonly [string, string])[] => [
      [`${folder}/site/blueprints/site.yml`, ''],
      [`${folder}/content/logo.svg`, ''],
      [`${folder}/content/home/home.txt`, 'Text: (image: logo.svg)'],
      [`${folder}/content/home/photo.jpg`, ''],
      [`${folder}/content/home/photo.jpg.txt`, 'Alt: A photo'],
    ]);
    const client = await startClient({
      files: Object.fromEntries(files),
      initialize: { workspaceFolders: folders.map((uri) => ({ uri, name: uri })) },
    });
    const told: string[] = [];
    client.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      told.push(message);
    });
    const logo = 'file:///one/content/logo.svg';
    expect(await willRename(client, logo, 'file:///two/content/home/logo.svg')).toBeNull();
    expect(told).toEqual([
      'The content still mentions logo.svg in one place. Kirby finds nothing there.',
    ]);
    // Its metadata goes along.
    const photo = 'file:///one/content/home/photo.jpg';
    const edit = await willRename(client, photo, 'file:///two/content/home/copy.jpg');
    expect(edit?.documentChanges).toEqual([
      {
        kind: 'rename',
        oldUri: `${photo}.txt`,
        newUri: 'file:///two/content/home/copy.jpg.txt',
        options: { ignoreIfExists: true },
      },
    ]);
  });

  test('a file of the site that one of a page will hide is told', async () => {
    const client = await startClient({
      files: { ...smallSite, 'content/logo.svg': '', [article]: 'Cover: - logo.svg' },
      initialize: { capabilities: usualCapabilities },
    });
    const told: string[] = [];
    client.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      told.push(message);
    });
    await client.settled();
    await willRename(client, photo, 'content/2_other/logo.svg');
    expect(told).toEqual([]);
    await willRename(client, photo, 'content/1_article/logo.svg');
    expect(told).toEqual([expect.stringContaining(`a name in "${article}" leads`)]);
  });

  test('nothing follows where nothing mentions it', async () => {
    const client = await started(asks);
    expect(await willRename(client, 'site/x.php', 'site/y.php')).toBeNull();
    expect(await willRename(client, 'content/1_article', 'content/5_article')).toBeNull();
    expect(await willRename(client, photo, 'file:///elsewhere/photo.jpg')).toBeNull();
  });
});

describe('F2 on a mention', () => {
  async function renamed(client: TestClient, newName: string): Promise<WorkspaceEdit | null> {
    const file = await client.open(article, content({ Text: '(image: photo.jpg)' }));
    const position = file.positionOf('photo.jpg', 3);
    expect(await file.ask('textDocument/prepareRename', { position })).toEqual({
      range: file.rangeOf('photo.jpg'),
      placeholder: 'photo.jpg',
    });
    return file.ask('textDocument/rename', { position, newName });
  }
  const itself = {
    kind: 'rename',
    oldUri: uriOf(photo),
    newUri: uriOf('content/1_article/hill.jpg'),
  };

  test('renames the file; an editor that asks about it first gets the rest then', async () => {
    const client = await started({ fileOperations: { willRename: true } });
    const edit = await renamed(client, 'hill.jpg');
    expect(edit?.documentChanges).toMatchObject([itself]);
    expect(edit?.documentChanges).toHaveLength(1);
  });

  test('renames everything at once in an editor that does not', async () => {
    const edit = await renamed(await started(), 'hill.jpg');
    expect(edit?.documentChanges).toMatchObject([
      { textDocument: { uri: uriOf(article) }, edits: [{ newText: 'hill.jpg' }] },
      { textDocument: { uri: uriOf(other) }, edits: [{ newText: 'article/hill.jpg' }] },
      { kind: 'rename', oldUri: uriOf(`${photo}.txt`) },
      itself,
    ]);
  });

  test('leaves everything as it is under the same name', async () => {
    expect(await renamed(await started(), 'photo.jpg')).toBeNull();
  });

  test('in another letter case is done where the disk takes both names for one', async () => {
    const edit = await renamed(await started(), 'Photo.jpg');
    const moves = edit?.documentChanges?.filter((change) => 'kind' in change);
    expect(moves).toEqual([
      {
        kind: 'rename',
        oldUri: uriOf(`${photo}.txt`),
        newUri: uriOf('content/1_article/Photo.jpg.txt'),
        options: {},
      },
      {
        kind: 'rename',
        oldUri: uriOf(photo),
        newUri: uriOf('content/1_article/Photo.jpg'),
        options: {},
      },
    ]);
  });

  test('refuses names that no file can have, and says why', async () => {
    await expect(renamed(await started(), 'a/b.jpg')).rejects.toThrow('A name cannot be empty');
  });

  test('is not offered on the slug of a language, which is no name of the folder', async () => {
    const client = await startClient({
      files: {
        'site/languages/en.php': "<?php return ['code' => 'en', 'default' => true];",
        'site/languages/de.php': "<?php return ['code' => 'de'];",
        'content/site.en.txt': '',
        'content/1_post/post.en.txt': content({ Title: 'Post' }),
      },
    });
    const path = 'content/1_post/post.de.txt';
    const file = await client.open(path, content({ Title: 'Beitrag', Slug: 'beitrag-1' }));
    const asked = (word: string): Promise<unknown> =>
      file.ask('textDocument/prepareRename', { position: file.positionOf(word, 2) });
    expect(await asked('beitrag-1')).toBeNull();
    expect(await asked('Beitrag')).toMatchObject({ placeholder: 'post' });
  });

  test('is not offered on other words', async () => {
    const client = await started();
    const file = await client.open(article, content({ Text: 'words' }));
    const position = file.positionOf('words', 2);
    expect(await file.ask('textDocument/prepareRename', { position })).toBeNull();
  });
});
