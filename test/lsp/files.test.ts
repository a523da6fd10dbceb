import { describe, expect, test } from 'vitest';
import { FileChangeType, type Hover } from 'vscode-languageserver';
import { sitesChanged, type SitesChanged } from '../../server/src/protocol/index.ts';
import { startClient, uriOf } from '../support/client.ts';
import { article, content, smallSite } from './small-site.ts';

const other = 'content/2_other/article.txt';
const wantsCover = content({ Cover: '- cover.jpg' });

describe('a photo', () => {
  test('that appears and disappears is missed by all open documents, or no longer', async () => {
    const client = await startClient({ files: smallSite });
    const here = await client.open(article, wantsCover);
    const there = await client.open(other, content({ Cover: '- article/cover.jpg' }));
    expect([here.codes, there.codes]).toEqual([['missing-file'], ['missing-file']]);

    client.disk.write('site/content/1_article/cover.jpg', '');
    await client.filesChanged({ 'content/1_article/cover.jpg': FileChangeType.Created });
    expect([here.codes, there.codes]).toEqual([[], []]);

    client.disk.remove('site/content/1_article/cover.jpg');
    await client.filesChanged({ 'content/1_article/cover.jpg': FileChangeType.Deleted });
    expect([here.codes, there.codes]).toEqual([['missing-file'], ['missing-file']]);
    expect(client.publishedFor(article)).toHaveLength(3);
  });

  test('may come with its whole folder', async () => {
    const client = await startClient({ files: smallSite });
    const file = await client.open(article, content({ Cover: '- third/cover.jpg' }));
    client.disk.write('site/content/3_third/cover.jpg', '');
    client.disk.write('site/content/3_third/article.txt', 'Title: Third');
    await client.filesChanged({ 'content/3_third': FileChangeType.Created });
    expect(file.codes).toEqual([]);
    client.disk.remove('site/content/3_third');
    await client.filesChanged({ 'content/3_third': FileChangeType.Deleted });
    expect(file.codes).toEqual(['missing-file']);
  });

  test('in a folder that needs encoding is found', async () => {
    const client = await startClient({ files: smallSite });
    const file = await client.open('content/4_é b/article.txt', content({ Cover: '- été 1.jpg' }));
    client.disk.write('site/content/4_é b/article.txt', '');
    client.disk.write('site/content/4_é b/été 1.jpg', '');
    await client.filesChanged({
      'content/4_é b/article.txt': FileChangeType.Created,
      'content/4_é b/été 1.jpg': FileChangeType.Created,
    });
    expect(file.codes).toEqual([]);
  });
});

test('many changes at once are one piece of news', async () => {
  const client = await startClient({ files: smallSite });
  const file = await client.open(article, content({ Cover: '- a.jpg\n- b.jpg\n- c.jpg' }));
  expect(file.codes).toHaveLength(3);
  const names = ['a.jpg', 'b.jpg', 'c.jpg'].map((name) => `content/1_article/${name}`);
  for (const name of names) client.disk.write(`site/${name}`, '');
  await client.filesChanged(
    Object.fromEntries(names.map((name) => [name, FileChangeType.Created])),
  );
  expect(client.publishedFor(article).map(({ diagnostics }) => diagnostics.length)).toEqual([3, 0]);
});

test('what an author asks while thousands of changes are taken over is answered in between', async () => {
  const client = await startClient({ files: smallSite });
  const file = await client.open(article, wantsCover);
  const names = Array.from({ length: 5_000 }, (_, index) => `content/1_article/${index}.jpg`);
  const known = new AbortController();
  void client
    .filesChanged(Object.fromEntries(names.map((name) => [name, FileChangeType.Deleted])))
    .then(() => {
      known.abort();
    });
  let answers = 0;
  for (; !known.signal.aborted; answers++) await file.ask('textDocument/documentSymbol');
  expect(answers).toBeGreaterThan(20);
});

test('a blueprint that changes changes what is checked', async () => {
  const client = await startClient({ files: smallSite });
  const file = await client.open(article, content({ Poster: '- absent.jpg' }));
  expect(file.codes).toEqual([]);
  const path = 'site/blueprints/pages/article.yml';
  client.disk.write(`site/${path}`, 'fields:\n  poster:\n    type: files\n');
  await client.filesChanged({ [path]: FileChangeType.Changed });
  expect(file.codes).toEqual(['missing-file']);
});

test('what is of no site changes nothing', async () => {
  const client = await startClient({ files: smallSite });
  const file = await client.open(article, wantsCover);
  await client.filesChanged({
    'file:///elsewhere/cover.jpg': FileChangeType.Created,
    'untitled:Untitled-1': FileChangeType.Changed,
    'notes.md': FileChangeType.Created,
  });
  expect(file.codes).toEqual(['missing-file']);
  expect(client.publishedFor(article)).toHaveLength(1);
});

