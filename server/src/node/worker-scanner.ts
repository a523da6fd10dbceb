import type { Worker } from 'node:worker_threads';
import { asAtStart } from './engine.ts';
import { type PackedFolders, Unpacker } from '../site/packed-folders.ts';
import type { ScanBatch, Scanner, ScanRequest } from '../site/scan.ts';
import type { FileHits, Wish } from '../site/search/hit.ts';
import type { Searcher } from '../site/search/searcher.ts';
import type { Marks } from '../site/search/signatures.ts';
import type { SitePath } from '../site/site-path.ts';

/** What the index worker is told. */
export interface ToWorker {
  readonly id: number;
  readonly root: string;
  readonly task: Task;
}

export type Task =
  | { readonly kind: 'scan'; readonly request: ScanRequest }
  | { readonly kind: 'sign'; readonly files: readonly SitePath[] }
  | { readonly kind: 'find'; readonly files: readonly SitePath[]; readonly wish: Wish };

/** What the index worker answers: batches and the end of a scan, or one answer to all else, which ends it. */
export type FromWorker =
  | ({ readonly kind: 'batch'; readonly id: number } & PackedBatch)
  | { readonly kind: 'marks'; readonly id: number; readonly marks: Marks }
  | { readonly kind: 'hits'; readonly id: number; readonly hits: readonly FileHits[] }
  | { readonly kind: 'done'; readonly id: number }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };

type PackedBatch = Omit<ScanBatch, 'folders'> & { readonly folders: PackedFolders };

/** Reads a site in another thread. */
export interface WorkerReader {
  readonly scanner: Scanner;
  readonly searcher: Searcher;
}

/** A few dozen milliseconds of work, for which a question of an author may have to wait. */
const FILES_AT_ONCE = 64;

const noMarks: Marks = {
  signatures: { ends: new Uint32Array(), bytes: new Uint8Array() },
  all: new Uint8Array(),
  mentions: { ends: new Uint32Array(), keys: new Float64Array(), bits: new Uint8Array() },
};

/**
 * A thread that does nothing keeps some forty megabytes after it has read a large site; starting one
 * costs some forty milliseconds. An author who searches goes on typing, the index does not.
 */
const IDLE_MILLISECONDS: Readonly<Record<Task['kind'], number>> = {
  scan: 200,
  sign: 200,
  find: 2_000,
};

/**
 * Reads a site in a thread of its own, which is started when there is something to read and ends
 * when there has been nothing for a while.
 *
 * @param root the folder that site paths are relative to
 * @param start starts the thread: `() => new Worker(join(__dirname, 'index-worker.js'))`
 */
export function workerReader(root: string, start: () => Worker): WorkerReader {
  let thread: Thread | undefined;
  const ask = (task: Task, take: (message: FromWorker) => void): Promise<void> => {
    if (thread === undefined) {
      // The thread tells the engine again what is taken back here (`index-worker.ts`).
      asAtStart();
      thread = new Thread(start(), (ended) => {
        if (thread === ended) thread = undefined;
      });
    }
    return thread.ask(root, task, take);
  };
  return {
    scanner: {
      scan: (request, take) => {
        const unpacker = new Unpacker();
        return ask({ kind: 'scan', request }, (message) => {
          if (message.kind !== 'batch') return;
          take({ ...message, folders: unpacker.unpack(message.folders) });
        });
      },
    },
    searcher: {
      atOnce: FILES_AT_ONCE,
      get isAsleep() {
        return thread === undefined;
      },
      async sign(files) {
        let answer: Marks = noMarks;
        await ask({ kind: 'sign', files }, (message) => {
          if (message.kind === 'marks') answer = message.marks;
        });
        return answer;
      },
      async find(files, wish) {
        let answer: readonly FileHits[] = [];
        await ask({ kind: 'find', files, wish }, (message) => {
          if (message.kind === 'hits') answer = message.hits;
        });
        return answer;
      },
    },
  };
}

interface Pending {
  readonly take: (message: FromWorker) => void;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

class Thread {
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  /** Node hands out all messages that wait at once; what an author asks is to come in between. */
  readonly #inbox: FromWorker[] = [];
  readonly #ended: (thread: Thread) => void;
  #lastId = 0;
  #lastKind: Task['kind'] = 'scan';
  /** When it was asked for what an author looks for, in milliseconds. */
  #lastFind = -Infinity;
  #idle: NodeJS.Timeout | undefined;

  constructor(worker: Worker, ended: (thread: Thread) => void) {
    this.#worker = worker;
    this.#ended = ended;
    worker.on('message', (message: FromWorker) => {
      if (message.kind !== 'batch' && this.#inbox.length === 0) this.#receive(message);
      else if (this.#inbox.push(message) === 1) this.#takeSoon();
    });
    worker.on('error', (error) => {
      this.#end(error instanceof Error ? error : new Error(String(error)));
    });
    worker.on('exit', (code) => {
      this.#end(new Error(`The index worker ended with code ${code}.`));
    });
  }

  ask(root: string, task: Task, take: (message: FromWorker) => void): Promise<void> {
    clearTimeout(this.#idle);
    this.#worker.ref();
    const id = ++this.#lastId;
    this.#lastKind = task.kind;
    if (task.kind === 'find') this.#lastFind = performance.now();
    const message: ToWorker = { id, root, task };
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { take, resolve, reject });
      this.#worker.postMessage(message);
    });
  }

  #takeSoon(): void {
    setImmediate(() => {
      const message = this.#inbox.shift();
      if (this.#inbox.length > 0) this.#takeSoon();
      if (message !== undefined) this.#receive(message);
    });
  }

  #receive(message: FromWorker): void {
    const pending = this.#pending.get(message.id);
    if (pending === undefined) return;
    if (message.kind !== 'done' && message.kind !== 'failed') pending.take(message);
    if (message.kind === 'batch') return;
    this.#pending.delete(message.id);
    if (message.kind === 'failed') pending.reject(new Error(message.message));
    else pending.resolve();
    if (this.#pending.size === 0) this.#rest();
  }

  /** A resting thread does not keep the process alive. */
  #rest(): void {
    this.#worker.unref();
    const sinceFind = performance.now() - this.#lastFind;
    const wait = Math.max(IDLE_MILLISECONDS[this.#lastKind], IDLE_MILLISECONDS.find - sinceFind);
    this.#idle = setTimeout(() => {
      this.#end(new Error('The index worker was stopped.'));
      void this.#worker.terminate();
    }, wait).unref();
  }

  #end(error: Error): void {
    clearTimeout(this.#idle);
    for (const pending of this.#pending.values()) pending.reject(error);
    this.#pending.clear();
    this.#ended(this);
  }
}
