import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * The smallest client of a language server on stdio that can measure it: frames, byte counts, push
 * and pull diagnostics, and VS Code's answers to what servers ask.
 */
export class Client {
  #child;
  #buffer = Buffer.alloc(0);
  #nextId = 1;
  #waiting = new Map();
  #listeners = new Set();
  sent = 0;
  received = 0;
  /** The diagnostics last published, by document. */
  diagnostics = new Map();

  constructor(command, args, options = {}) {
    this.#child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'], ...options });
    this.#child.stdout.on('data', (chunk) => this.#take(chunk));
  }

  get pid() {
    return this.#child.pid;
  }

  notify(method, params) {
    this.#send({ method, params });
  }

  request(method, params) {
    const id = this.#nextId++;
    const answer = new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.#send({ id, method, params });
    return answer;
  }

  /** The first message from now on that `pick` answers something for. */
  next(pick) {
    return new Promise((resolve) => {
      const listener = (message) => {
        const found = pick(message);
        if (found === undefined) return;
        this.#listeners.delete(listener);
        resolve(found);
      };
      this.#listeners.add(listener);
    });
  }

  async initialize(rootUri) {
    const folders = rootUri === undefined ? null : [{ uri: rootUri, name: 'bench' }];
    const result = await this.request('initialize', {
      processId: process.pid,
      rootUri: rootUri ?? null,
      workspaceFolders: folders,
      capabilities: {
        workspace: {
          configuration: true,
          workspaceFolders: true,
          workspaceEdit: {
            documentChanges: true,
            resourceOperations: ['create', 'rename', 'delete'],
          },
        },
        textDocument: { completion: { completionItem: { snippetSupport: true } } },
      },
    });
    this.notify('initialized', {});
    return result;
  }

  /** User and system time of the process so far, in milliseconds; undefined where there is no /proc. */
  cpu() {
    try {
      const fields = readFileSync(`/proc/${this.pid}/stat`, 'utf8').split(') ')[1].split(' ');
      return (Number(fields[11]) + Number(fields[12])) * 10;
    } catch {
      return undefined;
    }
  }

  async stop() {
    const gone = new Promise((resolve) => this.#child.once('exit', resolve));
    await this.request('shutdown', null);
    this.notify('exit', null);
    await gone;
  }

  #send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    const frame = Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
    this.sent += frame.length;
    this.#child.stdin.write(frame);
  }

  #take(chunk) {
    this.received += chunk.length;
    this.#buffer = this.#buffer.length === 0 ? chunk : Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const head = this.#buffer.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(
        /Content-Length: (\d+)/i.exec(this.#buffer.toString('latin1', 0, head))[1],
      );
      const end = head + 4 + length;
      if (this.#buffer.length < end) return;
      const message = JSON.parse(this.#buffer.toString('utf8', head + 4, end));
      this.#buffer = this.#buffer.subarray(end);
      this.#handle(message);
    }
  }

  #handle(message) {
    if (message.method === undefined) {
      const { resolve, reject } = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (message.error === undefined) resolve(message.result);
      else reject(new Error(message.error.message));
      return;
    }
    if (message.id !== undefined) {
      const asked = message.method === 'workspace/configuration' ? message.params.items : [];
      this.#send({ id: message.id, result: asked.map(() => null) });
    }
    if (message.method === 'textDocument/publishDiagnostics') {
      this.diagnostics.set(message.params.uri, message.params);
    }
    for (const listener of [...this.#listeners]) listener(message);
  }
}
