import { describe, expect, test } from 'vitest';
import { type AskClient, clientFiles } from '../../server/src/lsp/client-files.ts';
import { readAhead } from '../../server/src/lsp/read-ahead.ts';
import { folderUri } from '../../server/src/lsp/uris.ts';
import {
  fileHead,
  type FileHeadParams,
  listFolders,
  type ListFoldersParams,
  readFiles,
  type ReadFilesParams,
} from '../../server/src/protocol/index.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import { startClient, uriOf } from '../support/client.ts';
import { MemoryFileSystem } from '../support/memory-file-system.ts';

const FOLDER = 'vscode-vfs://github/kirby/site';

const files = {
  'content/site.txt': 'Title: Site',
  'content/1_home/home.txt': 'Title: Home\n\n----\n\nUuid: homehomehomehome',
  'content/1_home/cover.jpg': 'picture',
  'content/2_about/about.txt': '\uFEFFTitle: About',
  'site/blueprints/pages/home.yml': 'title: Home',
};

/** An editor whose folder is of another file system than the disk; it counts what it is asked. */
function farEditor(): { ask: AskClient; disk: MemoryFileSystem; asked: string[] } {
  const disk = new MemoryFileSystem(files);
  const asked: string[] = [];
  const pathOf = (uri: string) => sitePath(uri.slice(FOLDER.length + 1));
  const answer = async (method: string, question: object): Promise<unknown> => {
    asked.push(method);
    if (method === listFolders) {
      const { folders } = question as ListFoldersParams;
      const listings = await Promise.all(folders.map((folder) => disk.list(pathOf(folder))));
      return { listings: listings.map((listing) => listing ?? null) };
    }
    if (method === readFiles) {
      const { uris } = question as ReadFilesParams;
      return { texts: (await disk.readFiles(uris.map(pathOf))).map((text) => text ?? null) };
    }
    const { uri, most } = question as FileHeadParams;
    const head = await disk.head(pathOf(uri));
    if (head === undefined) return null;
    const bytes = Buffer.from(head.bytes.subarray(0, most)).toString('latin1');
    return { size: head.size, bytes };
  };
  const ask = ((method, question) => answer(method, question)) as AskClient;
  return { ask, disk, asked };
}

describe('files that only the client reaches', () => {
  test('are walked with one question a level', async () => {
    const { ask, asked } = farEditor();
    const walked = await clientFiles(ask, folderUri(FOLDER)).walk(sitePath(''), () => true);
    expect(walked.map(({ path }) => path)).toEqual([
      '',
      'content',
      'site',
      'content/1_home',
      'content/2_about',
      'site/blueprints',
      'site/blueprints/pages',
    ]);
    expect(asked).toEqual([listFolders, listFolders, listFolders, listFolders]);
  });

  test('are read in one question, in the order asked, with what cannot be read left open', async () => {
    const { ask, asked } = farEditor();
    const far = clientFiles(ask, folderUri(FOLDER));
    const paths = ['content/2_about/about.txt', 'content/none.txt', 'content/site.txt'];
    expect(await far.readFiles(paths.map(sitePath))).toEqual([
      '\uFEFFTitle: About',
      undefined,
      'Title: Site',
    ]);
    expect(asked).toEqual([readFiles]);
    const head = await far.head(sitePath('content/1_home/cover.jpg'));
    expect(head?.size).toBe(7);
    expect(Buffer.from(head?.bytes ?? []).toString()).toBe('picture');
    expect(await far.head(sitePath('content/none.jpg'))).toBeUndefined();
    expect(asked).toEqual([readFiles, fileHead, fileHead]);
  });

  test('are not there when the client cannot be asked', async () => {
    const far = clientFiles(() => Promise.reject(new Error('gone')), folderUri(FOLDER));
    expect(await far.list(sitePath(''))).toBeUndefined();
    expect(await far.walk(sitePath(''), () => true)).toEqual([]);
    expect(await far.readFiles([sitePath('content/site.txt')])).toEqual([undefined]);
    expect(await far.head(sitePath('content/site.txt'))).toBeUndefined();
  });

  test('are read once by those who read them after one another, and anew by everybody else', async () => {
    const disk = new MemoryFileSystem(files);
    const { first, second, others } = readAhead(disk);
    const site = [sitePath('content/site.txt')];
    await first.readFiles(site);
    const { reads } = disk;
    expect(await second.readFiles(site)).toEqual(['Title: Site']);
    expect(disk.reads).toBe(reads);
    // Whoever is told of a change reads it, and nothing older is handed out.
    await first.readFiles(site);
    disk.write('content/site.txt', 'Title: New');
    expect(await others.readFiles(site)).toEqual(['Title: New']);
    expect(await second.readFiles(site)).toEqual(['Title: New']);
  });

  test('make a site as whole as those of a disk', async () => {
    const { ask, asked } = farEditor();
    const client = await startClient({
      files: {},
      answers: Object.fromEntries(
        [listFolders, readFiles, fileHead].map((method) => [
          method,
          (question: object) => ask(method, question),
        ]),
      ),
      initialize: {
        workspaceFolders: [{ uri: FOLDER, name: 'site' }],
        initializationOptions: { readsFiles: true, first: `${FOLDER}/content/1_home/home.txt` },
      },
    });
    const page = `${FOLDER}/content/2_about/about.txt`;
    expect(uriOf(page)).toBe(page);
    await client.open(
      page,
      'Title: About\n\n----\n\nText: (link: page://homehomehomehome)(link: page://gone567890123456)',
    );
    const found = client.diagnosticsOf(page)?.map(({ code }) => code);
    expect(found).toEqual(['missing-uuid']);
    expect(asked.filter((method) => method === readFiles).length).toBeLessThan(8);
  });
});
