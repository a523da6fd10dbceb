import { copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { article, articlePath, sitePath } from './article.mjs';
import { Client } from './client.mjs';
import { figures } from './figures.mjs';

/**
 * Measures a language server beside the floor: every step is taken by both in turn, so that a noisy
 * neighbour disturbs both alike. All times in milliseconds.
 */
export async function measureServers({ ours, floor, rounds }) {
  const folder = mkdtempSync(join(tmpdir(), 'kirby-author-bench-'));
  try {
    cpSync(sitePath, folder, { recursive: true });
    const file = join(folder, relative(sitePath, articlePath));
    copyFileSync(articlePath, file);
    const place = { rootUri: pathToFileURL(folder).href, uri: pathToFileURL(file).href };
    return {
      start: await starts({ ours, floor }, place, rounds.starts),
      x1: await edits({ ours, floor }, place, 1, rounds.edits),
      x10: await edits({ ours, floor }, place, 10, rounds.edits),
      x100: await edits({ ours, floor }, place, 100, Math.ceil(rounds.edits / 4)),
      requests: await requests({ ours, floor }, place, rounds),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Rounds that are not counted: the engine compiles what runs often, and a session is long. */
const warmUpRounds = 10;

const open = (command) => new Client(process.execPath, [command, '--stdio']);

function openDocument(client, uri, text) {
  client.notify('textDocument/didOpen', {
    textDocument: { uri, languageId: 'kirby-txt', version: 1, text },
  });
}

const published = (uri, right) => (message) =>
  message.method === 'textDocument/publishDiagnostics' &&
  message.params.uri === uri &&
  right(message.params.diagnostics)
    ? performance.now()
    : undefined;

const isBroken = (diagnostics) => diagnostics.some(({ code }) => code === 'broken-json');

/** Process start → answer to initialize → first diagnostics of a broken article. */
async function starts(servers, { rootUri, uri }, rounds) {
  const out = {
    ours: { initialize: [], diagnostics: [] },
    floor: { initialize: [], diagnostics: [] },
  };
  const text = broken(article(1)).text;
  for (let round = 0; round < rounds; round++) {
    for (const [name, command] of Object.entries(servers)) {
      const from = performance.now();
      const client = open(command);
      await client.initialize(rootUri);
      out[name].initialize.push(performance.now() - from);
      const first = client.next(published(uri, isBroken));
      openDocument(client, uri, text);
      out[name].diagnostics.push((await first) - from);
      await client.stop();
    }
  }
  return mapFigures(out);
}

/** Where a character breaks the layout, in its middle. */
function broken(text) {
  const from = text.indexOf('\nLayout: ') + 1;
  const at = text.indexOf('"columns":', (from + text.indexOf('\n', from)) >> 1);
  const line = text.slice(0, from).split('\n').length - 1;
  const position = { line, character: at - from };
  return { text: `${text.slice(0, at)}x${text.slice(at)}`, position };
}

function change(client, uri, version, range, text) {
  client.notify('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges: [{ range, text }],
  });
}

/** A character that breaks the layout, and its removal: keystroke → first right diagnostics. */
async function edits(servers, { rootUri, uri }, times, rounds) {
  const text = article(times);
  const { position } = broken(text);
  const after = { ...position, character: position.character + 1 };
  const sides = [];
  for (const [name, command] of Object.entries(servers)) {
    const client = open(command);
    await client.initialize(rootUri);
    openDocument(client, uri, text);
    await client.request('textDocument/documentSymbol', { textDocument: { uri } });
    sides.push({ name, client, version: 1, samples: [], sent: 0, received: 0, cpu: 0 });
  }
  for (let round = 0; round < rounds + warmUpRounds; round++) {
    for (const side of sides) {
      const { client } = side;
      const before = { sent: client.sent, received: client.received, cpu: client.cpu() };
      for (const [range, inserted, right] of [
        [{ start: position, end: position }, 'x', isBroken],
        [{ start: position, end: after }, '', (found) => !isBroken(found)],
      ]) {
        const answer = client.next(published(uri, right));
        const from = performance.now();
        change(client, uri, ++side.version, range, inserted);
        const took = (await answer) - from;
        if (round >= warmUpRounds) side.samples.push(took);
      }
      if (round < warmUpRounds) continue;
      side.sent += client.sent - before.sent;
      side.received += client.received - before.received;
      side.cpu += (client.cpu() ?? NaN) - (before.cpu ?? NaN);
    }
  }
  const out = {};
  for (const { name, client, samples, sent, received, cpu } of sides) {
    out[name] = {
      keystroke: figures(samples),
      bytesPerKey: (sent + received) / samples.length,
      cpuPerKey: cpu / samples.length,
    };
    await client.stop();
  }
  return out;
}

/** What an editor asks right after a key, while the text is new. */
async function requests(servers, { rootUri, uri }, { requests: rounds, bursts }) {
  const text = article(1);
  const { position } = broken(text);
  const from = text.indexOf('\nLayout: ') + 1;
  const reference = text.indexOf('file:', from) - from + 10;
  const inText = text.indexOf('"text":"', from) - from + 14;
  const at = (character) => ({ line: position.line, character });
  const type = at(text.indexOf('"type":"text"', from) - from + 8);
  const textDocument = { uri };
  const questions = {
    completion: ['textDocument/completion', { textDocument, position: type }],
    documentSymbol: ['textDocument/documentSymbol', { textDocument }],
    hover: ['textDocument/hover', { textDocument, position: at(reference) }],
    definition: ['textDocument/definition', { textDocument, position: at(reference) }],
    codeAction: [
      'textDocument/codeAction',
      { textDocument, range: { start: position, end: position }, context: { diagnostics: [] } },
    ],
  };
  const out = {};
  for (const [name, command] of Object.entries(servers)) {
    const client = open(command);
    await client.initialize(rootUri);
    openDocument(client, uri, text);
    await client.request('textDocument/documentSymbol', { textDocument });
    let version = 1;
    const samples = Object.fromEntries(Object.keys(questions).map((key) => [key, []]));
    for (let round = 0; round < rounds + warmUpRounds; round++) {
      for (const [key, [method, params]] of Object.entries(questions)) {
        const place = at(inText);
        const end = at(inText + 1);
        const range = version % 2 === 1 ? { start: place, end: place } : { start: place, end };
        change(client, uri, ++version, range, version % 2 === 0 ? 'x' : '');
        const asked = performance.now();
        await client.request(method, params);
        if (round >= warmUpRounds) samples[key].push(performance.now() - asked);
      }
    }
    samples.burst = await burst(client, uri, position, version, bursts);
    out[name] = Object.fromEntries(
      Object.entries(samples).map(([key, list]) => [key, figures(list)]),
    );
    await client.stop();
  }
  return out;
}

/** Twenty keys, 35 ms apart, a completion after each: the last key → right diagnostics. */
async function burst(client, uri, position, version, rounds) {
  const samples = [];
  for (let round = 0; round < rounds; round++) {
    for (let key = 0; key < 20; key++) {
      const place = { ...position, character: position.character + key };
      const isLast = key === 19;
      const answer = isLast ? client.next(published(uri, isBroken)) : undefined;
      const from = performance.now();
      change(client, uri, ++version, { start: place, end: place }, isLast ? 'x' : ' ');
      const completion = client.request('textDocument/completion', {
        textDocument: { uri },
        position: place,
      });
      if (answer !== undefined) samples.push((await answer) - from);
      await completion;
      await new Promise((resolve) => setTimeout(resolve, 35));
    }
    const end = { ...position, character: position.character + 20 };
    const mended = client.next(published(uri, (found) => !isBroken(found)));
    change(client, uri, ++version, { start: position, end }, '');
    await mended;
  }
  return samples;
}

function mapFigures(value) {
  return Object.fromEntries(
    Object.entries(value).map(([key, inside]) => [
      key,
      Array.isArray(inside) ? figures(inside) : mapFigures(inside),
    ]),
  );
}
