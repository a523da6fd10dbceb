import { expect, test } from 'vitest';
import {
  convertStyle,
  type ConvertStyleParams,
  type ConvertStyleResult,
} from '../../server/src/protocol/index.ts';
import { startClient, uriOf } from '../support/client.ts';
import { article, content, smallSite } from './small-site.ts';

const blocks = String.raw`[{"content":{"text":"<p>\u00e9<\/p>"},"id":"a","isHidden":false,"type":"text"}]`;
const readable = '[{"content":{"text":"<p>é</p>"},"id":"a","isHidden":false,"type":"text"}]';
const text = content({ Title: 'Hello', Blocks: blocks, Layout: blocks, Odd: '[{"type":}]' });

test('a field is spelled another way on request, and only then', async () => {
  const client = await startClient({ files: smallSite });
  const file = await client.open(article, text);
  const range = file.rangeOf('isHidden');
  const kind = 'refactor.rewrite.kirbyAuthor';
  const actions = await file.codeActions(range, { only: ['refactor'] });
  expect(actions.map((action) => [action.kind, action.title])).toEqual([
    [kind, 'Write é and / in this field as they are'],
    [kind, 'Write this field with line breaks'],
  ]);
  const [first] = actions;
  expect(first && file.textAfter(first)).toBe(text.replace(blocks, readable));
  expect(await file.codeActions(range, { triggerKind: 2 })).toEqual([]);
  expect(await file.codeActions(range, { triggerKind: 1 })).toHaveLength(2);
  expect(await file.codeActions(file.rangeOf('Hello'), { only: ['refactor'] })).toEqual([]);
});

test('so is a file, or each file of a site, open or not', async () => {
  const other = 'content/other/article.txt';
  const files = { ...smallSite, [other]: text };
  const client = await startClient({ files });
  const file = await client.open(article, text);
  const ask = (question: Pick<ConvertStyleParams, 'scope' | 'spelling'>) =>
    client.request<ConvertStyleResult | null>(convertStyle, { uri: file.uri, ...question });
  const inFile = await ask({ scope: 'file', spelling: 'readable' });
  expect(inFile).toMatchObject({ files: [{ uri: file.uri, version: 1 }], refused: 1 });
  const edits = inFile?.files[0]?.edits ?? [];
  expect(file.textWith(edits)).toBe(text.replaceAll(blocks, readable));
  const inSite = await ask({ scope: 'site', spelling: 'readable' });
  expect(inSite?.refused).toBe(2);
  expect(inSite?.files.map((one) => [one.uri, one.version])).toEqual(
    expect.arrayContaining([
      [file.uri, 1],
      [uriOf(other), undefined],
    ]),
  );
  for (const one of inSite?.files ?? []) expect(one.edits).toEqual(edits);
  expect(await ask({ scope: 'site', spelling: 'minified' })).toMatchObject({ files: [] });
});
