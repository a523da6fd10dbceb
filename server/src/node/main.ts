import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../lsp/server.ts';
import { messageQueue } from './message-queue.ts';
import { nodeFileSystem } from './node-file-system.ts';
import { wholeMessages } from './whole-messages.ts';
import { workerReader } from './worker-scanner.ts';

/** Where the pages of the rules are read; the documentation stands in the repository. */
const RULE_PAGES = 'https://github.com/kirby-author/kirby-author/blob/main/docs/rules';

// VS Code talks over Node's IPC, other editors start the server with --stdio.
const { messageStrategy, defer } = messageQueue();
const options = { messageStrategy };
const connection = process.argv.includes('--stdio')
  ? createConnection(ProposedFeatures.all, process.stdin, wholeMessages(process.stdout), options)
  : createConnection(ProposedFeatures.all, options);

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
  rulePage: (code) => `${RULE_PAGES}/${code}.md`,
});
