// node test/bench/search.mjs SITE [QUERY …]: what searching a whole site takes, of a build in `dist`.
// Milliseconds: symbols and the search's answers, and an outline that is asked for meanwhile.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Client } from './client.mjs';
import { figures, short } from './figures.mjs';

const server = fileURLToPath(new URL('../../dist/server.js', import.meta.url));
const [site, ...given] = process.argv.slice(2);
if (site === undefined) throw new Error('Name the folder of a site.');
const rounds = 20;

const client = new Client(process.execPath, [server, '--stdio']);
const page = firstPage(join(site, 'content'));
const uri = pathToFileURL(page).href;
const textDocument = { uri };
await client.initialize(pathToFileURL(site).href);
const text = readFileSync(page, 'utf8');
client.notify('textDocument/didOpen', {
  textDocument: { uri, languageId: 'kirby-txt', version: 1, text },
});

const from = performance.now();
let isReady = false;
const ready = client
  .request('kirbyAuthor/search', { query: 'zzzzqqq', whenComplete: true })
  .then(() => (isReady = true));
const outlines = [];
const floors = [];
while (!isReady) {
  floors.push(await timed('kirbyAuthor/looksLikeContent', { text: '' }));
  outlines.push(await timed('textDocument/documentSymbol', { textDocument }));
  await Promise.race([ready, new Promise((resolve) => setTimeout(resolve, 20))]);
}
const indexed = performance.now() - from;
say('a round trip while the site is read', floors);
say('documentSymbol while the site is read', outlines);
console.log(`everything is read after ${short(indexed)} ms; ${memory()}`);

const words = [...new Set(text.match(/\p{L}{5,}/gu))];
const queries = given.length > 0 ? given : [...words.slice(0, 30), 'no such word', 'zqx'];
const lists = { 'workspace/symbol': [], 'kirbyAuthor/search': [] };
for (let round = 0; round < rounds; round++) {
  for (const query of queries) {
    for (const [method, samples] of Object.entries(lists)) {
      const took = await timed(method, { query });
      if (round > 0) samples.push(took);
      if (process.env.VERBOSE !== undefined && round === 1) console.log(query, method, short(took));
    }
  }
}
const idle = [];
for (let round = 0; round < 300; round++) {
  idle.push(await timed('kirbyAuthor/looksLikeContent', { text: '' }));
}
say('a round trip', idle);
for (const [method, samples] of Object.entries(lists)) say(method, samples);
console.log(memory());
await client.stop();

function say(what, samples) {
  const { n, p50, p95 } = figures(samples);
  console.log(`${what}: p50 ${short(p50)} ms, p95 ${short(p95)} ms (${n})`);
}

async function timed(method, params) {
  const start = performance.now();
  await client.request(method, params);
  return performance.now() - start;
}

/** What the process holds in memory; nothing where there is no /proc. */
function memory() {
  try {
    const status = readFileSync(`/proc/${client.pid}/status`, 'utf8');
    return /VmRSS:\s+(\d+)/.exec(status)[0].replace(/\s+/, ' ') + ' kB';
  } catch {
    return '';
  }
}

function firstPage(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isFile() && entry.name === 'article.txt') return path;
    const inside = entry.isDirectory() ? firstPage(path) : undefined;
    if (inside !== undefined) return inside;
  }
  return undefined;
}
