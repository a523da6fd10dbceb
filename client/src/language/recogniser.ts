import * as vscode from 'vscode';
import { NotificationType } from 'vscode-languageclient';
import {
  recognise,
  type RecogniseParams,
  type RecogniseResult,
  sitesChanged,
  type SitesChanged,
} from '../../../server/src/protocol/index.ts';
import type { LanguageServer } from '../language-server.ts';
import type { LanguageChoices } from './choices.ts';
import { contentLanguage, decide, mayBeContent, pathPattern } from './decision.ts';
import { schemes } from './schemes.ts';

/** Milliseconds: VS Code tells of a setting and of what it does because of it one after the other. */
const AT_ONCE = 2000;

/**
 * Gives content files their language as they are opened, and whenever the server has learned about
 * sites. Whatever the author chooses by hand is remembered and stays.
 */
export class Recogniser implements vscode.Disposable {
  readonly #server: LanguageServer;
  readonly #choices: LanguageChoices;
  readonly #subscriptions: vscode.Disposable;
  readonly #unrecognised = new vscode.EventEmitter<vscode.TextDocument>();
  /** Plain text that reads like content and is in no site. */
  readonly onUnrecognised = this.#unrecognised.event;
  readonly #sites = new vscode.EventEmitter<void>();
  /** The server has learned about sites: more files may be content, or in other languages. */
  readonly onSitesChanged = this.#sites.event;
  /** A change of language closes a document and opens the same object again. */
  readonly #languages = new WeakMap<vscode.TextDocument, string>();
  /** Documents whose language is being changed by us. */
  readonly #ours = new Set<vscode.TextDocument>();
  /** The latest choices, with those that they have taken the place of. */
  readonly #latest = new Map<vscode.TextDocument, { at: number; before: string | undefined }>();
  #associatedAt = 0;

  constructor(server: LanguageServer, choices: LanguageChoices) {
    this.#server = server;
    this.#choices = choices;
    this.#subscriptions = vscode.Disposable.from(
      this.#unrecognised,
      this.#sites,
      vscode.workspace.onDidOpenTextDocument((document) => {
        this.#noteChoice(document);
        void this.check([document]);
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('files.associations')) void this.#takeBack();
      }),
      server.onNews(new NotificationType<SitesChanged>(sitesChanged), ({ hasSites }) => {
        // The menu of the Explorer asks for it.
        void vscode.commands.executeCommand('setContext', 'kirbyAuthor.hasSite', hasSites);
        this.#checkAll();
      }),
      server.onStart(() => {
        this.#checkAll();
      }),
    );
    for (const document of vscode.workspace.textDocuments) {
      this.#languages.set(document, document.languageId);
    }
  }

  /** Gives those of the documents their language that are content files. */
  async check(documents: readonly vscode.TextDocument[]): Promise<void> {
    const asked: vscode.TextDocument[] = [];
    for (const document of documents) {
      switch (this.#decide(document)) {
        case 'leave':
          break;
        case 'switch':
          await this.#switch(document);
          break;
        case 'ask':
          asked.push(document);
          break;
      }
    }
    if (asked.length === 0) return;
    const uris = asked.map(({ uri }) => uri.toString());
    const answer = await this.#server.ask<RecogniseResult>(recognise, {
      uris,
    } satisfies RecogniseParams);
    for (const [index, document] of asked.entries()) {
      if (answer?.content[index] === true) await this.#switch(document);
      else if (answer !== undefined && isPlain(document)) this.#unrecognised.fire(document);
    }
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #checkAll(): void {
    void this.check(vscode.workspace.textDocuments);
    this.#sites.fire();
  }

  #decide(document: vscode.TextDocument): ReturnType<typeof decide> {
    if (!schemes.includes(document.uri.scheme) || document.isUntitled) return 'leave';
    const decision = decide({
      languageId: document.languageId,
      choice: this.#choices.get(document.uri),
      isAssociated: isAssociated(document),
    });
    const isWorthIt = this.#server.isWanted || mayBeContent(document.getText());
    return decision === 'ask' && !isWorthIt ? 'leave' : decision;
  }

  async #switch(document: vscode.TextDocument): Promise<void> {
    if (!isPlain(document)) return;
    this.#ours.add(document);
    try {
      await vscode.languages.setTextDocumentLanguage(document, contentLanguage);
    } finally {
      this.#ours.delete(document);
    }
  }

  /** Remembers a language that somebody else gave to an open document. */
  #noteChoice(document: vscode.TextDocument): void {
    const before = this.#languages.get(document);
    const { languageId, uri } = document;
    this.#languages.set(document, languageId);
    if (before === undefined || before === languageId || this.#ours.has(document)) return;
    if (!schemes.includes(uri.scheme)) return;
    if (![before, languageId].some((id) => id === contentLanguage || id === 'plaintext')) return;
    const at = Date.now();
    for (const [one, choice] of this.#latest) {
      if (at - choice.at > AT_ONCE) this.#latest.delete(one);
    }
    if (at - this.#associatedAt < AT_ONCE) return;
    const { before: first } = this.#latest.get(document) ?? { before: this.#choices.get(uri) };
    this.#latest.set(document, { at, before: first });
    void this.#choices.set(uri, languageId);
  }

  /**
   * With each change of `files.associations` VS Code gives all open files the languages that it thinks of
   * anew, those that are none of the change as well. That is nobody's choice.
   */
  async #takeBack(): Promise<void> {
    this.#associatedAt = Date.now();
    const latest = [...this.#latest];
    this.#latest.clear();
    for (const [{ uri }, { at, before }] of latest) {
      if (this.#associatedAt - at > AT_ONCE) continue;
      await (before === undefined ? this.#choices.forget(uri) : this.#choices.set(uri, before));
    }
    await this.check(vscode.workspace.textDocuments);
  }
}

/** Whether it is still there, and still plain text: time passes while the server is asked. */
function isPlain(document: vscode.TextDocument): boolean {
  return !document.isClosed && document.languageId === 'plaintext';
}

/** Whether the author's settings name a language for the file. */
function isAssociated(document: vscode.TextDocument): boolean {
  const patterns = vscode.workspace
    .getConfiguration('files', document.uri)
    .get<Readonly<Record<string, string>>>('associations', {});
  return Object.keys(patterns).some(
    (pattern) => vscode.languages.match({ pattern: pathPattern(pattern) }, document) > 0,
  );
}
