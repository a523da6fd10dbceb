import { parentPort } from 'node:worker_threads';
import { scan } from '../site/scan.ts';
import { diskSource } from './disk-source.ts';
import type { FromWorker, ToWorker } from './worker-scanner.ts';

/** The thread that reads sites; the bundle `dist/index-worker.js`. */
parentPort?.on('message', ({ id, root, request }: ToWorker) => {
  const post = (message: FromWorker): void => parentPort?.postMessage(message);
  scan(diskSource(root), request, (batch) => {
    post({ kind: 'batch', id, batch });
  }).then(
    () => {
      post({ kind: 'done', id });
    },
    (error: unknown) => {
      post({ kind: 'failed', id, message: String(error) });
    },
  );
});
