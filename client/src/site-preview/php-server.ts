import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { type Answer, parseAnswer } from './answer.ts';

/** The parts that a server is made of, as absolute paths. */
export interface PhpServerParts {
  /** PHP's command line program. */
  readonly php: string;
  /** The folder of the site's index.php. */
  readonly root: string;
  /** Our `media/site-preview/router.php`. */
  readonly router: string;
  /** The compiled `php-keeper.ts`. */
  readonly keeper: string;
  /** Seconds of computing that one request may take; 10 by default. */
  readonly seconds?: number;
}

/** A server was asked for, and PHP did not begin to serve. */
export class NoPhpServer extends Error {}

/** Milliseconds that PHP may take to start to listen. */
const patience = 10_000;
/** Requests of one process before it is replaced, for what extensions of PHP leak. */
const lifetime = 2000;

/**
 * PHP's built-in server with a site of the workspace, on a random port of this machine. Texts of
 * editors reach it in a file of a temporary folder, which takes what Kirby would write, too.
 */
export class PhpServer {
  readonly #parts: PhpServerParts;
  readonly #folder: string;
  readonly #port: number;
  readonly #token = randomBytes(24).toString('hex');
  #keeper: ChildProcess | undefined;
  #isClosed = false;
  /** The new start that is under way: whoever wants another one meanwhile gets this one. */
  #restarting: Promise<void> | undefined;
  #states = 0;
  #writing: Promise<void> = Promise.resolve();

  private constructor(parts: PhpServerParts, folder: string, port: number) {
    this.#parts = parts;
    this.#folder = folder;
    this.#port = port;
  }

  /** Starts a server and waits until it answers. Throws `NoPhpServer` when it does not. */
  static async start(parts: PhpServerParts): Promise<PhpServer> {
    const folder = await realpath(await mkdtemp(path.join(os.tmpdir(), 'kirby-author-site-')));
    const server = new PhpServer(parts, folder, await freePort());
    try {
      await server.#begin();
      return server;
    } catch (error) {
      await server.close();
      throw error;
    }
  }

  /** `http://127.0.0.1:PORT`. */
  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** The id of PHP's process and of its group. */
  pid: number | undefined;

  /**
   * Gives the server the texts that count instead of the files on disk.
   *
   * @param overlay texts by absolute path
   * @param base the address that the editor forwards to the server, where it is not `origin`
   */
  async show(overlay: Readonly<Record<string, string>>, base: string = this.origin): Promise<void> {
    const number = ++this.#states;
    // A request never sees half a file, and the last state wins.
    this.#writing = this.#writing.then(async () => {
      if (this.#isClosed) return;
      const next = path.join(this.#folder, `state-${number}.json`);
      await writeFile(next, JSON.stringify({ base, overlay }), { mode: 0o600 });
      await rename(next, path.join(this.#folder, 'state.json'));
    });
    await this.#writing;
    if (number % lifetime === 0) await this.restart();
  }

  /** Where the page of a content file is on the site. */
  async where(file: string, milliseconds = 20_000): Promise<Answer> {
    const question = this.withToken(
      `${this.origin}/__kirby-author/where?file=${encodeURIComponent(file)}`,
    );
    const response = await fetch(question, { signal: AbortSignal.timeout(milliseconds) });
    return parseAnswer(await response.text());
  }

  /** An address with the word that lets it in. */
  withToken(address: string): string {
    const url = new URL(address);
    url.searchParams.set('_kirby_author', this.#token);
    return url.href;
  }

  /** Whether the server answers in time. While a page is being made it does not: it does one thing at a time. */
  async answers(milliseconds: number): Promise<boolean> {
    try {
      const alive = this.withToken(`${this.origin}/__kirby-author/alive`);
      return (await fetch(alive, { signal: AbortSignal.timeout(milliseconds) })).ok;
    } catch {
      return false;
    }
  }

  /**
   * Ends a page that hangs, with everything it started, and serves again at the same address; unless the
   * server has been closed.
   */
  async restart(): Promise<void> {
    this.#restarting ??= this.#endAndBegin().finally(() => {
      this.#restarting = undefined;
    });
    await this.#restarting;
  }

  async #endAndBegin(): Promise<void> {
    await this.#end();
    // It may have been closed meanwhile, or just because of that a page was not made.
    if (!this.#isClosed) await this.#begin();
  }

  /** Ends PHP and removes the folder. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#end();
    await this.#writing.catch(() => undefined);
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  async #begin(): Promise<void> {
    const { php, root, router, keeper, seconds = 10 } = this.#parts;
    const child = fork(keeper, [], {
      cwd: root,
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: {
        ...process.env,
        // Workers would outlive the process that is ended.
        PHP_CLI_SERVER_WORKERS: undefined,
        ELECTRON_RUN_AS_NODE: '1',
        KIRBY_AUTHOR_FOLDER: this.#folder,
        KIRBY_AUTHOR_TOKEN: this.#token,
      },
    });
    this.#keeper = child;
    child.on('message', (pid) => {
      if (typeof pid === 'number') this.pid = pid;
    });
    child.once('error', () => undefined);
    const set = (name: string, value: string | number): readonly string[] => [
      '-d',
      `${name}=${value}`,
    ];
    child.send([
      php,
      ...set('max_execution_time', seconds),
      ...set('memory_limit', '256M'),
      ...set('display_errors', 0),
      ...set('log_errors', 1),
      ...set('error_log', path.join(this.#folder, 'php.log')),
      ...set('session.save_path', this.#folder),
      ...set('opcache.revalidate_freq', 0),
      ...['-S', `127.0.0.1:${this.#port}`, '-t', root, router],
    ]);
    const end = Date.now() + patience;
    while (child.exitCode === null && child.signalCode === null && Date.now() < end) {
      if (await this.answers(1000)) return;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    if (this.#isClosed) return;
    throw new NoPhpServer(`PHP (${php}) did not start to serve the site.`);
  }

  async #end(): Promise<void> {
    const child = this.#keeper;
    this.#keeper = undefined;
    this.pid = undefined;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.send('end', () => {
      if (child.connected) child.disconnect();
    });
    await gone;
  }
}

/** A port that nobody listens on now. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const port = portOf(probe);
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new NoPhpServer('There is no free port.');
  return address.port;
}
