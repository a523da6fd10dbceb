import * as vscode from 'vscode';
import { type BaseLanguageClient, type NotificationType, State } from 'vscode-languageclient';
import { contentLanguage } from './language/decision.ts';
import { schemes } from './language/schemes.ts';

export const documentSelector = schemes.map((scheme) => ({ scheme, language: contentLanguage }));

/**
 * The language server, started by the first question to it or the first content file. A question
 * that it cannot answer gets `undefined`; the log says why.
 */
export class LanguageServer implements vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #log: vscode.LogOutputChannel;
  /** Who listens, by the name of the news. */
  readonly #news = new Map<string, vscode.EventEmitter<unknown>>();
  #isWanted = false;

  constructor(client: BaseLanguageClient, log: vscode.LogOutputChannel) {
    this.#client = client;
    this.#log = log;
  }

  /** Whether it runs or is about to. */
  get isWanted(): boolean {
    return this.#isWanted;
  }

  async start(): Promise<void> {
    if (this.#isWanted) return;
    this.#isWanted = true;
    try {
      await this.#client.start();
    } catch (error) {
      // The client has shown a message; the log keeps the details.
      this.#log.error('The language server did not start.', describe(error));
    }
  }

  async restart(): Promise<void> {
    this.#isWanted = true;
    try {
      await this.#client.stop();
    } catch (error) {
      // It hangs, which is why it is to be started anew.
      this.#log.warn('The language server did not stop in time.', describe(error));
    }
    try {
      await this.#client.start();
    } catch (error) {
      this.#log.error('The language server did not start again.', describe(error));
    }
  }

  async ask<Answer>(
    method: string,
    question: object,
    token?: vscode.CancellationToken,
  ): Promise<Answer | undefined> {
    await this.start();
    try {
      // A token that is not there would become a second parameter, in place of the server's own token.
      const answer = await (token === undefined
        ? this.#client.sendRequest<Answer | null>(method, question)
        : this.#client.sendRequest<Answer | null>(method, question, token));
      return answer ?? undefined;
    } catch (error) {
      if (token?.isCancellationRequested === true) return undefined;
      this.#log.warn(`${method} was not answered.`, describe(error));
      return undefined;
    }
  }

  tell(method: string, news: object): void {
    void this.#tell(method, news);
  }

  async #tell(method: string, news: object): Promise<void> {
    await this.start();
    try {
      await this.#client.sendNotification(method, news);
    } catch (error) {
      this.#log.warn(`${method} was not delivered.`, describe(error));
    }
  }

  /** Called with news of the server, each listener of several; the client itself has room for one only. */
  onNews<News>(type: NotificationType<News>, listener: (news: News) => void): vscode.Disposable {
    const { method } = type;
    const news = this.#news.get(method) ?? new vscode.EventEmitter<unknown>();
    if (!this.#news.has(method)) {
      this.#news.set(method, news);
      this.#client.onNotification(type, (one) => {
        news.fire(one);
      });
    }
    return news.event((one) => {
      listener(one as News);
    });
  }

  /** Called whenever the server runs anew and knows nothing of what it was told before. */
  onStart(listener: () => void): vscode.Disposable {
    return vscode.Disposable.from(
      this.#client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) listener();
      }),
    );
  }

  dispose(): void {
    for (const news of this.#news.values()) news.dispose();
    void this.#client.dispose().catch((error: unknown) => {
      this.#log.warn('The language server did not stop in time.', describe(error));
    });
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
