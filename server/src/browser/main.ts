import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { messageQueue } from '../lsp/message-queue.ts';
import { rulePage } from '../protocol/rule-page.ts';
import { startServer } from '../lsp/server.ts';

declare const self: DedicatedWorkerGlobalScope;

// The library hands on one message in each turn of a timer, and so waits whoever defers.
const { messageStrategy, defer } = messageQueue((callback) => {
  setTimeout(callback, 0);
});
const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(self),
  new BrowserMessageWriter(self),
  { messageStrategy },
);

startServer(connection, {
  defer,
  // A worker of a browser reaches no disk: the client reads.
  disk: () => undefined,
  randomId: () => crypto.randomUUID(),
  now: () => new Date(),
  rulePage,
});
