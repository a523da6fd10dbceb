import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Client } from './client.mjs';
import { figures } from './figures.mjs';
import { generateSite } from './generated-site.mjs';

/** Rounds that are not counted: the engine compiles what runs often, and a session is long. */
const warmUpRounds = 10;

/** Until nothing is read, signed or collected any more, in milliseconds. */
const rest = 5_000;

const reading = fileURLToPath(new URL('reading.mjs', import.meta.url));

/**
 * Measures the server on a generated site: how long until it knows everything, what it holds in
 * memory, and how soon it answers then. All times in milliseconds, memory in megabytes.
 */
export async function measureSite({ ours, floor, pages, rounds }) {
  const folder = mkdtempSync(join(tmpdir(), 'kirby-author-site-'));
  try {
    const facts = generateSite(folder, pages);
    const text = readFileSync(facts.opened.path, 'utf8');
    const site = { folder, text, ...facts, uri: pathToFileURL(facts.opened.path).href };
    const starts = { whole: [], first: [], near: [], cpu: [], read: [], readCpu: [], while: [] };
    for (let round = 0; round < rounds.starts; round++) {
      readOnly(site, starts);
      await start(ours, site, starts);
    }
    const rssOfFloor = await restingFloor(floor, site);
    const session = await requests(ours, site, rounds.requests);
    return { facts, rssOfFloor, ...mapped(starts), ...session };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What Node needs to read the same files, its own start included. */
function readOnly({ folder, texts }, samples) {
  const from = performance.now();
  const { stdout } = spawnSync(process.execPath, [reading, join(folder, 'content')]);
  samples.read.push(performance.now() - from);
  const read = JSON.parse(stdout);
  if (read.texts < texts) throw new Error(`Read ${read.texts} of ${texts} files.`);
  samples.readCpu.push(read.cpu);
}

/** As the extension starts it (`client/src/desktop.ts`). */
function open(command) {
  const env = { ...process.env, MALLOC_ARENA_MAX: '1' };
  return new Client(process.execPath, [command, '--stdio'], { env });
}

async function begin(client, { folder, uri, text }) {
  await client.initialize(pathToFileURL(folder).href);
  client.notify('textDocument/didOpen', {
    textDocument: { uri, languageId: 'kirby-txt', version: 1, text },
  });
}

/** Process start → what is wrong in the document → its folder is known → all that is missing is told. */
async function start(command, site, samples) {
  const { text, opened } = site;
  const from = performance.now();
  const client = open(command);
  const first = client.next(published(site, isBroken));
  const whole = client.next(published(site, (found) => tellsMissing(found, site)));
  await begin(client, site);
  samples.first.push((await first) - from);
  const place = { textDocument: { uri: site.uri }, position: positionAt(text, opened.near[3]) };
  let isNear = false;
  let isWhole = false;
  const done = whole.then((at) => {
    isWhole = true;
    samples.whole.push(at - from);
    samples.cpu.push(client.cpu());
  });
  while (!isWhole) {
    const asked = performance.now();
    const found = await client.request('textDocument/definition', place);
    samples.while.push(performance.now() - asked);
    if (!isNear && [found].flat().some(Boolean)) samples.near.push(performance.now() - from);
    isNear ||= [found].flat().some(Boolean);
    await Promise.race([done, new Promise((resolve) => setTimeout(resolve, 10))]);
  }
  await client.stop();
}

const isBroken = (found) => found.some(({ code }) => code === 'broken-json');

/** Exactly the mentions that lead nowhere are told. */
function tellsMissing(found, { text, opened }) {
  const told = found.filter(({ code }) => code === 'missing-uuid');
  const places = new Set(told.map(({ range }) => range.start.line));
  const expected = opened.missing.map((uuid) => positionAt(text, uuid).line);
  return places.size === expected.length && expected.every((line) => places.has(line));
}

function published({ uri }, right) {
  return ({ method, params }) =>
    method === 'textDocument/publishDiagnostics' && params.uri === uri && right(params.diagnostics)
      ? performance.now()
      : undefined;
}

/** In the middle of where a word stands. */
function positionAt(text, word) {
  const offset = text.indexOf(word) + 2;
  const before = text.slice(0, offset);
  return { line: before.split('\n').length - 1, character: offset - before.lastIndexOf('\n') - 1 };
}

async function restingFloor(command, site) {
  const client = open(command);
  await begin(client, site);
  await new Promise((resolve) => setTimeout(resolve, rest / 2));
  const memory = residentSize(client);
  await client.stop();
  return memory;
}

/** Megabytes that a process holds; undefined where there is no /proc. */
function residentSize({ pid }) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/u.exec(status)[1]) / 1024;
  } catch {
    return undefined;
  }
}

