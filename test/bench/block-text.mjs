// node test/bench/block-text.mjs [TIMES]: what a key costs in the tab of a block, of a build in `dist`.
// Milliseconds from the question to the edits, in an article with its layout TIMES over; each key is
// one version of the document, which is checked between the keys as it is in an editor.
import { fileURLToPath, pathToFileURL } from 'node:url';
import { article, articlePath, sitePath } from './article.mjs';
import { Client } from './client.mjs';
import { figures, short } from './figures.mjs';

const server = fileURLToPath(new URL('../../dist/server.js', import.meta.url));
const times = Number(process.argv[2] ?? 6);
const rounds = 300;

const client = new Client(process.execPath, [server, '--stdio']);
const uri = pathToFileURL(articlePath).href;
let text = article(times);
await client.initialize(pathToFileURL(sitePath).href);
client.notify('textDocument/didOpen', {
  textDocument: { uri, languageId: 'kirby-txt', version: 1, text },
});
await client.request('kirbyAuthor/search', { query: 'zzzzqqq', whenComplete: true });

const asked = text.lastIndexOf('"text":"<p>') + 14;
const lines = text.slice(0, asked).split('\n');
const position = { line: lines.length - 1, character: lines.at(-1).length };
const opened = await client.request('kirbyAuthor/blockText/at', { uri, position });
let { address, shown } = opened;
const writes = [];
const places = [];
const floors = [];
for (let round = 0; round < rounds; round++) {
  const middle = shown.indexOf('<p>') + 4 + round;
  const after = shown.slice(0, middle) + 'x' + shown.slice(middle);
  const start = performance.now();
  const answer = await client.request('kirbyAuthor/blockText/write', {
    uri,
    address,
    before: shown,
    after,
  });
  writes.push(performance.now() - start);
  const [{ range, newText }] = answer.edits;
  client.notify('textDocument/didChange', {
    textDocument: { uri, version: round + 2 },
    contentChanges: [{ range, text: newText }],
  });
  [address, shown] = [answer.address, after];
  // Checking the new version comes first, as it does between two keys.
  await new Promise((resolve) => setTimeout(resolve, 30));
  const looked = performance.now();
  await client.request('kirbyAuthor/blockText/places', {
    ...{ uri, address, shown, ranges: [] },
    positions: [{ line: 0, character: 4 }],
  });
  places.push(performance.now() - looked);
  const ping = performance.now();
  await client.request('kirbyAuthor/looksLikeContent', { text: '' });
  floors.push(performance.now() - ping);
}
console.log(`${short(text.length / 1000)} kB, ${shown.length} characters in the tab`);
say('a round trip', floors);
say('kirbyAuthor/blockText/write', writes);
say('kirbyAuthor/blockText/places', places);
await client.stop();

function say(what, samples) {
  const { n, p50, p95 } = figures(samples.slice(20));
  console.log(`${what}: p50 ${short(p50)} ms, p95 ${short(p95)} ms (${n})`);
}
