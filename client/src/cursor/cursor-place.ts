import * as vscode from 'vscode';
import {
  cursorPlace,
  type CursorPlaceParams,
  type CursorPlaceResult,
} from '../../../server/src/protocol/index.ts';
import { contentLanguage } from '../language/decision.ts';
import type { Recogniser } from '../language/recogniser.ts';
import { documentSelector, type LanguageServer } from '../language-server.ts';
import { showPlace } from './status-item.ts';

/** The context key that keys for moving a block in the text depend on. */
const movableKey = 'kirbyAuthor.cursorInBlock';

/** Tells the editor what the cursor is in: for keys, and for what the language's status says. */
export class CursorPlace implements vscode.Disposable {
  readonly #server: LanguageServer;
  readonly #item = vscode.languages.createLanguageStatusItem('kirbyAuthor.place', documentSelector);
  readonly #subscriptions: vscode.Disposable;
  #isMovable = false;
  /** Whether something has changed since the last question, which one question at a time asks for. */
  #isDue = false;
  #isAsking = false;

  constructor(server: LanguageServer, recogniser: Recogniser) {
    this.#server = server;
    this.#item.name = 'Kirby Author';
    const { window, workspace } = vscode;
    const isActive = (document: vscode.TextDocument): boolean =>
      document === window.activeTextEditor?.document;
    this.#subscriptions = vscode.Disposable.from(
      this.#item,
      window.onDidChangeActiveTextEditor(() => void this.#update()),
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === window.activeTextEditor) void this.#update();
      }),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (isActive(document)) void this.#update();
      }),
      // A change of language closes a document and opens it again.
      workspace.onDidOpenTextDocument((document) => {
        if (isActive(document)) void this.#update();
      }),
      recogniser.onSitesChanged(() => void this.#update()),
    );
    void this.#update();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #update(): Promise<void> {
    this.#isDue = true;
    if (this.#isAsking) return;
    this.#isAsking = true;
    try {
      while (this.#isDue) {
        this.#isDue = false;
        await this.#ask();
      }
    } finally {
      this.#isAsking = false;
    }
  }

  async #ask(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const place =
      editor?.document.languageId === contentLanguage
        ? await placeAt(this.#server, editor.document, editor.selection.active)
        : undefined;
    this.#show(place?.isMovable === true);
    if (place !== undefined) showPlace(this.#item, place);
  }

  #show(isMovable: boolean): void {
    if (this.#isMovable === isMovable) return;
    this.#isMovable = isMovable;
    void vscode.commands.executeCommand('setContext', movableKey, isMovable);
  }
}

/** What the server says of a place in a document. */
export function placeAt(
  server: LanguageServer,
  { uri }: vscode.TextDocument,
  { line, character }: vscode.Position,
): Promise<CursorPlaceResult | undefined> {
  const question: CursorPlaceParams = { uri: uri.toString(), position: { line, character } };
  return server.ask<CursorPlaceResult>(cursorPlace, question);
}
