import { article } from './article.mjs';
import { messageFrom, openPreview, updateOf, withArticlePage } from './article-page.mjs';
import { figures } from './figures.mjs';

/** So many copies of the article's layout make about a hundred blocks and 80 kB. */
const COPIES = 5;

/**
 * A key typed into a block: the server renders it and says what changed, the page in a real browser
 * takes it over. The floor is the replacement of one element by another with the same HTML.
 */
export async function measurePreview({ root, rounds }) {
  const figures = await withArticlePage(root, (client, page, uri) =>
    typeIntoBlock(client, page, uri, rounds.edits),
  );
  return { rows: rowsOf(figures) };
}

async function typeIntoBlock(client, page, uri, rounds) {
  const text = article(COPIES);
  const from = text.indexOf('\nLayout: ') + 1;
  const line = text.slice(0, from).split('\n').length - 1;
  const middle = (from + text.indexOf('\n', from)) >> 1;
  const at = { line, character: text.indexOf('"text":"<p>', middle) + 11 - from };
  const after = { ...at, character: at.character + 1 };
  await openPreview(client, page, uri, text);

  const samples = { server: [], patched: [], floor: [], total: [], painted: [], bytes: [] };
  for (let round = 0; round < rounds + 10; round++) {
    const isInsertion = round % 2 === 0;
    const range = isInsertion ? { start: at, end: at } : { start: at, end: after };
    const next = updateOf(client);
    const typed = performance.now();
    client.notify('textDocument/didChange', {
      textDocument: { uri, version: round + 2 },
      contentChanges: [{ range, text: isInsertion ? 'x' : '' }],
    });
    const change = await next;
    const server = performance.now() - typed;
    const times = await page.page.evaluate(inPage, messageFrom(change, page.base));
    if (round < 10) continue;
    samples.server.push(server);
    samples.patched.push(times.patched);
    samples.floor.push(times.floor);
    samples.total.push(server + times.patched);
    samples.painted.push(server + times.painted);
    samples.bytes.push(JSON.stringify(change).length);
  }
  return Object.fromEntries(Object.entries(samples).map(([key, list]) => [key, figures(list)]));
}

/** Runs in the page: takes an update over, and does the least that could have been done beside it. */
async function inPage(message) {
  const [{ key }] = message.fragments;
  const start = performance.now();
  dispatchEvent(new MessageEvent('message', { data: message }));
  void document.body.offsetHeight;
  const patched = performance.now() - start;
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const painted = performance.now() - start;

  const element = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  const from = performance.now();
  const clone = element.cloneNode(true);
  element.replaceWith(clone);
  void document.body.offsetHeight;
  const floor = performance.now() - from;
  clone.replaceWith(element);
  return { patched, painted, floor };
}

function rowsOf({ server, patched, floor, total, painted, bytes }) {
  return [
    { id: 'V1', what: 'key → preview patched, p95', value: total.p95, bound: 16, unit: 'ms' },
    {
      id: 'V1',
      what: '  of it until the editor knows: check, render, transport, p50',
      value: server.p50,
      bound: 13,
      unit: 'ms',
    },
    {
      id: 'V1',
      what: '  of it in the page, p50',
      value: patched.p50,
      floor: floor.p50,
      bound: 3,
      unit: 'ms',
    },
    {
      id: 'V1',
      what: 'key → painted (next frame), p95',
      value: painted.p95,
      bound: 33,
      unit: 'ms',
    },
    { id: 'V1', what: 'message for one block', value: bytes.p50, bound: 4096, unit: 'B' },
  ];
}
