import { describe, expect, test } from 'vitest';
import { FileChangeType, type WorkspaceEdit } from 'vscode-languageserver';
import {
  filesChanged,
  losses,
  type LossesResult,
  unusedFiles,
  type UnusedFilesResult,
  whereUsed,
  type WhereUsedParams,
  type WhereUsedResult,
} from '../../server/src/protocol/index.ts';
import { startClient, type TestClient, uriOf } from '../support/client.ts';
import { article, content, smallSite } from './small-site.ts';

const draft = 'content/_drafts/new/article.txt';
const photo = 'content/1_article/photo.jpg';

const site = {
  ...smallSite,
  [draft]: content({
    Title: 'New',
    Text: `😀 ${'word '.repeat(20)}(image: article/photo.jpg) end`,
  }),
};

function ask(client: TestClient, question: WhereUsedParams): Promise<WhereUsedResult | null> {
  return client.request(whereUsed, question);
}

describe('where something is used', () => {
  test('is told with the title of the page, the field and the text around', async () => {
    const client = await startClient({ files: site });
    const file = await client.open(article, content({ Cover: '- photo.jpg' }));
    const expected = {
      kind: 'file',
      name: 'photo.jpg',
      isLoading: false,
      files: [
        {
          uri: uriOf(article),
          title: 'article',
          path: article,
          isDraft: false,
          places: [{ range: file.rangeOf('photo.jpg'), field: 'Cover', excerpt: '' }],
        },
        {
          uri: uriOf(draft),
          title: 'New',
          path: draft,
          isDraft: true,
          places: [
            { field: 'Text', excerpt: '…d word word word word (image: article/photo.jpg) end' },
          ],
        },
      ],
    };
    for (const uri of [photo, `${photo}.txt`].map(uriOf)) {
      expect(await ask(client, { uri })).toMatchObject(expected);
    }
    const position = file.positionOf('photo.jpg', 1);
    expect(await ask(client, { uri: file.uri, position })).toMatchObject(expected);
  });

  test('is asked of a page by its content or its folder', async () => {
    const client = await startClient({ files: site });
    await client.open(article, content({ Text: '(link: other)' }));
    for (const path of ['content/2_other', 'content/2_other/article.txt']) {
      expect(await ask(client, { uri: uriOf(path) })).toMatchObject({
        kind: 'page',
        name: 'Other',
        files: [{ uri: uriOf(article), places: [{ field: 'Text' }] }],
      });
    }
  });

  test('is asked of a user by the account, its folder or its content', async () => {
    const folder = 'site/accounts/adaAda01';
    const client = await startClient({
      files: {
        ...site,
        [`${folder}/index.php`]: "<?php return ['email' => 'ada@example.com', 'name' => 'Ada'];",
        [`${folder}/user.txt`]: content({ Bio: 'Writes.' }),
      },
    });
    await client.open(article, content({ Author: '- user://adaAda01' }));
    for (const path of [folder, `${folder}/index.php`, `${folder}/user.txt`]) {
      expect(await ask(client, { uri: uriOf(path) }), path).toMatchObject({
        kind: 'user',
        name: 'Ada',
        files: [{ uri: uriOf(article), places: [{ field: 'Author' }] }],
      });
    }
  });

  test('has what users have written, by their names', async () => {
    const path = 'site/accounts/adaAda01/user.txt';
    const client = await startClient({
      files: {
        ...site,
        'site/accounts/adaAda01/index.php': "<?php return ['name' => 'Ada'];",
        [path]: content({ Bio: 'See (link: other).' }),
      },
    });
    expect(await ask(client, { uri: uriOf('content/2_other') })).toMatchObject({
      files: [{ uri: uriOf(path), title: 'Ada', places: [{ field: 'Bio' }] }],
    });
  });

  test('is nothing for what is no page and no file', async () => {
    const client = await startClient({ files: site });
    expect(await ask(client, { uri: uriOf('content/site.txt') })).toBeNull();
    expect(await ask(client, { uri: uriOf('site/blueprints/pages/article.yml') })).toBeNull();
    expect(await ask(client, { uri: 'file:///elsewhere/photo.jpg' })).toBeNull();
  });
});

