import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startPreviewPages } from '../webview/preview-page.mjs';
import { articlePath, sitePath } from './article.mjs';
import { Client } from './client.mjs';

/**
 * Has a server read a copy of the example site, and opens a page of the preview in a browser.
 *
 * @param root of the project
 * @param measure called with the client of the server, the page, and the address of the article
 * @returns what it gives
 */
export async function withArticlePage(root, measure) {
  const folder = mkdtempSync(join(tmpdir(), 'kirby-author-bench-'));
  const pages = await startPreviewPages();
  try {
    cpSync(sitePath, folder, { recursive: true });
    const uri = pathToFileURL(join(folder, relative(sitePath, articlePath))).href;
    const client = new Client(process.execPath, [`${root}/dist/server.js`, '--stdio']);
    await client.initialize(pathToFileURL(folder).href);
    const found = await measure(client, await pages.open(), uri);
    await client.stop();
    return found;
  } finally {
    await pages.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The next update of the preview that matches. */
export function updateOf(client, matches = () => true) {
  return client.next(({ method, params }) =>
    method === 'kirbyAuthor/preview/update' && matches(params) ? params : undefined,
  );
}

/** Opens a text, and its preview on the page, as it is when the site is read. */
export async function openPreview(client, page, uri, text) {
  client.notify('textDocument/didOpen', {
    textDocument: { uri, languageId: 'kirby-txt', version: 1, text },
  });
  const first = updateOf(client);
  client.notify('kirbyAuthor/preview/open', { id: 'bench', uri });
  await first;
  // What the site has brought since then is in what is rendered anew.
  await client.request('workspace/symbol', { query: '' });
  client.notify('kirbyAuthor/preview/close', { id: 'bench' });
  const whole = updateOf(client, ({ full }) => full);
  client.notify('kirbyAuthor/preview/open', { id: 'bench', uri });
  await page.send(messageFrom(await whole, page.base));
}

/** The extension hands an update on to the page with the address of the site's folder. */
export function messageFrom(update, base) {
  const { full, roots, fragments, removed, broken, language, direction } = update;
  return { kind: 'update', full, roots, fragments, removed, broken, language, direction, base };
}
