import { describe, expect, test } from 'vitest';
import {
  type DocumentLink,
  FileChangeType,
  type Hover,
  type Location,
} from 'vscode-languageserver';
import {
  shownNames,
  type ShownNamesParams,
  type ShownNamesResult,
} from '../../server/src/protocol/index.ts';
import { startClient, uriOf, usualCapabilities } from '../support/client.ts';
import type { OpenFile } from '../support/open-file.ts';
import { top } from '../../server/src/lsp/convert.ts';
import { article, content, smallSite } from './small-site.ts';

const other = 'content/2_other/article.txt';
const metadata = 'content/1_article/photo.jpg.txt';

const site = {
  ...smallSite,
  [other]: content({
    Title: 'Other',
    Text: '😀 (image: file://filePhoto0000001)',
    Uuid: 'pageOther0000001',
  }),
};

function references(
  file: OpenFile,
  needle: string,
  includeDeclaration = false,
): Promise<readonly Location[] | null> {
  const position = file.positionOf(needle, 1);
  return file.ask('textDocument/references', { position, context: { includeDeclaration } });
}

describe('references', () => {
  test('of a file are asked for where it is mentioned, and in its own metadata', async () => {
    const client = await startClient({ files: site });
    const file = await client.open(article, content({ Text: '(image: photo.jpg)' }));
    const there = await client.open(other, site[other]);
    const expected = [
      { uri: uriOf(article), range: file.rangeOf('photo.jpg') },
      { uri: uriOf(other), range: there.rangeOf('file://filePhoto0000001') },
    ];
    expect(await references(file, 'photo.jpg')).toEqual(expected);
    expect(await references(there, 'filePhoto0000001')).toEqual(expected);
    const itself = await client.open(metadata, site[metadata]);
    expect(await references(itself, 'filePhoto0000001')).toEqual(expected);
    expect(await references(itself, 'filePhoto0000001', true)).toMatchObject([
      { uri: uriOf('content/1_article/photo.jpg') },
      ...expected,
    ]);
  });

  test('of a page follow what is typed, saved or not', async () => {
    const client = await startClient({ files: site });
    const there = await client.open(other, site[other]);
    expect(await references(there, 'Other')).toEqual([]);
    const file = await client.open(article, content({ Text: '(link: other text: x)' }));
    expect(await references(there, 'Other')).toEqual([
      { uri: uriOf(article), range: file.rangeOf('other') },
    ]);
    await file.replace('(link: ', 'A longer text before (link: ');
    expect(await references(there, 'Title')).toEqual([
      { uri: uriOf(article), range: file.rangeOf('other') },
    ]);
    await file.close();
    expect(await references(there, 'Other')).toEqual([]);
  });

  test('count from behind a byte order mark, as editors do', async () => {
    const marked = `\uFEFF${content({ Text: '(image: photo.jpg)' })}`;
    const client = await startClient({ files: { ...site, [article]: marked } });
    const there = await client.open(other, site[other]);
    const found = await references(there, 'filePhoto0000001');
    expect(found?.[0]).toEqual({
      uri: uriOf(article),
      range: { start: { line: 0, character: 14 }, end: { line: 0, character: 23 } },
    });
  });

  test('of a user are asked for where one is mentioned, and in the content file of the account', async () => {
    const account = 'site/accounts/adaAda01/index.php';
    const user = 'site/accounts/adaAda01/user.txt';
    const client = await startClient({
      files: {
        ...site,
        [account]: "<?php return ['email' => 'ada@example.com', 'name' => 'Ada'];",
        [user]: content({ Bio: 'Writes.', Cover: '- file://filePhoto0000001' }),
      },
    });
    const file = await client.open(article, content({ Author: '- user://adaAda01' }));
    const expected = [{ uri: uriOf(article), range: file.rangeOf('user://adaAda01') }];
    expect(await references(file, 'adaAda01')).toEqual(expected);
    const own = await client.open(user, content({ Bio: 'Writes.' }));
    expect(await references(own, 'Writes')).toEqual(expected);
    expect(await references(own, 'Bio', true)).toMatchObject([
      { uri: uriOf(account) },
      ...expected,
    ]);
  });

  test('of nothing are none', async () => {
    const client = await startClient({ files: site });
    const file = await client.open(article, content({ Text: 'words file://nobodyNobody0001' }));
    expect(await references(file, 'words')).toBeNull();
    expect(await references(file, 'nobody')).toBeNull();
  });
});

