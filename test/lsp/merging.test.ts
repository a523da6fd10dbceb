import { expect, test } from 'vitest';
import {
  merge,
  mergeEdit,
  type MergeEditParams,
  type MergeEditResult,
  type MergeResult,
} from '../../server/src/protocol/index.ts';
import { startClient } from '../support/client.ts';
import { article, content, smallSite } from './small-site.ts';

const block = (id: string, text: string): string =>
  `{"content":{"text":"${text}"},"id":"${id}","isHidden":false,"type":"text"}`;
const file = (blocks: string): string => `${content({ Title: 'Hello', Blocks: blocks })}\n`;
const [ours, theirs] = [`[${block('a', 'one')}]`, `[${block('a', 'two')}]`];
const marked = (one: string, other: string): string =>
  file('@').replace(
    'Blocks: @',
    `<<<<<<< HEAD\nBlocks: ${one}\n=======\nBlocks: ${other}\n>>>>>>> x`,
  );

test('a conflict is told with the name that the site has for a block, and resolved as is chosen', async () => {
  const client = await startClient({ files: smallSite });
  const text = marked(ours, theirs);
  const opened = await client.open(article, text);
  const { start: position } = opened.rangeOf('<<<<<<<');
  const question = { uri: opened.uri, position };
  const edit = (rest: Pick<MergeEditParams, 'keep'> & { version?: number }) =>
    client.request<MergeEditResult | null>(mergeEdit, { ...question, version: 1, ...rest });
  const found = await client.request<MergeResult | null>(merge, question);
  const id = 'blocks block content a';
  expect(found).toEqual({
    version: 1,
    fields: ['Blocks'],
    differences: [
      {
        id,
        title: 'Changed: Text',
        ours: 'one',
        theirs: 'two',
        preset: 'ours',
        isDecided: false,
        canBoth: true,
      },
    ],
    canKeepSide: true,
  });
  const both = await edit({ keep: [{ id, choice: 'both' }] });
  const [, copy] = [...opened.textWith(both?.edits ?? []).matchAll(/"id":"([^"]+)"/gu)];
  expect(opened.textWith(both?.edits ?? [])).toBe(
    file(`[${block('a', 'one')},${block(copy?.[1] ?? '', 'two')}]`),
  );
  expect(copy?.[1]).not.toBe('a');
  const whole = await edit({ keep: 'theirs' });
  expect(opened.textWith(whole?.edits ?? [])).toBe(file(theirs));
  expect(await edit({ keep: [], version: 7 })).toEqual({
    version: 1,
    edits: [],
    refusal: 'The text has changed meanwhile.',
  });
  const base = { ...question, base: file(ours) };
  expect(await client.request<MergeResult | null>(merge, base)).toMatchObject({
    differences: [{ preset: 'theirs', isDecided: true }],
  });
});

test('a side that cannot be read is refused, and a side may be kept whole', async () => {
  const client = await startClient({ files: smallSite });
  const opened = await client.open(article, marked(ours, '[{"content":'));
  const { start: position } = opened.rangeOf('<<<<<<<');
  const question = { uri: opened.uri, position };
  expect(await client.request<MergeResult | null>(merge, question)).toEqual({
    version: 1,
    fields: [],
    differences: [],
    refusal: 'Their side of the field "Blocks" cannot be read as rows or blocks.',
    canKeepSide: true,
  });
  const edit = (keep: MergeEditParams['keep']) =>
    client.request<MergeEditResult | null>(mergeEdit, { ...question, version: 1, keep });
  expect((await edit([]))?.refusal).toBe('This cannot be written without changing something else.');
  expect(opened.textWith((await edit('ours'))?.edits ?? [])).toBe(file(ours));
});
