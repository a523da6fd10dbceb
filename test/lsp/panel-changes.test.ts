import { describe, expect, test } from 'vitest';
import { FileChangeType } from 'vscode-languageserver';
import {
  panelChanges,
  panelChangesChanged,
  type PanelChangesResult,
} from '../../server/src/protocol/index.ts';
import { startClient, type TestClient, uriOf } from '../support/client.ts';
import { article, content, smallSite } from './small-site.ts';

const changes = 'content/1_article/_changes/article.txt';
const account = {
  'site/accounts/ada12345/index.php':
    "<?php return ['email' => 'ada@example.org', 'name' => 'Ada'];",
};

describe('unsaved changes in the Panel', () => {
  test('are found with the name of their author', async () => {
    const text = content({ Title: 'Changed', Lock: 'ada12345' });
    const client = await startClient({ files: { ...smallSite, ...account, [changes]: text } });
    expect(await held(client, article)).toEqual({
      kind: 'changes',
      uri: uriOf(changes),
      user: 'Ada',
    });
    expect(await held(client, 'content/2_other/article.txt')).toBeNull();
    expect(await held(client, 'README.md')).toBeNull();
  });

  test('are of nobody where there is no such account, or none that can be told', async () => {
    for (const lock of ['nobody12', '../../secret']) {
      const text = content({ Title: 'Changed', Lock: lock });
      const client = await startClient({ files: { ...smallSite, [changes]: text } });
      expect(await held(client, article)).toEqual({ kind: 'changes', uri: uriOf(changes) });
    }
  });

  test('lead back to what is saved', async () => {
    const client = await startClient({ files: { ...smallSite, [changes]: 'Title: Changed' } });
    expect(await held(client, changes)).toEqual({ kind: 'saved', uri: uriOf(article) });
  });

  test('are of one language, of the metadata of a file, of a user', async () => {
    const files = {
      'site/languages/en.php': "<?php return ['code' => 'en', 'default' => true];",
      'site/languages/de.php': "<?php return ['code' => 'de'];",
      'content/site.en.txt': '',
      'content/a/a.en.txt': '',
      'content/a/a.de.txt': '',
      'content/a/_changes/a.de.txt': '',
      'content/a/b.jpg': '',
      'content/a/b.jpg.en.txt': '',
      'content/a/_changes/b.jpg.en.txt': '',
      'site/accounts/ada12345/user.en.txt': '',
      'site/accounts/ada12345/_changes/user.en.txt': '',
    };
    const client = await startClient({ files });
    const found: string[] = [];
    for (const path of Object.keys(files)) {
      if ((await held(client, path))?.kind === 'changes') found.push(path);
    }
    expect(found).toEqual([
      'content/a/a.de.txt',
      'content/a/b.jpg.en.txt',
      'site/accounts/ada12345/user.en.txt',
    ]);
  });

  test('come and go, and the editor is told', async () => {
    const client = await startClient({ files: smallSite });
    expect(await held(client, article)).toBeNull();
    client.disk.write(`site/${changes}`, 'Title: Changed');
    await client.filesChanged({ [changes]: FileChangeType.Created });
    expect(client.heard).toContain(panelChangesChanged);
    expect((await held(client, article))?.kind).toBe('changes');
    client.disk.remove('site/content/1_article/_changes');
    await client.filesChanged({ 'content/1_article/_changes': FileChangeType.Deleted });
    expect(await held(client, article)).toBeNull();
  });
});

describe('a lock of an older Kirby', () => {
  const lock = 'content/1_article/.lock';

  test('names who is editing, and since when', async () => {
    const text = '/article:\n  lock:\n    user: ada12345\n    time: 1577880000\n';
    const client = await startClient({ files: { ...smallSite, ...account, [lock]: text } });
    expect(await held(client, article)).toEqual({ kind: 'lock', time: 1577880000, user: 'Ada' });
    expect(await held(client, 'content/1_article/photo.jpg.txt')).toBeNull();
  });

  test('does not count when it was lifted, or says something else', async () => {
    const lifted =
      '/article:\n  lock:\n    user: ada12345\n    time: 1577880000\n  unlock:\n    - bob12345\n';
    for (const text of [lifted, '', '/article: x', '- a\n b: [', '/other:\n  lock:\n    time: 1']) {
      const client = await startClient({ files: { ...smallSite, [lock]: text } });
      expect(await held(client, article)).toBeNull();
    }
  });
});

function held(client: TestClient, path: string): Promise<PanelChangesResult | null> {
  return client.request(panelChanges, { uri: uriOf(path) });
}
