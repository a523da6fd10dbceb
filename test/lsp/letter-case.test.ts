import { describe, expect, test } from 'vitest';
import type { Location } from 'vscode-languageserver';
import { FileChangeType } from 'vscode-languageserver';
import { startClient, uriOf } from '../support/client.ts';
import { article, content, smallSite } from './small-site.ts';

/** The page of `article`, as somebody typed its path. */
const typed = 'content/1_Article/Article.txt';
const text = content({
  Title: 'Article',
  Cover: '- photo.jpg',
  Text: 'Words',
  Uuid: 'pageArticle00001',
});
const site = { ...smallSite, [article]: text };

describe('a file that is opened under another spelling of its path', () => {
  test('is the file of the disk, where the disk says so', async () => {
    const client = await startClient({ files: site, foldsCase: true });
    const file = await client.open(typed, text);
    expect(file.codes).toEqual([]);
    const other = await client.open('content/2_other/article.txt', content({ Title: 'Other' }));
    const position = other.positionOf('Other');
    const references = (): Promise<readonly Location[] | null> =>
      other.ask('textDocument/references', { position, context: { includeDeclaration: false } });
    expect(await references()).toEqual([]);
    await file.replace('Words', '(link: other)');
    expect(await references()).toEqual([{ uri: uriOf(typed), range: file.rangeOf('other') }]);
  });

  test('may be open under both, and is what was typed last', async () => {
    const client = await startClient({ files: site, foldsCase: true });
    const first = await client.open(article, text);
    const second = await client.open(typed, text);
    const other = await client.open('content/2_other/article.txt', content({ Title: 'Other' }));
    const position = other.positionOf('Other');
    const question = { position, context: { includeDeclaration: false } };
    await first.replace('Words', '(link: other)');
    expect(await other.ask('textDocument/references', question)).toHaveLength(1);
    await second.replace('Words', 'Others');
    expect(await other.ask('textDocument/references', question)).toHaveLength(0);
    await second.close();
    expect(await other.ask('textDocument/references', question)).toEqual([
      { uri: uriOf(article), range: first.rangeOf('other') },
    ]);
  });

  test('is another one on other disks', async () => {
    const client = await startClient({ files: site });
    const file = await client.open(typed, text);
    expect(file.codes).toEqual(['missing-file']);
  });

  test('also where a folder above the site is spelled otherwise', async () => {
    const client = await startClient({ files: site, foldsCase: true });
    const file = await client.open(
      'file:///SITE/content/1_article/article.txt',
      'Text: (link: other)',
    );
    expect(
      await client.request('textDocument/definition', {
        textDocument: { uri: file.uri },
        position: file.positionOf('other', 1),
      }),
    ).not.toBeNull();
  });

  test('counts as it is in the editor until it is closed', async () => {
    const client = await startClient({ files: site, foldsCase: true });
    const other = await client.open(
      'content/2_other/article.txt',
      content({ Text: '(image: article/new.jpg)' }),
    );
    const file = await client.open(typed, text);
    client.disk.write('site/content/1_article/new.jpg', '');
    await client.filesChanged({ 'content/1_Article/new.jpg': FileChangeType.Created });
    expect(other.codes).toEqual([]);
    await file.close();
    expect(other.codes).toEqual([]);
  });

  test('is not checked a second time when everything is', async () => {
    const broken = content({ Blocks: '[{"type":"line","isHidden":"false"}]' });
    const client = await startClient({
      files: { ...site, [article]: broken },
      foldsCase: true,
      settings: { problems: { scope: 'wholeSite' } },
    });
    expect(client.diagnosticsOf(article)).toHaveLength(1);
    const file = await client.open(typed, broken);
    expect(file.codes).toHaveLength(1);
    expect(client.diagnosticsOf(article)).toEqual([]);
    await file.close();
    expect(client.diagnosticsOf(typed)).toEqual([]);
    expect(client.diagnosticsOf(article)).toHaveLength(1);
  });
});

test('a file is spoken of as the editor encodes its address', async () => {
  const path = 'content/3_caf\u00e9/article.txt';
  const client = await startClient({ files: { ...smallSite, [path]: 'Text: (link: other)' } });
  const file = await client.open(`file:///site/${path}`, 'Text: (link: other)');
  const other = await client.open('content/2_other/article.txt', content({ Title: 'Other' }));
  const position = other.positionOf('Other');
  expect(
    await other.ask('textDocument/references', {
      position,
      context: { includeDeclaration: false },
    }),
  ).toEqual([{ uri: `file:///site/${path}`, range: file.rangeOf('other') }]);
});