describe('names of what is mentioned', () => {
  test('stand behind UUIDs and lead there, until the setting turns them off', async () => {
    const client = await startClient({
      files: site,
      initialize: {
        capabilities: {
          ...usualCapabilities,
          workspace: { ...usualCapabilities.workspace, inlayHint: { refreshSupport: true } },
        },
      },
    });
    const file = await client.open(article, content({ Cover: '- file://filePhoto0000001' }));
    const range = file.rangeOf(file.text);
    const shown = {
      position: file.positionOf('filePhoto0000001', 'filePhoto0000001'.length),
      label: [
        {
          value: 'photo.jpg',
          location: { uri: uriOf('content/1_article/photo.jpg'), range: top },
        },
      ],
      paddingLeft: true,
    };
    expect(await file.ask('textDocument/inlayHint', { range })).toEqual([shown]);
    await client.changeSettings({ referenceNames: false });
    expect(client.heard).toContain('workspace/inlayHint/refresh');
    expect(await file.ask('textDocument/inlayHint', { range })).toEqual([]);
  });

  test('show their names in other forms of the text as well, until a setting turns that off', async () => {
    const client = await startClient({ files: site });
    await client.open(article, content({ Title: 'One' }));
    const question: ShownNamesParams = {
      uri: uriOf(article),
      text: '<image image=["file://filePhoto0000001", "file://nobody0000000001"]>\n/@/page/pageOther0000001',
    };
    const ask = async (): Promise<readonly (readonly unknown[])[]> => {
      const { references } = await client.request<ShownNamesResult>(shownNames, question);
      return references.map(({ start, end, label, uri }) => [
        question.text.slice(start, end),
        label,
        uri,
      ]);
    };
    const photo = uriOf('content/1_article/photo.jpg');
    expect(await ask()).toEqual([
      ['file://filePhoto0000001', 'photo.jpg', photo],
      ['file://nobody0000000001', undefined, undefined],
      ['/@/page/pageOther0000001', 'Other', uriOf(other)],
    ]);
    await client.changeSettings({ referenceNames: false });
    expect((await ask())[0]).toEqual(['file://filePhoto0000001', undefined, photo]);
  });

  test('are followed by a click, as are addresses with escaped slashes', async () => {
    const client = await startClient({ files: site });
    const text = String.raw`<a href=\"https:\/\/example.org\/a\">x<\/a>`;
    const file = await client.open(
      article,
      content({
        Cover: '- file://filePhoto0000001',
        Blocks: `[{"type":"text","content":{"text":"${text}"}}]`,
      }),
    );
    expect(await file.ask('textDocument/documentLink', {})).toEqual([
      {
        range: file.rangeOf('file://filePhoto0000001'),
        target: uriOf('content/1_article/photo.jpg'),
      },
      {
        range: file.rangeOf(String.raw`https:\/\/example.org\/a`),
        target: 'https://example.org/a',
      },
    ]);
  });

  test('are links that lead nowhere as long as no file is known', async () => {
    const client = await startClient({ files: site });
    const added = 'file://filePhoto0000002';
    const file = await client.open(article, content({ Cover: `- ${added}` }));
    const [link] = await file.ask<DocumentLink[]>('textDocument/documentLink', {});
    expect(link).toMatchObject({
      range: file.rangeOf(added),
      tooltip: 'No file with this UUID is known',
    });
    expect(link?.target).toBeUndefined();
    expect(await client.request('documentLink/resolve', link)).toEqual(link);
    const path = 'content/2_other/hill.jpg';
    client.disk.write(`site/${path}`, '');
    client.disk.write(`site/${path}.txt`, content({ Uuid: 'filePhoto0000002' }));
    await client.filesChanged({
      [path]: FileChangeType.Created,
      [`${path}.txt`]: FileChangeType.Created,
    });
    expect(await client.request('documentLink/resolve', link)).toMatchObject({
      range: file.rangeOf(added),
      target: uriOf(path),
    });
  });

  test('are highlighted together', async () => {
    const client = await startClient({ files: site });
    const file = await client.open(
      article,
      content({ Cover: '- file://filePhoto0000001', Text: '(image: photo.jpg)' }),
    );
    const position = file.positionOf('photo.jpg', 2);
    expect(await file.ask('textDocument/documentHighlight', { position })).toEqual([
      { range: file.rangeOf('file://filePhoto0000001') },
      { range: file.rangeOf('photo.jpg') },
    ]);
  });
});

describe('hovering over a mention', () => {
  /** The beginning of a PNG of 640 by 480 pixels, each byte as one character. */
  const png = `\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x02\x80\0\0\x01\xE0\x08\x06\0\0\0`;

  test('shows the picture, its size and how often it is mentioned', async () => {
    const client = await startClient({
      files: { ...site, 'content/1_article/photo.jpg': png.padEnd(2000, '\0') },
    });
    const file = await client.open(article, content({ Text: '(image: photo.jpg)' }));
    const found = await file.askAt<Hover>('textDocument/hover', 'photo.jpg');
    const picture = uriOf('content/1_article/photo.jpg');
    expect(found.contents).toEqual({
      kind: 'markdown',
      value: [
        `![](${picture}|height=100)`,
        String.raw`**photo\.jpg**`,
        '`content/1_article/photo.jpg` · 640 × 480 pixels · 2 kB',
        'Alternative text: A red photo',
        'Mentioned 2 times, in 2 content files.',
      ].join('\n\n'),
    });
  });

  test.each(['', 'version https://git-lfs.github.com/spec/v1\n'])(
    'shows no picture of a file that holds none: %j',
    async (bytes) => {
      const client = await startClient({
        files: { ...site, 'content/1_article/photo.jpg': bytes },
      });
      const file = await client.open(article, content({ Text: '(image: photo.jpg)' }));
      const found = await file.askAt<Hover>('textDocument/hover', 'photo.jpg');
      expect(found.contents).toMatchObject({
        value: [
          String.raw`**photo\.jpg**`,
          `\`content/1_article/photo.jpg\` · ${bytes.length} bytes`,
          'Alternative text: A red photo',
          'Mentioned 2 times, in 2 content files.',
        ].join('\n\n'),
      });
    },
  );

  test('and over a UUID says where that is used', async () => {
    const client = await startClient({ files: site });
    const file = await client.open(other, site[other]);
    const found = await file.askAt<Hover>('textDocument/hover', 'pageOther0000001');
    expect(found.contents).toMatchObject({
      value: '**Other**\n\nPage `other`, template `article`\n\nNot mentioned in the content.',
    });
  });
});
