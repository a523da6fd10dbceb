import * as vscode from 'vscode';
import {
  readable,
  type ReadableParams,
  type ReadableResult,
} from '../../../server/src/protocol/index.ts';
import type { LanguageServer } from '../language-server.ts';
import { type GitRepository, repositoryOf } from './git-api.ts';

export const readableScheme = 'kirby-author-readable';

const language = 'kirby-layout';

/** One side of a comparison: a content file as it is now, or as the last commit has it. */
export interface Side {
  readonly uri: vscode.Uri;
  readonly at: 'head' | 'now';
}

/**
 * Content files as they are read: fields as they stand, layouts and blocks as documents. What is as it is
 * now follows what is typed.
 */
export class ReadableSides implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #server: LanguageServer;
  readonly #changes = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changes.event;
  readonly #subscriptions: { dispose(): unknown }[];
  readonly #watched = new Set<GitRepository>();

  constructor(server: LanguageServer) {
    this.#server = server;
    this.#subscriptions = [
      this.#changes,
      vscode.workspace.registerTextDocumentContentProvider(readableScheme, this),
      vscode.workspace.onDidChangeTextDocument(({ document: { uri } }) => {
        if (uri.scheme !== readableScheme) this.#refresh({ uri, at: 'now' });
      }),
    ];
  }

  /** Shows two sides beside each other. */
  async show(left: Side, right: Side, title: string): Promise<void> {
    const sides = [uriOf(left), uriOf(right)] as const;
    for (const side of sides) {
      const document = await vscode.workspace.openTextDocument(side);
      if (document.languageId !== language)
        await vscode.languages.setTextDocumentLanguage(document, language);
    }
    await vscode.commands.executeCommand('vscode.diff', ...sides, title);
  }

  async provideTextDocumentContent(shown: vscode.Uri): Promise<string> {
    const { uri, at } = sideOf(shown);
    const text = at === 'head' ? await this.#head(uri) : await now(uri);
    if (text === undefined) return '';
    const question: ReadableParams = { text };
    return (await this.#server.ask<ReadableResult>(readable, question))?.text ?? text;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #head(uri: vscode.Uri): Promise<string | undefined> {
    const repository = await repositoryOf(uri);
    if (repository === undefined) return undefined;
    this.#watch(repository);
    return atHead(repository, uri);
  }

  /** The last commit may become another one. */
  #watch(repository: GitRepository): void {
    if (this.#watched.has(repository)) return;
    this.#watched.add(repository);
    const watching = repository.state.onDidChange(() => {
      for (const { uri } of vscode.workspace.textDocuments) {
        if (uri.scheme === readableScheme && uri.fragment === 'head') this.#changes.fire(uri);
      }
    });
    this.#subscriptions.push(watching);
  }

  #refresh(side: Side): void {
    const wanted = uriOf(side);
    const isShown = vscode.workspace.textDocuments.some(
      (document) => document.uri.toString() === wanted.toString(),
    );
    if (isShown) this.#changes.fire(wanted);
  }
}

function uriOf({ uri, at }: Side): vscode.Uri {
  return vscode.Uri.from({
    scheme: readableScheme,
    path: uri.path,
    query: uri.toString(),
    fragment: at,
  });
}

/** What a document of the scheme shows. */
export function sideOf({ query, fragment }: vscode.Uri): Side {
  return { uri: vscode.Uri.parse(query, true), at: fragment === 'head' ? 'head' : 'now' };
}

/** The text of a file in the last commit; `undefined`: it is not there. */
export async function atHead(
  repository: GitRepository,
  uri: vscode.Uri,
): Promise<string | undefined> {
  try {
    return await repository.show('HEAD', uri.fsPath);
  } catch {
    return undefined;
  }
}

async function now(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return (await vscode.workspace.openTextDocument(uri)).getText();
  } catch {
    return undefined;
  }
}
