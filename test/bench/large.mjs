import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Client } from './client.mjs';
import { figures } from './figures.mjs';

const shared = fileURLToPath(new URL('../../../shared/sites', import.meta.url));

/** Rounds that are not counted: the engine compiles what runs often. */
const warmUpRounds = 10;

/** Milliseconds between two keys of a quick typist. */
const gap = 35;

/**
 * Completion and hover right after a key, at many places of the largest content file of the real
 * sites, with its whole site read. `undefined` on machines that do not have these.
 */
export async function measureLargest(server, rounds) {
  if (!existsSync(shared)) return undefined;
  const { site, file } = largest();
  const text = readFileSync(file, 'utf8');
  const uri = pathToFileURL(file).href;
  const client = new Client(process.execPath, [server, '--stdio']);
  await client.initialize(pathToFileURL(site).href);
  client.notify('textDocument/didOpen', {
    textDocument: { uri, languageId: 'kirby-txt', version: 1, text },
  });
  await client.request('textDocument/documentSymbol', { textDocument: { uri } });
  const places = placesIn(text);
  const out = { completion: [], hover: [] };
  let version = 1;
  for (let round = 0; round < rounds + warmUpRounds; round++) {
    for (const [name, samples] of Object.entries(out)) {
      const position = places[(round * 7) % places.length];
      // At the end of the first line: a title.
      const line = text.slice(0, text.indexOf('\n')).length;
      const at = { line: 0, character: line };
      const isInsertion = version % 2 === 1;
      const end = isInsertion ? at : { line: 0, character: line + 1 };
      client.notify('textDocument/didChange', {
        textDocument: { uri, version: ++version },
        contentChanges: [{ range: { start: at, end }, text: isInsertion ? 'x' : '' }],
      });
      const asked = performance.now();
      await client.request(`textDocument/${name}`, { textDocument: { uri }, position });
      if (round >= warmUpRounds) samples.push(performance.now() - asked);
      // The next key comes when the checks of this one are done.
      await new Promise((resolve) => setTimeout(resolve, gap));
    }
  }
  await client.stop();
  return {
    size: text.length,
    completion: figures(out.completion),
    hover: figures(out.hover),
  };
}

function largest() {
  const found = readdirSync(shared)
    .filter((name) => name.includes('__'))
    .flatMap((name) => {
      const site = join(shared, name);
      const content = join(site, 'content');
      if (!existsSync(content)) return [];
      return readdirSync(content, { recursive: true })
        .filter((file) => file.endsWith('.txt'))
        .map((file) => ({ site, file: join(content, file) }));
    });
  const bySize = found.map((one) => ({ ...one, size: statSync(one.file).size }));
  return bySize.sort((a, b) => b.size - a.size)[0];
}

/** Places all over the file: in names, in values, in the middle of its longest line. */
function placesIn(text) {
  return Array.from({ length: 60 }, (_, index) => {
    const offset = Math.floor((text.length * (index + 0.5)) / 60);
    const before = text.slice(0, offset);
    return {
      line: before.split('\n').length - 1,
      character: offset - (before.lastIndexOf('\n') + 1),
    };
  });
}
