import { describe, expect, test } from 'vitest';
import {
  blockTextAt,
  type BlockTextAtResult,
  insertFiles,
  type InsertFilesResult,
  insertLink,
  type InsertLinkResult,
  metadata,
  type MetadataResult,
  type Position,
} from '../../server/src/protocol/index.ts';
import { startClient, uriOf } from '../support/client.ts';
import { content, smallSite } from './small-site.ts';

const article = 'content/1_article/article.txt';
const text = content({ Title: 'Hello', Text: 'See this', Cover: '' });
const files: Readonly<Record<string, string>> = {
  ...smallSite,
  [article]: text,
  'content/1_article/bare.jpg': '',
};
/** What 16 signs of the client's random id are. */
const uuid = /^[a-z\d]{16}$/;

test('dropped files come with all that has to happen', async () => {
  const client = await startClient({ files });
  const file = await client.open(article, text);
  const end = file.positionOf('this');
  const found = await client.request<InsertFilesResult>(insertFiles, {
    uri: file.uri,
    range: { start: end, end },
    files: [{ name: 'A B.jpg' }, { name: 'bare.jpg', uri: uriOf('content/1_article/bare.jpg') }],
  });
  expect(found).toMatchObject({
    version: 1,
    title: 'Add 2 files to the page',
    edits: [{ newText: '(image: a-b.jpg) (image: bare.jpg)', range: { start: end, end } }],
    copies: [{ index: 0, uri: uriOf('content/1_article/a-b.jpg') }],
    texts: [{ uri: uriOf('content/1_article/a-b.jpg.txt') }],
  });
  expect(/Uuid: (\w+)/.exec(found.texts[0]?.text ?? '')?.[1]).toMatch(uuid);
});

describe('in the tab of a text', () => {
  const blocks = [
    { content: { text: '# Tea\n\nSee "this" / that' }, id: 'a', type: 'markdown' },
    { content: { text: '<p>Coffee</p>' }, id: 'b', type: 'text' },
  ];
  const page = content({ Title: 'Hello', Blocks: JSON.stringify(blocks).replaceAll('/', '\\/') });
  const given = [{ name: 'A B.jpg' }];

  async function dropped(word: string, position: Position): Promise<InsertFilesResult | null> {
    const client = await startClient({ files });
    const file = await client.open(article, page);
    const { uri } = file;
    const question = { uri, position: file.positionOf(word) };
    const { address, shown } = await client.request<BlockTextAtResult>(blockTextAt, question);
    const range = { start: position, end: position };
    const tab = { address, shown };
    return client.request<InsertFilesResult | null>(insertFiles, { uri, range, files: given, tab });
  }

  test('dropped files are mentioned as the tab writes them', async () => {
    const at = { line: 2, character: 10 };
    expect(await dropped('Tea', at)).toMatchObject({
      title: 'Add "a-b.jpg" to the page',
      edits: [{ newText: '(image: a-b.jpg)', range: { start: at, end: at } }],
      copies: [{ index: 0, uri: uriOf('content/1_article/a-b.jpg') }],
    });
  });

  test('nothing is offered for what would stand beside the text', async () => {
    expect(await dropped('Coffee', { line: 0, character: 4 })).toBeNull();
  });
});

test('an address over a selection makes a link', async () => {
  const client = await startClient({ files });
  const file = await client.open(article, text);
  const start = file.positionOf('this');
  const range = { start, end: { ...start, character: start.character + 4 } };
  const question = { uri: file.uri, range, address: 'https://a.org' };
  expect(await client.request<InsertLinkResult>(insertLink, question)).toMatchObject({
    version: 1,
    edits: [{ newText: '(link: https://a.org text: this)' }],
  });
  const word = { ...question, address: 'word' };
  expect(await client.request(insertLink, word)).toBeNull();
});

test('metadata is told of files and of their mentions', async () => {
  const client = await startClient({ files });
  const uri = uriOf('content/1_article/bare.jpg');
  const made = {
    name: 'bare.jpg',
    uri: `${uri}.txt`,
    // Each answer has a UUID of its own.
    text: expect.stringMatching(/^Uuid: [a-z\d]{16}$/) as unknown,
  };
  expect(await client.request<MetadataResult>(metadata, { uri })).toEqual(made);
  const mention = 'Text: (image: bare.jpg)';
  const file = await client.open(article, mention);
  const position = file.positionOf('bare');
  expect(await client.request(metadata, { uri: file.uri, position })).toEqual(made);
  expect(await client.request(metadata, { uri: uriOf(article) })).toBeNull();
});

test('outside of a site nothing is offered', async () => {
  const client = await startClient({ files: { 'notes/todo.txt': '' } });
  const loose = await client.open('notes/todo.txt', 'Text: Several words that are prose');
  const start = { line: 0, character: 6 };
  const range = { start, end: { line: 0, character: 13 } };
  const given = [{ name: 'a.jpg' }];
  expect(await client.request(insertFiles, { uri: loose.uri, range, files: given })).toBeNull();
  const link = { uri: loose.uri, range, address: 'https://a.org' };
  expect(await client.request(insertLink, link)).toBeNull();
  expect(await client.request(metadata, { uri: uriOf('notes/a.jpg') })).toBeNull();
});

test('a file of another site is copied', async () => {
  const client = await startClient({
    files: {
      ...files,
      'file:///other/content/site.txt': 'Title: Other',
      'file:///other/site/blueprints/site.yml': '',
      'file:///other/content/logo.png': '',
    },
    initialize: {
      workspaceFolders: [
        { uri: 'file:///site', name: 'site' },
        { uri: 'file:///other', name: 'other' },
      ],
    },
  });
  const file = await client.open(article, text);
  const end = file.positionOf('this');
  const found = await client.request<InsertFilesResult>(insertFiles, {
    uri: file.uri,
    range: { start: end, end },
    files: [{ name: 'logo.png', uri: 'file:///other/content/logo.png' }],
  });
  expect(found.copies).toEqual([{ index: 0, uri: uriOf('content/1_article/logo.png') }]);
});
