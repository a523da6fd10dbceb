import { PassThrough } from 'node:stream';
import { expect, onTestFinished } from 'vitest';
import {
  type ClientCapabilities,
  type CodeAction,
  type Command,
  type ConfigurationParams,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  DidChangeWatchedFilesNotification,
  type FileEvent,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  ProposedFeatures,
  type PublishDiagnosticsParams,
  type Registration,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { messageQueue } from '../../server/src/lsp/message-queue.ts';
import { startServer } from '../../server/src/lsp/server.ts';
import {
  looksLikeContent,
  previewUpdate,
  type PreviewUpdate,
} from '../../server/src/protocol/index.ts';
import { scannerOf } from '../../server/src/site/scan.ts';
import { countingIds } from './check.ts';
import { folderBelow } from './folder-below.ts';
import { translations } from './translations.ts';
import { MemoryFileSystem } from './memory-file-system.ts';
import { OpenFile } from './open-file.ts';

/** Where the editor of the tests has its one folder. */
export const WORKSPACE = 'file:///site';

export interface ClientOptions {
  /** What lies on the disk: paths in the workspace's folder, or whole URIs. */
  readonly files?: Readonly<Record<string, string>>;
  /** Whether the disk takes letters of either case for the same. */
  readonly foldsCase?: boolean;
  /** Instead of, or besides, what the editor usually says about itself. */
  readonly initialize?: Introduction;
  /** What the editor answers when it is asked for `kirbyAuthor`; an error: it refuses. */
  readonly settings?: unknown;
  /** What it answers instead when it is asked about one of these folders. */
  readonly folderSettings?: Readonly<Record<string, unknown>>;
  /** What the editor answers to other requests of the server, by their names. */
  readonly answers?: Readonly<Record<string, (question: object) => Promise<unknown>>>;
}

/** `rootUri` is deprecated for editors, but not for servers. */
export type Introduction = Omit<Partial<InitializeParams>, 'rootUri'> & {
  readonly rootUri?: string | null;
};

/** What VS Code can do, as far as the server asks. */
export const usualCapabilities: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
    didChangeWatchedFiles: { dynamicRegistration: true },
    didChangeConfiguration: { dynamicRegistration: true },
  },
  textDocument: {
    completion: { completionItem: { snippetSupport: true } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

/**
 * An editor that talks to a server in this process, by the real protocol and through real streams.
 * It waits for messages and never for time to pass. It is gone when the test is over.
 */
export async function startClient(options: ClientOptions = {}): Promise<TestClient> {
  const client = new TestClient(options);
  onTestFinished(() => {
    client.connection.dispose();
  });
  await client.start(options.initialize ?? {});
  return client;
}

export class TestClient {
  readonly connection: ProtocolConnection;
  readonly disk: MemoryFileSystem;
  /** Everything that was published, the first first. */
  readonly published: PublishDiagnosticsParams[] = [];
  /** Everything that the previews were told. */
  readonly updates: PreviewUpdate[] = [];
  /** Names of the other messages from the server, requests and notifications. */
  readonly heard: string[] = [];
  readonly logged: string[] = [];
  readonly registered: Registration[] = [];
  settings: unknown;
  folderSettings: Readonly<Record<string, unknown>>;
  initialized: InitializeResult = { capabilities: {} };
  /** How much of the server's work waits for its messages to be handled. */
  #deferred = 0;
  /** Rises with whatever the server does. */
  #activity = 0;

  constructor({
    files = {},
    settings = {},
    folderSettings = {},
    answers = {},
    foldsCase = false,
  }: ClientOptions) {
    this.disk = new MemoryFileSystem(
      Object.fromEntries(Object.entries(files).map(([path, text]) => [onDisk(path), text])),
      { foldsCase },
    );
    this.settings = settings;
    this.folderSettings = folderSettings;
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    const { messageStrategy, defer } = messageQueue(setImmediate);
    startServer(
      createConnection(
        ProposedFeatures.all,
        new StreamMessageReader(toServer),
        new StreamMessageWriter(toClient),
        { messageStrategy },
      ),
      {
        defer: (callback) => {
          this.#deferred++;
          defer(() => {
            this.#deferred--;
            this.#activity++;
            callback();
          });
        },
        disk: (folder) => {
          if (!folder.startsWith('file:')) return undefined;
          const fileSystem = folderBelow(this.disk, onDisk(folder));
          return { fileSystem, scanner: scannerOf(fileSystem) };
        },
        now: () => new Date(2026, 2, 14, 9, 26, 53),
        randomId: countingIds(),
        translations,
        rulePage: (code) => `https://example.org/rules/${code}`,
      },
    );
    this.connection = createProtocolConnection(
      new StreamMessageReader(toClient),
      new StreamMessageWriter(toServer),
    );
    for (const [method, answer] of Object.entries(answers)) {
      this.connection.onRequest(method, (question: object) => {
        this.#activity++;
        return answer(question);
      });
    }
    this.#listen();
  }

  async start(initialize: Introduction): Promise<void> {
    this.initialized = await this.request<InitializeResult>('initialize', {
      processId: null,
      rootUri: WORKSPACE,
      workspaceFolders: [{ uri: WORKSPACE, name: 'site' }],
      capabilities: usualCapabilities,
      ...initialize,
    });
    this.notify('initialized', {});
    await this.settled();
  }

  request<Answer>(method: string, params: unknown): Promise<Answer> {
    return this.connection.sendRequest<Answer>(method, params);
  }

  notify(method: string, params: unknown): void {
    void this.connection.sendNotification(method, params);
  }

  /**
   * Opens a document as an editor does; the disk need not have it.
   *
   * @param languageId content's, or YAML's by its name, unless given
   */
  async open(path: string, text: string, languageId?: string): Promise<OpenFile> {
    const file = new OpenFile(this, uriOf(path), text, languageId);
    await this.settled();
    return file;
  }

  /** Tells that files have changed on the disk, which must have happened already. */
  async filesChanged(changes: Readonly<Record<string, FileEvent['type']>>): Promise<void> {
    const events = Object.entries(changes).map(([path, type]) => ({ uri: uriOf(path), type }));
    this.notify(DidChangeWatchedFilesNotification.method, { changes: events });
    await this.settled();
  }

  /** Answers the next time that the server asks for them, which it is told to do. */
  async changeSettings(settings: unknown): Promise<void> {
    this.settings = settings;
    this.notify('workspace/didChangeConfiguration', { settings: null });
    await this.settled();
  }

  /** The problems that the editor shows for a file; `undefined` when it was never told of any. */
  diagnosticsOf(path: string): readonly Diagnostic[] | undefined {
    return this.publishedFor(path).at(-1)?.diagnostics;
  }

  publishedFor(path: string): readonly PublishDiagnosticsParams[] {
    return this.published.filter(({ uri }) => uri === uriOf(path));
  }

  /** Fulfilled when the server has nothing left to do. */
  async settled(): Promise<void> {
    for (let calm = 0; calm < 3;) {
      const before = this.#seen();
      // A round trip: whatever was sent before it has been handled.
      await this.request(looksLikeContent, { text: '' });
      calm = this.#deferred === 0 && before === this.#seen() ? calm + 1 : 0;
    }
  }

  #seen(): number {
    return this.#activity + this.disk.reads;
  }

  #listen(): void {
    const { connection } = this;
    connection.onUnhandledNotification(({ method, params }) => {
      this.#activity++;
      this.heard.push(method);
      if (method === 'window/logMessage') this.logged.push(JSON.stringify(params));
    });
    connection.onNotification(
      'textDocument/publishDiagnostics',
      (params: PublishDiagnosticsParams) => {
        this.#activity++;
        this.published.push(params);
      },
    );
    connection.onNotification(previewUpdate, (params: PreviewUpdate) => {
      this.#activity++;
      this.updates.push(params);
    });
    connection.onRequest(
      'client/registerCapability',
      (params: { registrations: Registration[] }) => {
        this.#activity++;
        this.registered.push(...params.registrations);
        return null;
      },
    );
    connection.onRequest('workspace/configuration', (params: ConfigurationParams) => {
      this.#activity++;
      this.heard.push('workspace/configuration');
      if (this.settings instanceof Error) throw this.settings;
      return params.items.map(
        ({ scopeUri = '' }) => this.folderSettings[scopeUri] ?? this.settings,
      );
    });
    connection.onRequest('workspace/inlayHint/refresh', () => {
      this.#activity++;
      this.heard.push('workspace/inlayHint/refresh');
      return null;
    });
    connection.listen();
  }
}

/** A path in the workspace's folder as a URI; a URI stays. */
export function uriOf(path: string): string {
  if (/^[a-z-]+:/u.test(path)) return path;
  return URI.parse(WORKSPACE)
    .with({ path: `/site/${path}` })
    .toString();
}

function onDisk(path: string): string {
  return URI.parse(uriOf(path)).path.replace(/^\/|\/$/gu, '');
}

/** The one action of this title. */
export function actionNamed(actions: readonly (CodeAction | Command)[], title: string): CodeAction {
  const titles = actions.map((action) => action.title);
  expect(titles).toContain(title);
  const found = actions.find((action) => action.title === title);
  if (found === undefined || !('edit' in found)) throw new Error(`"${title}" has no edit.`);
  return found;
}
