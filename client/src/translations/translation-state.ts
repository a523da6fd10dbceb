import * as vscode from 'vscode';
import {
  translations,
  type TranslationsParams,
  type TranslationsResult,
} from '../../../server/src/protocol/index.ts';
import { contentLanguage } from '../language/decision.ts';
import type { Recogniser } from '../language/recogniser.ts';
import type { LanguageServer } from '../language-server.ts';

/** Tells the editor whether what is being written has translations, and is one: commands depend on it. */
export class TranslationState implements vscode.Disposable {
  readonly #server: LanguageServer;
  readonly #subscriptions: vscode.Disposable;
  /** What the editor knows. */
  readonly #shown = new Map<string, boolean>();

  constructor(server: LanguageServer, recogniser: Recogniser) {
    this.#server = server;
    this.#subscriptions = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(() => void this.#update()),
      // A change of language closes a document and opens it again.
      vscode.workspace.onDidOpenTextDocument((document) => {
        if (document === vscode.window.activeTextEditor?.document) void this.#update();
      }),
      recogniser.onSitesChanged(() => void this.#update()),
    );
    void this.#update();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #update(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    const files =
      document?.languageId === contentLanguage
        ? (await translationsOf(this.#server, document))?.files
        : undefined;
    // Meanwhile another document may be shown, which asks for itself.
    if (document !== vscode.window.activeTextEditor?.document) return;
    this.#show('kirbyAuthor.hasTranslations', files !== undefined);
    this.#show(
      'kirbyAuthor.isTranslation',
      files?.some(({ isCurrent, isDefault }) => isCurrent && !isDefault) === true,
    );
  }

  #show(key: string, value: boolean): void {
    if (this.#shown.get(key) === value) return;
    this.#shown.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  }
}

/** What the server knows of a document's translations; `undefined`: it has none. */
export function translationsOf(
  server: LanguageServer,
  { uri }: vscode.TextDocument,
  position?: vscode.Position,
): Promise<TranslationsResult | undefined> {
  const question: TranslationsParams = {
    uri: uri.toString(),
    ...(position === undefined
      ? {}
      : { position: { line: position.line, character: position.character } }),
  };
  return server.ask<TranslationsResult>(translations, question);
}
