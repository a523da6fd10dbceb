import { existsSync, readFileSync } from 'node:fs';
import { article } from './article.mjs';
import { messageFrom, openPreview, updateOf, withArticlePage } from './article-page.mjs';

/** Keys before the first look at the memory: whatever is made once has been made by then. */
const WARM_UP = 300;

/**
 * Thousands of keys, in blocks of text and in the captions of pictures: what is left of them in the
 * memory of the page and of the server, and whether a picture was made or loaded again.
 */
export function measureTyping({ root, keys }) {
  return withArticlePage(root, async (client, page, uri) => {
    const type = await typist(client, page, uri);
    await type(WARM_UP);
    await page.page.evaluate(() => {
      globalThis.pictures = new WeakSet(document.images);
    });
    page.requests.length = 0;
    const before = await memoryOf(client, page);
    await type(keys);
    const after = await memoryOf(client, page);
    const made = await page.page.evaluate(
      () => [...document.images].filter((image) => !globalThis.pictures.has(image)).length,
    );
    return rowsOf({ keys, before, after, made, loaded: page.requests.length });
  });
}

/** Opens the article in both; the answer types keys, each here and there, a letter and its deletion. */
async function typist(client, page, uri) {
  const text = article(5);
  const from = text.indexOf('\nLayout: ') + 1;
  const line = text.slice(0, from).split('\n').length - 1;
  const end = text.indexOf('\n', from);
  const places = ['"text":"<p>', '"caption":"<p>', '"caption":"']
    .flatMap((start) => [...text.slice(0, end).matchAll(new RegExp(start, 'gu'))])
    .map((match) => match.index + match[0].length - from)
    .filter((character) => character > 0);
  await openPreview(client, page, uri, text);

  let version = 1;
  let typed = 0;
  return async (count) => {
    for (let key = 0; key < count; key++, typed++) {
      // Twenty letters are typed at a place and deleted again before the next one has its turn.
      const round = Math.floor(typed / 40);
      const step = typed % 40;
      const start = { line, character: places[round % places.length] };
      const isInsertion = step < 20;
      const after = { ...start, character: start.character + (isInsertion ? 0 : 1) };
      const change = updateOf(client);
      client.notify('textDocument/didChange', {
        textDocument: { uri, version: ++version },
        contentChanges: [
          { range: { start, end: after }, text: isInsertion ? 'abcde'[step % 5] : '' },
        ],
      });
      await page.send(messageFrom(await change, page.base));
    }
  };
}

async function memoryOf(client, page) {
  const session = await page.page.context().newCDPSession(page.page);
  await session.send('Performance.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  const metric = (name) => metrics.find((one) => one.name === name)?.value;
  const status = `/proc/${client.pid}/status`;
  const resident = existsSync(status)
    ? Number(/^VmRSS:\s+(\d+)/mu.exec(readFileSync(status, 'utf8'))?.[1]) / 1024
    : undefined;
  return { heap: metric('JSHeapUsedSize') / 1024, nodes: metric('Nodes'), resident };
}

function rowsOf({ keys, before, after, made, loaded }) {
  const id = 'V1';
  return [
    {
      id,
      what: `page: heap after ${keys} keys more`,
      value: after.heap,
      floor: before.heap,
      ratio: 1.1,
      unit: 'kB',
    },
    { id, what: '  its nodes', value: after.nodes, floor: before.nodes, ratio: 1.1, unit: '' },
    {
      id,
      what: '  the server’s memory',
      value: after.resident,
      floor: before.resident,
      ratio: 1.4,
      unit: 'MB',
    },
    { id, what: '  pictures made anew', value: made, bound: 0, unit: '' },
    { id, what: '  pictures asked for again', value: loaded, bound: 0, unit: '' },
  ];
}