/** What an author asks for in a long session, and what happens on the disk meanwhile. */
async function requests(command, site, rounds) {
  const { uri, text, opened, folder, lastTitle } = site;
  const client = open(command);
  const whole = client.next(published(site, (found) => tellsMissing(found, site)));
  await begin(client, site);
  await whole;
  await client.request('kirbyAuthor/search', { query: 'zzzqqq', whenComplete: true });
  await new Promise((resolve) => setTimeout(resolve, rest));
  const idle = residentSize(client);
  const textDocument = { uri };
  const far = positionAt(text, opened.far[0]);
  const cover = positionAt(text, 'file://');
  const picture = join(opened.folder, 'near-2.jpg');
  const questions = {
    references: ['textDocument/references', far, { context: { includeDeclaration: true } }],
    hover: ['textDocument/hover', far],
    // Behind `file://`: all files of the site may follow.
    completion: ['textDocument/completion', { ...cover, character: cover.character + 5 }],
    rename: ['textDocument/rename', far, { newName: 'another.jpg' }],
  };
  const samples = { symbols: [], willRename: [], symbolsAfterChange: [] };
  for (const name of Object.keys(questions)) samples[name] = [];
  let version = 1;
  const key = () => {
    // A key in the title, as somebody types who then asks; the next one takes it away again.
    const at = { line: 0, character: 8 };
    const end = version % 2 === 1 ? at : { line: 0, character: 9 };
    client.notify('textDocument/didChange', {
      textDocument: { uri, version: ++version },
      contentChanges: [{ range: { start: at, end }, text: version % 2 === 0 ? 'x' : '' }],
    });
  };
  const timed = async (name, method, params, round) => {
    const asked = performance.now();
    const answer = await client.request(method, params);
    if (round >= warmUpRounds) samples[name].push(performance.now() - asked);
    return answer;
  };
  for (let round = 0; round < rounds + warmUpRounds; round++) {
    for (const [name, [method, position, rest]] of Object.entries(questions)) {
      await pause();
      key();
      const answer = await timed(name, method, { textDocument, position, ...rest }, round);
      if (answer === null) throw new Error(`${method} answers nothing.`);
    }
    await pause();
    key();
    await timed('symbols', 'workspace/symbol', { query: lastTitle.slice(0, 12) }, round);
    const files = [
      { oldUri: pathToFileURL(picture).href, newUri: pathToFileURL(`${picture}.png`).href },
    ];
    await timed('willRename', 'workspace/willRenameFiles', { files }, round);
  }
  const changes = await onDisk(client, site, rounds, async (round) => {
    const query = { query: `page ${round}1` };
    await timed('symbolsAfterChange', 'workspace/symbol', query, round + warmUpRounds);
  });
  const many = await manyChanges(client, site, { folder, rounds: Math.ceil(rounds / 4) });
  const end = residentSize(client);
  await client.stop();
  return { idle, end, ...mapped({ ...samples, ...changes, many }) };
}

/** So long a quick typist needs for the next key: what the last one set off is done. */
function pause() {
  return new Promise((resolve) => setTimeout(resolve, 35));
}

/** A picture that is missing appears and vanishes again: event → right diagnostics. */
async function onDisk(client, site, rounds, between) {
  const { opened } = site;
  const samples = { appears: [], vanishes: [] };
  const [uuid] = opened.missing;
  const { line } = positionAt(site.text, uuid);
  const isTold = (found) =>
    found.some(({ code, range }) => code === 'missing-uuid' && range.start.line === line);
  const picture = join(opened.folder, 'appears.jpg');
  const metadata = `${picture}.fr.txt`;
  const tell = (type) => {
    client.notify('workspace/didChangeWatchedFiles', {
      changes: [picture, metadata].map((path) => ({ uri: pathToFileURL(path).href, type })),
    });
  };
  for (let round = 0; round < rounds; round++) {
    writeFileSync(picture, 'a picture');
    writeFileSync(metadata, `Template: image\n\n----\n\nUuid: ${uuid}`);
    const gone = client.next(published(site, (found) => !isTold(found)));
    const from = performance.now();
    tell(1);
    samples.appears.push((await gone) - from);
    await between(round);
    unlinkSync(picture);
    unlinkSync(metadata);
    const back = client.next(published(site, isTold));
    const since = performance.now();
    tell(3);
    samples.vanishes.push((await back) - since);
  }
  return samples;
}

/** A thousand files change at once, as when a branch is checked out: the next question's answer. */
async function manyChanges(client, { uri, aside }, { rounds }) {
  const paths = aside.slice(0, 1_000);
  const changes = paths.map((path) => ({ uri: pathToFileURL(path).href, type: 2 }));
  const samples = [];
  for (let round = 0; round < rounds; round++) {
    for (const path of paths.slice(0, 50)) {
      writeFileSync(path, readFileSync(path, 'utf8').replace(/^Tags: .*$/mu, `Tags: ${round}`));
    }
    client.notify('workspace/didChangeWatchedFiles', { changes });
    const asked = performance.now();
    await client.request('textDocument/documentSymbol', { textDocument: { uri } });
    samples.push(performance.now() - asked);
    await client.request('kirbyAuthor/search', { query: 'zzzqqq', whenComplete: true });
  }
  return samples;
}

function mapped(samples) {
  return Object.fromEntries(Object.entries(samples).map(([name, list]) => [name, figures(list)]));
}
