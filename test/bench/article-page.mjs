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
