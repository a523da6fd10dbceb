import type { Worker } from 'node:worker_threads';
import type { ScanBatch, Scanner, ScanRequest } from '../site/scan.ts';

/** What the index worker is told. */
export interface ToWorker {
  readonly id: number;
  readonly root: string;
  readonly request: ScanRequest;
}

/** What the index worker answers. */
export type FromWorker =
  | { readonly kind: 'batch'; readonly id: number; readonly batch: ScanBatch }
  | { readonly kind: 'done'; readonly id: number }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };

/** A thread that does nothing costs ten megabytes; starting one costs some forty milliseconds. */
const IDLE_MILLISECONDS = 2_000;

/**
 * Reads a site in a thread of its own, which is started when there is something to read and ends
 * when there has been nothing for a while.
 *
 * @param root the folder that site paths are relative to
 * @param start starts the thread: `() => new Worker(join(__dirname, 'index-worker.js'))`
 */
export function workerScanner(root: string, start: () => Worker): Scanner {
  let thread: Thread | undefined;
  return {
    scan(request, take) {
      thread ??= new Thread(start(), (ended) => {
        if (thread === ended) thread = undefined;
      });
      return thread.scan(root, request, take);
    },
  };
}

interface Scan {
  readonly take: (batch: ScanBatch) => void;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

class Thread {
  readonly #worker: Worker;
  readonly #scans = new Map<number, Scan>();
  readonly #ended: (thread: Thread) => void;
  #lastId = 0;
  #idle: NodeJS.Timeout | undefined;

  constructor(worker: Worker, ended: (thread: Thread) => void) {
    this.#worker = worker;
    this.#ended = ended;
    worker.on('message', (message: FromWorker) => {
      this.#receive(message);
    });
    worker.on('error', (error) => {
      this.#end(error instanceof Error ? error : new Error(String(error)));
    });
    worker.on('exit', (code) => {
      this.#end(new Error(`The index worker ended with code ${code}.`));
    });
  }

  scan(root: string, request: ScanRequest, take: (batch: ScanBatch) => void): Promise<void> {
    clearTimeout(this.#idle);
    this.#worker.ref();
    const id = ++this.#lastId;
    const message: ToWorker = { id, root, request };
    return new Promise((resolve, reject) => {
      this.#scans.set(id, { take, resolve, reject });
      this.#worker.postMessage(message);
    });
  }

  #receive(message: FromWorker): void {
    const scan = this.#scans.get(message.id);
    if (scan === undefined) return;
    if (message.kind === 'batch') {
      scan.take(message.batch);
      return;
    }
    this.#scans.delete(message.id);
    if (message.kind === 'done') scan.resolve();
    else scan.reject(new Error(message.message));
    if (this.#scans.size === 0) this.#rest();
  }

  /** A resting thread does not keep the process alive. */
  #rest(): void {
    this.#worker.unref();
    this.#idle = setTimeout(() => {
      this.#end(new Error('The index worker was stopped.'));
      void this.#worker.terminate();
    }, IDLE_MILLISECONDS).unref();
  }

  #end(error: Error): void {
    clearTimeout(this.#idle);
    for (const scan of this.#scans.values()) scan.reject(error);
    this.#scans.clear();
    this.#ended(this);
  }
}
