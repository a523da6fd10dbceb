import { afterEach, expect, test } from 'vitest';
import {
  cursorPlace,
  fieldCounts,
  structure,
  structureCopy,
  type StructureCopyResult,
  structureEdit,
  type StructureEditParams,
  type StructureEditResult,
  type StructureResult,
} from '../../server/src/protocol/index.ts';
import { speak } from '../../server/src/kirby/text/say.ts';
import { startClient, uriOf } from '../support/client.ts';
import { article, content, smallSite } from './small-site.ts';

const blocks = '[{"content":{"text":"\\u00e9"},"id":"a","isHidden":false,"type":"text"}]';
const text = content({ Title: 'Hello', Blocks: blocks, Layout: '' });
const place = { field: 1, path: [0] };

afterEach(() => {
  speak(undefined);
});

test('the rows and blocks of a document come with their places and what may be added', async () => {
  const client = await startClient({ files: smallSite });
  const file = await client.open(article, text);
  const answer = await client.request<StructureResult>(structure, { uri: file.uri });
  expect(answer).toMatchObject({
    version: 1,
    fields: [
      {
        index: 1,
        holds: 'blocks',
        nameRange: file.rangeOf('Blocks'),
        parts: [{ kind: 'block', path: [0], id: 'a', detail: 'é', range: { end: {} } }],
      },
      { index: 2, holds: 'rows', isReadable: true, patterns: [['1/1']], parts: [] },
    ],
  });
  expect(answer.fields[0]?.types).toContainEqual({ type: 'heading', name: 'Heading' });
  expect(answer.fields[0]?.parts[0]?.range).toEqual(file.rangeOf(blocks.slice(1, -1)));
});

test.each([
  ['de', 'Überschrift', 'Text'],
  ['fr', 'Titre', 'Texte'],
])("Kirby's own blocks are called as the Panel calls them: %s", async (locale, heading, named) => {
  const client = await startClient({ files: smallSite, initialize: { locale } });
  const file = await client.open(article, text);
  const answer = await client.request<StructureResult>(structure, { uri: file.uri });
  expect(answer.fields[0]?.types).toContainEqual({ type: 'heading', name: heading });
  expect(answer.fields[0]?.parts[0]).toMatchObject({ kind: 'block', label: named });
});

test('an operation comes as edits of its version, or says why not', async () => {
  const client = await startClient({ files: smallSite });
  const file = await client.open(article, text);
  const ask = (question: Omit<StructureEditParams, 'uri'>): Promise<StructureEditResult> =>
    client.request<StructureEditResult>(structureEdit, { uri: file.uri, ...question });
  expect(await ask({ version: 1, operation: { kind: 'hide', items: [place] } })).toMatchObject({
    version: 1,
    edits: [{ range: file.rangeOf('false'), newText: 'true' }],
    selected: [place],
  });
  expect(await ask({ version: 0, operation: { kind: 'hide', items: [place] } })).toMatchObject({
    refusal: 'The text has changed meanwhile.',
    edits: [],
  });
  const nowhere = { field: 0, path: [7] };
  expect(await ask({ version: 1, operation: { kind: 'delete', items: [nowhere] } })).toMatchObject({
    refusal: expect.any(String) as string,
    edits: [],
  });
});

test('what is copied is what the Panel copies', async () => {
  const client = await startClient({ files: smallSite });
  const file = await client.open(article, text);
  const question = { uri: file.uri, version: 1, items: [place] };
  const { text: copied } = await client.request<StructureCopyResult>(structureCopy, question);
  expect(JSON.parse(copied)).toEqual(JSON.parse(blocks));
  expect(await client.request(structureCopy, { ...question, version: 3 })).toBeNull();
  expect(await client.request(structure, { uri: uriOf('content/none.txt') })).toBeNull();
});

test('a cursor and a field are told in the words of the Panel', async () => {
  const client = await startClient({ files: smallSite });
  const file = await client.open(article, text);
  const position = file.rangeOf('isHidden').start;
  expect(await client.request(cursorPlace, { uri: file.uri, position })).toMatchObject({
    field: 'Blocks',
    block: 'Text',
    words: 1,
    isMovable: true,
    hasText: true,
  });
  expect(await client.request(fieldCounts, { uri: file.uri })).toEqual({
    version: 1,
    fields: [{ index: 1, nameRange: file.rangeOf('Blocks'), parts: '1 block' }],
  });
});
