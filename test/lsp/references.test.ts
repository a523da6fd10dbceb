import { describe, expect, test } from 'vitest';
import type { Location } from 'vscode-languageserver';
import { startClient, uriOf } from '../support/client.ts';
import type { OpenFile } from '../support/open-file.ts';
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

  test('of nothing are none', async () => {
    const client = await startClient({ files: site });
    const file = await client.open(article, content({ Text: 'words file://nobodyNobody0001' }));
    expect(await references(file, 'words')).toBeNull();
    expect(await references(file, 'nobody')).toBeNull();
  });
});
