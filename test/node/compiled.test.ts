import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/** A copy of what `npm run build` makes, for as long as the test runs. */
function installed(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'kirby-author-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  for (const file of ['package.json', 'main.js', 'cli.js', 'server.js', 'index-worker.js']) {
    cpSync(path.join(dist, file), path.join(folder, file));
  }
  return folder;
}

function help(folder: string): string {
  const { stdout, stderr } = spawnSync(process.execPath, [path.join(folder, 'cli.js'), '--help'], {
    encoding: 'utf8',
  });
  return stdout + stderr;
}

/** Serves an editor until what is missing in a site is known, for which another thread has to read it. */
async function serve(folder: string, site: string): Promise<void> {
  const server = spawn(process.execPath, [path.join(folder, 'server.js'), '--stdio']);
  const ended = once(server, 'exit');
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const isRead = new Promise<void>((resolve) => {
    connection.onNotification('textDocument/publishDiagnostics', (found: unknown) => {
      if (JSON.stringify(found).includes('"missing-uuid"')) resolve();
    });
  });
  connection.listen();
  const uri = pathToFileURL(site).href;
  const file = path.join(site, 'content', 'site.txt');
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: 'site' }],
    capabilities: {},
  });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: {
      uri: pathToFileURL(file).href,
      languageId: 'kirby-txt',
      version: 1,
      text: readFileSync(file, 'utf8'),
    },
  });
  await isRead;
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  await ended;
}

describe.skipIf(!existsSync(path.join(dist, 'cli.js')))('the compiled bundle', () => {
  test('is ASCII, as it is read', () => {
    expect(readFileSync(path.join(dist, 'main.js')).findIndex((byte) => byte > 127)).toBe(-1);
  });

  test('is kept beside the bundle and used again', () => {
    const folder = installed();
    const compiled = path.join(folder, 'cli.compiled');
    const first = help(folder);
    expect(first).toContain('kirby-author COMMAND');
    const kept = readFileSync(compiled);
    expect(help(folder)).toBe(first);
    expect(readFileSync(compiled).equals(kept)).toBe(true);
  });

  test('is used again by a server that has read a site', async () => {
    const folder = installed();
    const site = path.join(folder, 'site');
    mkdirSync(path.join(site, 'content'), { recursive: true });
    mkdirSync(path.join(site, 'site', 'blueprints'), { recursive: true });
    writeFileSync(
      path.join(site, 'content', 'site.txt'),
      'Title: Site\n\n----\n\nText: (link: page://a1B2c3D4e5F6g7H8)\n',
    );
    await serve(folder, site);
    const kept = statSync(path.join(folder, 'server.compiled'));
    await serve(folder, site);
    expect(statSync(path.join(folder, 'server.compiled')).ino).toBe(kept.ino);
  });

  test('is made anew for another bundle, and when it is no use', () => {
    const folder = installed();
    const compiled = path.join(folder, 'cli.compiled');
    const first = help(folder);
    const mark = readFileSync(compiled, 'latin1').slice(0, 64);
    utimesSync(path.join(folder, 'main.js'), 1, 1);
    expect(help(folder)).toBe(first);
    const next = readFileSync(compiled, 'latin1').slice(0, 64);
    expect(next).not.toBe(mark);
    writeFileSync(compiled, `${next}no code at all`);
    expect(help(folder)).toBe(first);
    expect(readFileSync(compiled).length).toBeGreaterThan(10_000);
  });
});