describe('an open document stands in for its file', () => {
  const metadata = 'content/1_article/photo.jpg.txt';
  const hoverText = async (client: Awaited<ReturnType<typeof startClient>>): Promise<string> => {
    const file = await client.open(article, content({ Cover: '- file://filePhoto0000001' }));
    const found = await file.askAt<Hover>('textDocument/hover', 'filePhoto');
    return JSON.stringify(found.contents);
  };

  test('before it is saved', async () => {
    const client = await startClient({ files: smallSite });
    const file = await client.open(
      metadata,
      content({ Uuid: 'filePhoto0000001', Alt: 'A blue photo' }),
    );
    expect(await hoverText(client)).toContain('A blue photo');
    await file.replace('blue', 'green');
    expect(await hoverText(client)).toContain('A green photo');
  });

  test('whatever happens to the file meanwhile', async () => {
    const client = await startClient({ files: smallSite });
    await client.open(metadata, content({ Uuid: 'filePhoto0000001', Alt: 'A blue photo' }));
    client.disk.write(
      `site/${metadata}`,
      content({ Uuid: 'filePhoto0000001', Alt: 'A grey photo' }),
    );
    await client.filesChanged({ [metadata]: FileChangeType.Changed });
    expect(await hoverText(client)).toContain('A blue photo');
  });

  test('until it is closed', async () => {
    const client = await startClient({ files: smallSite });
    const file = await client.open(
      metadata,
      content({ Uuid: 'filePhoto0000001', Alt: 'A blue photo' }),
    );
    await file.close();
    expect(await hoverText(client)).toContain('A red photo');
  });

  test('also if it was opened before its site was known', async () => {
    const client = await startClient({
      files: smallSite,
      initialize: { workspaceFolders: [], rootUri: null },
    });
    await client.open(metadata, content({ Uuid: 'filePhoto0000001', Alt: 'A blue photo' }));
    client.notify('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: 'file:///site', name: 'site' }], removed: [] },
    });
    await client.settled();
    expect(await hoverText(client)).toContain('A blue photo');
  });
});

describe('a site that appears while the editor is open', () => {
  test('is found and read', async () => {
    const client = await startClient();
    const file = await client.open(article, wantsCover);
    expect(file.codes).toEqual([]);
    for (const [path, text] of Object.entries(smallSite)) client.disk.write(`site/${path}`, text);
    await client.filesChanged(
      Object.fromEntries(Object.keys(smallSite).map((path) => [path, FileChangeType.Created])),
    );
    expect(file.codes).toEqual(['missing-file']);
    expect(client.heard).toContain('kirbyAuthor/sitesChanged');
  });
});

describe('a folder that leaves the workspace', () => {
  test('takes its sites along, and the editor is told whether there are others', async () => {
    const client = await startClient({ files: smallSite });
    const told: SitesChanged[] = [];
    client.connection.onNotification(sitesChanged, (news: SitesChanged) => {
      told.push(news);
    });
    const remove = async (name: string): Promise<void> => {
      client.notify('workspace/didChangeWorkspaceFolders', {
        event: { added: [], removed: [{ uri: `file:///${name}`, name }] },
      });
      await client.settled();
    };
    await remove('notes');
    expect(told.at(-1)).toEqual({ hasSites: true });
    await remove('site');
    expect(told.at(-1)).toEqual({ hasSites: false });
  });
});

describe('a folder that has a site', () => {
  const created = (paths: readonly string[]): Record<string, FileChangeType> =>
    Object.fromEntries(paths.map((path) => [path, FileChangeType.Created]));

  test('may get another one', async () => {
    const client = await startClient({ files: smallSite });
    const file = await client.open(article, wantsCover);
    const other = Object.entries(smallSite).map(([path, text]) => [`other/${path}`, text] as const);
    for (const [path, text] of other) client.disk.write(`site/${path}`, text);
    const inOther = await client.open(`other/${article}`, wantsCover);
    expect([file.codes, inOther.codes]).toEqual([['missing-file'], []]);
    await client.filesChanged(created(other.map(([path]) => path)));
    expect([file.codes, inOther.codes]).toEqual([['missing-file'], ['missing-file']]);
  });

  test('may have its content elsewhere from then on', async () => {
    const client = await startClient({ files: { ...smallSite, 'kirby/bootstrap.php': '' } });
    const moved = `storage/${article}`;
    const file = await client.open(moved, wantsCover);
    expect(file.codes).toEqual([]);
    for (const [path, text] of Object.entries(smallSite)) {
      if (!path.startsWith('content/')) continue;
      client.disk.remove(`site/${path}`);
      client.disk.write(`site/storage/${path}`, text);
    }
    client.disk.write(
      'site/index.php',
      "<?php echo (new Kirby(['roots' => ['index' => __DIR__, 'content' => __DIR__ . '/storage/content']]))->render();",
    );
    await client.filesChanged(created(['content', 'storage', 'index.php']));
    expect(file.codes).toEqual(['missing-file']);
  });
});

describe('recognition', () => {
  test('answers for each file in the order of the question', async () => {
    const client = await startClient({ files: smallSite });
    const uris = [
      uriOf(article),
      uriOf('content/1_article/photo.jpg.txt'),
      uriOf('content/1_article/photo.jpg'),
      uriOf('content/site.txt'),
      uriOf('readme.txt'),
      uriOf('site/config/notes.txt'),
      'untitled:Untitled-1',
      'file:///elsewhere/content/1_article/article.txt',
    ];
    expect(await client.request('kirbyAuthor/recognise', { uris })).toEqual({
      content: [true, true, false, true, false, false, false, false],
    });
  });

  test('tells a content file that lies in no site by its text', async () => {
    const client = await startClient();
    const looks = (text: string): Promise<unknown> =>
      client.request('kirbyAuthor/looksLikeContent', { text });
    expect(await looks(content({ Title: 'a', Text: 'b' }))).toEqual({ content: true });
    expect(await looks('Dear diary,\n\ntoday: nothing.')).toEqual({ content: false });
  });
});