describe('what a deletion leaves behind', () => {
  const languages = {
    'site/languages/en.php': "<?php return ['code' => 'en', 'default' => true];",
    'site/languages/de.php': "<?php return ['code' => 'de'];",
  };
  const pages = {
    'content/site.en.txt': content({ Title: 'Site' }),
    'content/1_blog/blog.en.txt': content({ Title: 'Blog', Uuid: 'blogBlogBlogBl01' }),
    'content/1_blog/blog.de.txt': content({ Title: 'Tagebuch' }),
    'content/1_blog/_changes/blog.en.txt': content({ Title: 'Journal' }),
    'content/1_blog/hill.jpg': '',
    'content/1_blog/hill.jpg.en.txt': content({ Uuid: 'hillHillHillHi01' }),
    'content/1_blog/hill.jpg.de.txt': content({ Alt: 'Hügel' }),
    'content/1_blog/1_post/post.en.txt': content({ Title: 'Post', Text: '(link: blog)' }),
    'content/2_about/about.en.txt': content({
      Title: 'About',
      Text: '(link: blog) (link: page://blogBlogBlogBl01) (image: file://hillHillHillHi01)',
      Html: '<a href="/blog/post">x</a>',
    }),
  };

  async function lost(...paths: readonly string[]): Promise<readonly [string, number][]> {
    const client = await startClient({ files: { ...languages, ...pages } });
    const uris = paths.map(uriOf);
    const answer = await client.request<LossesResult | null>(losses, { uris });
    const places = answer?.files.reduce((sum, file) => sum + file.places.length, 0) ?? 0;
    return answer === null ? [] : [[answer.names.join(), places]];
  }

  test('is all that lies in a folder, but what is deleted with it', async () => {
    expect(await lost('content/1_blog')).toEqual([['Blog,hill.jpg,Post', 4]]);
    expect(await lost('content/1_blog/1_post')).toEqual([['Post', 1]]);
    expect(await lost('content/1_blog', 'content/2_about')).toEqual([['', 0]]);
    expect(await lost('content/1_blog/hill.jpg')).toEqual([['hill.jpg', 1]]);
  });

  test('is the UUID that a content file holds, and nothing of one that holds none', async () => {
    expect(await lost('content/1_blog/blog.en.txt')).toEqual([['Blog', 1]]);
    expect(await lost('content/1_blog/hill.jpg.en.txt')).toEqual([['hill.jpg', 1]]);
    for (const path of ['blog.de.txt', 'hill.jpg.de.txt', '_changes/blog.en.txt', '_changes']) {
      expect(await lost(`content/1_blog/${path}`), path).toEqual([['', 0]]);
    }
  });

  test('is an account that is mentioned', async () => {
    const client = await startClient({
      files: {
        ...site,
        'site/accounts/adaAda01/index.php': "<?php return ['name' => 'Ada'];",
        'site/accounts/adaAda01/user.txt': content({ Bio: 'Writes.' }),
      },
    });
    await client.open(article, content({ Author: '- user://adaAda01' }));
    for (const [path, names] of [
      ['site/accounts/adaAda01', ['Ada']],
      ['site/accounts/adaAda01/user.txt', []],
    ] as const) {
      const uris = [uriOf(path)];
      expect(await client.request(losses, { uris })).toMatchObject({ names });
    }
  });
});

test('unused files come with their metadata', async () => {
  const client = await startClient({ files: { ...smallSite, 'content/2_other/plan.pdf': '' } });
  expect(await client.request<UnusedFilesResult>(unusedFiles, {})).toEqual({
    isLoading: false,
    owners: [
      {
        title: 'As on the disk',
        path: 'content/1_article',
        files: [{ uri: uriOf(photo), name: 'photo.jpg', metadata: [uriOf(`${photo}.txt`)] }],
      },
      {
        title: 'Other',
        path: 'content/2_other',
        files: [{ uri: uriOf('content/2_other/plan.pdf'), name: 'plan.pdf', metadata: [] }],
      },
    ],
  });
});

test('the editor hears that a site has been read, and of files that it knows by then', async () => {
  const client = await startClient({ files: site });
  const heard = (): number => client.heard.filter((name) => name === filesChanged).length;
  expect(heard()).toBe(1);
  const added = 'content/1_article/added.jpg';
  client.disk.write(`site/${added}`, '');
  await client.filesChanged({ [added]: FileChangeType.Created });
  expect(heard()).toBe(2);
  const { owners } = await client.request<UnusedFilesResult>(unusedFiles, {});
  expect(owners.flatMap(({ files }) => files.map(({ name }) => name))).toContain('added.jpg');
});

describe('before a file is deleted in the editor', () => {
  function willDelete(client: TestClient, ...paths: string[]): Promise<WorkspaceEdit | null> {
    return client.request('workspace/willDeleteFiles', {
      files: paths.map((path) => ({ uri: uriOf(path) })),
    });
  }

  test('its metadata is offered to go along', async () => {
    const client = await startClient({ files: site });
    expect(await willDelete(client, photo)).toMatchObject({
      documentChanges: [{ kind: 'delete', uri: uriOf(`${photo}.txt`) }],
    });
  });

  test('what the Panel has not saved of its metadata goes along, too', async () => {
    const changes = 'content/1_article/_changes/photo.jpg.txt';
    const client = await startClient({ files: { ...site, [changes]: content({ Alt: 'A hill' }) } });
    expect(await willDelete(client, photo, `${photo}.txt`)).toMatchObject({
      documentChanges: [{ kind: 'delete', uri: uriOf(changes) }],
    });
  });

  test('nothing goes along that is deleted already, or is no file', async () => {
    const client = await startClient({ files: site });
    expect(await willDelete(client, photo, `${photo}.txt`)).toBeNull();
    expect(await willDelete(client, 'content/2_other', article)).toBeNull();
  });
});
