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

/**
 * Content files as they are read, side by side with the last commit: fields as they stand, layouts and
 * blocks as documents. The side of the working file follows what is typed.
 */
export class CompareWithHead implements vscode.TextDocumentContentProvider, vscode.Disposable {
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
        if (uri.scheme !== readableScheme) this.#refresh('now', uri);
      }),
    ];
  }

  /** @param resource a file of the Explorer or of the Source Control view; else the one being written */
  async compare(resource: unknown): Promise<void> {
    const uri = fileOf(resource);
    if (uri === undefined) return;
    const repository = await repositoryOf(uri);
    if (repository === undefined) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('The file is in no git repository that VS Code has open.'),
      );
      return;
    }
    if ((await atHead(repository, uri)) === undefined) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('The last commit does not have this file.'),
      );
      return;
    }
    this.#watch(repository);
    const [left, right] = [sideOf(uri, 'head'), sideOf(uri, 'now')];
    for (const side of [left, right]) {
      const document = await vscode.workspace.openTextDocument(side);
      if (document.languageId !== language)
        await vscode.languages.setTextDocumentLanguage(document, language);
    }
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    await vscode.commands.executeCommand(
      'vscode.diff',
      left,
      right,
      vscode.l10n.t('{0} (HEAD ↔ now)', name),
    );
  }

  async provideTextDocumentContent(side: vscode.Uri): Promise<string> {
    const uri = comparedFile(side);
    const text = side.fragment === 'head' ? await this.#head(uri) : await now(uri);
    if (text === undefined) return '';
    const question: ReadableParams = { text };
    return (await this.#server.ask<ReadableResult>(readable, question))?.text ?? text;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #head(uri: vscode.Uri): Promise<string | undefined> {
    const repository = await repositoryOf(uri);
    return repository && atHead(repository, uri);
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

  #refresh(side: Side, uri: vscode.Uri): void {
    const wanted = sideOf(uri, side);
    const isShown = vscode.workspace.textDocuments.some(
      (document) => document.uri.toString() === wanted.toString(),
    );
    if (isShown) this.#changes.fire(wanted);
  }
}

type Side = 'head' | 'now';

function sideOf(uri: vscode.Uri, side: Side): vscode.Uri {
  return vscode.Uri.from({
    scheme: readableScheme,
    path: uri.path,
    query: uri.toString(),
    fragment: side,
  });
}

/** The file of one side of a comparison. */
export function comparedFile(side: vscode.Uri): vscode.Uri {
  return vscode.Uri.parse(side.query, true);
}

/** The text of a file in the last commit. */
async function atHead(repository: GitRepository, uri: vscode.Uri): Promise<string | undefined> {
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

function fileOf(resource: unknown): vscode.Uri | undefined {
  if (resource instanceof vscode.Uri) return resource;
  const isState = typeof resource === 'object' && resource !== null && 'resourceUri' in resource;
  const inState = isState ? resource.resourceUri : undefined;
  if (inState instanceof vscode.Uri) return inState;
  return vscode.window.activeTextEditor?.document.uri;
}
