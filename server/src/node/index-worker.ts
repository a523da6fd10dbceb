import { parentPort } from 'node:worker_threads';
import { Packer } from '../site/packed-folders.ts';
import { type Scanner, scannerOf } from '../site/scan.ts';
import { type Searcher, searcherOf } from '../site/search/searcher.ts';
import { diskSource } from './disk-source.ts';
import { collectSooner, compileAtOnce, enlargeNursery, keepNurserySmall } from './engine.ts';
import type { FromWorker, Task, ToWorker } from './worker-scanner.ts';

interface Reader {
  readonly scanner: Scanner;
  readonly searcher: Searcher;
}

const readers = new Map<string, Reader>();

function readerOf(root: string): Reader {
  let reader = readers.get(root);
  if (reader === undefined) {
    const source = diskSource(root);
    reader = { scanner: scannerOf(source), searcher: searcherOf(source) };
    readers.set(root, reader);
  }
  return reader;
}

function post(message: FromWorker): void {
  parentPort?.postMessage(message);
}

async function run(id: number, task: Task, { scanner, searcher }: Reader): Promise<void> {
  switch (task.kind) {
    case 'scan': {
      const packer = new Packer();
      await scanner.scan(task.request, ({ folders, ...others }) => {
        post({ kind: 'batch', id, folders: packer.pack(folders), ...others });
      });
      post({ kind: 'done', id });
      break;
    }
    case 'sign':
      post({ kind: 'marks', id, marks: await searcher.sign(task.files) });
      break;
    case 'find':
      post({ kind: 'hits', id, hits: await searcher.find(task.files, task.wish) });
  }
}

// What was taken back so that this thread could start soon, and all other threads are to have again.
enlargeNursery();
keepNurserySmall();
compileAtOnce();
collectSooner();

/** The thread that reads sites; the bundle `dist/index-worker.js`. */
parentPort?.on('message', ({ id, root, task }: ToWorker) => {
  run(id, task, readerOf(root)).catch((error: unknown) => {
    post({ kind: 'failed', id, message: String(error) });
  });
});
