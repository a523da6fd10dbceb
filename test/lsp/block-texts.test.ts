import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  blockTextAt,
  type BlockTextAtResult,
  blockTextComplete,
  type BlockTextCompleteResult,
  blockTextPlaces,
  blockTextRead,
  type BlockTextReadResult,
  blockTextWrite,
  type BlockTextWriteResult,
  layoutDocumentAt,
} from '../../server/src/protocol/index.ts';
import { startClient, type TestClient } from '../support/client.ts';
import type { OpenFile } from '../support/open-file.ts';
import { article, content, smallSite } from './small-site.ts';

const page = content({
  Title: 'Tea',
  Text: '😀 One\n\ntwo',
  Blocks: String.raw`[{"content":{"text":"<p>\u00e9t\u00e9<\/p><p>Tea<\/p>"},"id":"a","type":"text"}]`,
});

async function openPage(): Promise<{ readonly client: TestClient; readonly file: OpenFile }> {
  const client = await startClient({ files: smallSite });
  return { client, file: await client.open(article, page) };
}

async function textAt(client: TestClient, file: OpenFile, at: string): Promise<BlockTextAtResult> {
  const position = file.positionOf(at);
  const found = await client.request<BlockTextAtResult | null>(blockTextAt, {
    uri: file.uri,
    position,
  });
  if (found === null) throw new Error('There is no text.');
  return found;
}

describe('the text of a block', () => {
  test('keeps the cursor where it was, in the text and in the document of its field', async () => {
    const { client, file } = await openPage();
    expect(await textAt(client, file, 'wo')).toMatchObject({
      cursor: { line: 2, character: 1 },
    });
    expect(await textAt(client, file, '"id"')).not.toHaveProperty('cursor');
    const position = file.positionOf('Tea<');
    const question = { uri: file.uri, position };
    const found = await client.request<BlockTextAtResult | null>(layoutDocumentAt, question);
    const { line, character } = found?.cursor ?? { line: -1, character: -1 };
    expect(found?.shown.split('\n')[line]?.slice(character)).toBe('<text id="a">');
  });

  test('is found, written and read again', async () => {
    const { client, file } = await openPage();
    const { address, shown, ...rest } = await textAt(client, file, 'Tea<');
    expect(shown).toBe('<p>été</p>\n<p>Tea</p>');
    expect(rest).toEqual({
      version: 1,
      key: '[{"id":"a"},"content","text"]',
      languageId: 'html',
      name: 'text · Tea',
      cursor: { line: 1, character: 3 },
    });
    const after = shown.replace('Tea', 'Té');
    const written = await client.request<BlockTextWriteResult | null>(blockTextWrite, {
      uri: file.uri,
      address,
      before: shown,
      after,
    });
    if (written?.kind !== 'edits') throw new Error('The text is not written.');
    expect(written).toMatchObject({ version: 1, isMerged: false, address });
    const edited = TextDocument.applyEdits(TextDocument.create(file.uri, 'kirby-txt', 1, page), [
      ...written.edits,
    ]);
    expect(edited).toBe(page.replace('<p>Tea', String.raw`<p>T\u00e9`));

    await file.replace('<p>Tea', String.raw`<p>T\u00e9`);
    const read = (text: string): Promise<BlockTextReadResult | null> =>
      client.request(blockTextRead, { uri: file.uri, address, shown: text });
    expect(await read(after)).toEqual({
      kind: 'found',
      version: 2,
      address,
      key: rest.key,
      languageId: 'html',
    });
    expect(await read(shown)).toMatchObject({ kind: 'found', shown: after });
    await file.replace('"id":"a"', '"id":"b"');
    expect(await read(after)).toEqual({ kind: 'lost', version: 3 });
  });

  test('is that of a field, with other line breaks', async () => {
    const client = await startClient({ files: smallSite });
    const file = await client.open(article, page.replaceAll('\n', '\r\n'));
    const { shown, languageId, address } = await textAt(client, file, 'two');
    expect({ shown, languageId }).toEqual({ shown: '😀 One\n\ntwo', languageId: 'markdown' });
    const written = await client.request<BlockTextWriteResult | null>(blockTextWrite, {
      uri: file.uri,
      address,
      before: shown,
      after: `${shown}\nthree`,
    });
    const end = file.positionOf('two', 3);
    expect(written).toMatchObject({
      kind: 'edits',
      edits: [{ range: { start: end, end }, newText: '\r\nthree' }],
    });
  });

  test('is none in a file that is not open', async () => {
    const client = await startClient({ files: smallSite });
    const uri = 'file:///site/content/2_other/article.txt';
    const position = { line: 0, character: 8 };
    expect(await client.request(blockTextAt, { uri, position })).toBeNull();
  });
});

describe('the places of a text', () => {
  test('are the same on both sides, and suggestions come for the tab', async () => {
    const { client, file } = await openPage();
    const { address, shown } = await textAt(client, file, 'Tea<');
    const question = { uri: file.uri, address, shown };
    const tea = file.rangeOf('Tea<');
    const places = { ...question, positions: [{ line: 1, character: 3 }], ranges: [tea] };
    expect(await client.request(blockTextPlaces, places)).toEqual({
      version: 1,
      positions: [tea.start],
      ranges: [{ start: { line: 1, character: 3 }, end: { line: 1, character: 7 } }],
    });
    expect(await client.request(blockTextPlaces, { ...places, shown: 'other' })).toBeNull();
    const position = { line: 1, character: 3 };
    const answer = await client.request<BlockTextCompleteResult | null>(blockTextComplete, {
      ...question,
      position,
    });
    for (const { range } of answer?.items ?? []) expect(range.start.line).toBe(1);
    expect(answer).toMatchObject({ isIncomplete: expect.any(Boolean) as boolean });
  });
});
