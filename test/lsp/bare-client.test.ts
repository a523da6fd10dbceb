import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { smallSite } from './small-site.ts';

const bundle = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly uri?: string; readonly diagnostics?: readonly Found[] };
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Found {
  readonly code: string;
  readonly range: Range;
}

interface Range {
  readonly start: { readonly line: number; readonly character: number };
  end: { readonly line: number; readonly character: number };
}

interface Change {
  readonly range: Range;
  readonly newText: string;
}

/**
 * A client that knows the frame of the messages and nothing else: no library, no capabilities, no
 * requests of ours. It refuses whatever it is asked.
 */
class BareClient {
  readonly messages: Message[] = [];
  readonly asked: string[] = [];
  readonly #child: ChildProcess;
  #rest = Buffer.alloc(0);
  #listeners: (() => void)[] = [];
  #lastId = 0;

  constructor() {
    this.#child = spawn(process.execPath, [bundle, 'lsp', '--stdio']);
    this.#child.stdout?.on('data', (chunk: Buffer) => {
      this.#rest = Buffer.concat([this.#rest, chunk]);
      while (this.#take()) for (const listener of this.#listeners) listener();
    });
  }

  kill(): void {
    this.#child.kill();
  }

  send(message: object): void {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#child.stdin?.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  notify(method: string, params: object): void {
    this.send({ method, params });
  }

  async request(method: string, params: object): Promise<unknown> {
    const id = ++this.#lastId;
    this.send({ id, method, params });
    const answer = await this.next((message) => message.id === id && message.method === undefined);
    if (answer.error !== undefined) throw new Error(answer.error.message);
    return answer.result;
  }

  /** The first message that fits, which may have come already. */
  async next(fits: (message: Message) => boolean): Promise<Message> {
    for (;;) {
      const found = this.messages.find(fits);
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => (this.#listeners = [resolve]));
    }
  }

  #take(): boolean {
    const end = this.#rest.indexOf('\r\n\r\n');
    const length = Number(/Content-Length: (\d+)/.exec(this.#rest.toString('latin1', 0, end))?.[1]);
    if (end < 0 || this.#rest.length < end + 4 + length) return false;
    const text = this.#rest.toString('utf8', end + 4, end + 4 + length);
    this.#rest = this.#rest.subarray(end + 4 + length);
    const message = JSON.parse(text) as Message;
    this.messages.push(message);
    if (message.id !== undefined && message.method !== undefined) {
      this.asked.push(message.method);
      this.send({ id: message.id, error: { code: -32601, message: 'Not known here.' } });
    }
    return true;
  }
}

const files = {
  ...smallSite,
  'content/1_article/article.txt':
    'Title: Article\n\n----\n\nCover: - absent.jpg\n\n----\n\nText: (image: photo.jpg)\n\n----\n\n' +
    'Blocks: [{"id":"a","type":"line"},{"id":"a","type":"line"}]\n\n----\n\n',
};
const article = 'content/1_article/article.txt';

describe.skipIf(!existsSync(bundle))('an editor that can do next to nothing', () => {
  let client: BareClient;
  let folder: string;
  let uri: string;
  let capabilities: Readonly<Record<string, unknown>>;

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'kirby-author-'));
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    client = new BareClient();
    onTestFinished(() => {
      client.kill();
      rmSync(folder, { recursive: true });
    });
    const rootUri = pathToFileURL(folder).toString();
    uri = `${rootUri}/${article}`;
    const answer = await client.request('initialize', {
      processId: null,
      rootUri,
      capabilities: {},
    });
    ({ capabilities } = answer as { capabilities: Record<string, unknown> });
    client.notify('initialized', {});
    // The language is what the editor calls it.
    client.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'text', version: 1, text: files[article] },
    });
    await client.next(({ params }) => params?.diagnostics?.length === 2);
  });

  /** The range of a part of the article. */
  function rangeOf(part: string, from = 0): Range {
    const at = files[article].indexOf(part, from);
    const positionAt = (offset: number): Range['start'] => {
      const lines = files[article].slice(0, offset).split('\n');
      return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    };
    return { start: positionAt(at), end: positionAt(at + part.length) };
  }

  const ask = (method: string, part: string, more: object = {}): Promise<unknown> =>
    client.request(`textDocument/${method}`, {
      textDocument: { uri },
      position: rangeOf(part).start,
      ...more,
    });

  test('is told of problems, and asked for nothing', () => {
    const published = client.messages.find(({ params }) => params?.diagnostics?.length === 2);
    const codes = published?.params?.diagnostics?.map(({ code }) => code);
    expect(codes).toEqual(['missing-file', 'duplicate-id']);
    expect(client.asked).toEqual([]);
  });

  test('can ask for problems instead', async () => {
    const answer = await client.request('textDocument/diagnostic', { textDocument: { uri } });
    expect(answer).toMatchObject({
      kind: 'full',
      items: [{ code: 'missing-file' }, { code: 'duplicate-id' }],
    });
    expect(capabilities['diagnosticProvider']).toBeUndefined();
  });

  test('gets fixes that are edits', async () => {
    const range = rangeOf('a","type":"line"}]');
    range.end = { ...range.start, character: range.start.character + 1 };
    const actions = (await client.request('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [] },
    })) as { title: string; edit?: { changes?: Record<string, Change[]> }; command?: unknown }[];
    expect(actions.length).toBeGreaterThan(0);
    for (const { command, edit } of actions) {
      expect(command).toBeUndefined();
      // An editor that says nothing of `documentChanges` reads `changes`.
      expect(edit?.changes?.[uri]?.[0]).toMatchObject({
        range,
        newText: expect.any(String) as unknown,
      });
    }
  });

  test('completes, explains, and leads to definitions and mentions', async () => {
    const end = { position: rangeOf('\n\n----\n\n', files[article].lastIndexOf('\n\n----')).end };
    const list = (await ask('completion', '', end)) as { items: { label: string }[] };
    expect(list.items.map(({ label }) => label)).toContain('Layout');
    expect(JSON.stringify(list)).not.toContain('"insertTextFormat":2');
    expect(JSON.stringify(await ask('hover', 'Cover'))).toContain('files');
    const definition = (await ask('definition', 'photo.jpg')) as { uri: string }[];
    expect([definition].flat().map((one) => one.uri)).toEqual([
      `${pathToFileURL(folder).toString()}/content/1_article/photo.jpg`,
    ]);
    const mentions = await ask('references', 'photo.jpg', {
      context: { includeDeclaration: false },
    });
    expect(mentions).toMatchObject([{ uri, range: rangeOf('photo.jpg') }]);
    expect(await ask('documentHighlight', 'photo.jpg')).toMatchObject([{}]);
  });

  test('is not offered a rename, which would have to rename a file', async () => {
    expect(await ask('prepareRename', 'photo.jpg')).toBeNull();
    await expect(ask('rename', 'photo.jpg', { newName: 'x.jpg' })).rejects.toThrow(
      'This editor renames no files on request.',
    );
  });

  test('lists symbols and folds', async () => {
    const symbols = (await ask('documentSymbol', '')) as { name: string }[];
    expect(symbols.map(({ name }) => name)).toContain('Cover');
    expect(await ask('foldingRange', '')).toEqual(expect.any(Array));
    expect(readFileSync(path.join(folder, article), 'utf8')).toBe(files[article]);
  });
});
