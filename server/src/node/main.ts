import { existsSync, readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import {
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
} from 'vscode-languageserver/node';
import { messageQueue } from '../lsp/message-queue.ts';
import { rulePage } from '../protocol/rule-page.ts';
import { startServer } from '../lsp/server.ts';
import { nodeFileSystem } from './node-file-system.ts';
import { PromptWriter } from './prompt-writer.ts';
import { workerReader } from './worker-scanner.ts';

// VS Code talks over Node's IPC, other editors start the server with --stdio.
const { messageStrategy, defer } = messageQueue(setImmediate);
const options = { messageStrategy };
/** Whether the editor has said that it is about to hang up. */
let isOver = false;
const connection = process.argv.includes('--stdio')
  ? createConnection(ProposedFeatures.all, input(), new PromptWriter(process.stdout), options)
  : createConnection(ProposedFeatures.all, options);

/** The library ends the process when the editor hangs up only where it made the reader itself. */
function input(): StreamMessageReader {
  const hungUp = (): void => process.exit(isOver ? 0 : 1);
  process.stdin.on('end', hungUp).on('close', hungUp);
  return new StreamMessageReader(process.stdin);
}

connection.onShutdown(() => {
  isOver = true;
});

startServer(connection, {
  defer,
  disk(folder) {
    if (!folder.startsWith('file:')) return undefined;
    const root = fileURLToPath(folder);
    const start = (): Worker => new Worker(new URL('./index-worker.js', import.meta.url));
    return { fileSystem: nodeFileSystem(root), ...workerReader(root, start) };
  },
  randomId: randomUUID,
  now: () => new Date(),
  translations(language) {
    const file = new URL(`../l10n/bundle.l10n.${language}.json`, import.meta.url);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  },
  rulePage,
});
