import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  createProtocolConnection,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { article, content, smallSite } from './small-site.ts';

const bundle = fileURLToPath(new URL('../../dist/server.js', import.meta.url));

/** A site on the disk, for as long as the test runs. */
function siteOnDisk(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'kirby-author-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  for (const [file, text] of Object.entries(smallSite)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return folder;
}

interface Running {
  readonly connection: ProtocolConnection;
  /** The exit code, once there is one. */
  readonly exit: Promise<number>;
  readonly errors: () => string;
  readonly hangUp: () => void;
}

function start(): Running {
  const child = spawn(process.execPath, [bundle, '--stdio']);
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const exit = once(child, 'exit').then(([code]) => code as number);
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  onTestFinished(() => {
    connection.dispose();
    child.kill();
  });
  return { connection, exit, errors: () => errors, hangUp: () => child.stdin.end() };
}

describe.skipIf(!existsSync(bundle))('the bundled server, which `npm run build` makes', () => {
  const nothing = {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: null,
    capabilities: {},
  };

  test('starts, reads a site in its own thread, answers, and ends when it is told to', async () => {
    const folder = siteOnDisk();
    const { connection, exit, errors } = start();
    const published = new Promise<PublishDiagnosticsParams>((resolve) => {
      connection.onNotification(
        'textDocument/publishDiagnostics',
        (params: PublishDiagnosticsParams) => {
          // Until the site has been read nothing is missing.
          if (params.diagnostics.length > 0) resolve(params);
        },
      );
    });
    const rootUri = pathToFileURL(folder).toString();
    const { serverInfo } = await connection.sendRequest<InitializeResult>('initialize', {
      ...nothing,
      rootUri,
    });
    expect(serverInfo?.name).toBe('Kirby Author');
    void connection.sendNotification('initialized', {});
    const uri = `${rootUri}/${article}`;
    const text = content({ Cover: '- absent.jpg' });
    void connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'kirby-txt', version: 1, text },
    });
    expect(await published).toMatchObject({
      uri,
      version: 1,
      diagnostics: [{ code: 'missing-file' }],
    });
    await connection.sendRequest('shutdown');
    void connection.sendNotification('exit');
    expect(await exit).toBe(0);
    expect(errors()).toBe('');
  });

  test('speaks the language of the editor', async () => {
    const { connection } = start();
    const published = new Promise<PublishDiagnosticsParams>((resolve) => {
      connection.onNotification('textDocument/publishDiagnostics', resolve);
    });
    await connection.sendRequest('initialize', { ...nothing, locale: 'fr' });
    void connection.sendNotification('initialized', {});
    void connection.sendNotification('textDocument/didOpen', {
      textDocument: {
        uri: 'file:///a/content/a.txt',
        languageId: 'kirby-txt',
        version: 1,
        text: 'Title: A\n\n----\n\nTitle: B\n',
      },
    });
    expect((await published).diagnostics[0]?.message).toMatch(/^Ce champ figure ici à nouveau\. /);
  });

  test('ends with an error when the editor hangs up', async () => {
    const { connection, exit, hangUp } = start();
    await connection.sendRequest('initialize', nothing);
    hangUp();
    expect(await exit).toBe(1);
  });

  test('ends without one when the editor has said so, whether it says that last word or not', async () => {
    const { connection, exit, hangUp } = start();
    await connection.sendRequest('initialize', nothing);
    await connection.sendRequest('shutdown');
    hangUp();
    expect(await exit).toBe(0);
  });
});
