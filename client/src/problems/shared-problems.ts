import * as vscode from 'vscode';
import {
  DiagnosticCollectionSource,
  type DiagnosticCollectionProvider,
  type Middleware,
} from 'vscode-languageclient';
import { documentSelector } from '../language-server.ts';

/**
 * One collection for what the server says of open files and for what it is asked about the others,
 * so that no problem is ever listed twice.
 */
class SharedProblems implements DiagnosticCollectionProvider {
  #shared: vscode.DiagnosticCollection | undefined;

  create(name: string | undefined): vscode.DiagnosticCollection {
    return (this.#shared ??= vscode.languages.createDiagnosticCollection(name));
  }

  dispose(collection: vscode.DiagnosticCollection, source: DiagnosticCollectionSource): void {
    if (source === DiagnosticCollectionSource.push) {
      collection.dispose();
      this.#shared = undefined;
      return;
    }
    const answered: vscode.Uri[] = [];
    collection.forEach((uri) => {
      if (!isOpen(uri)) answered.push(uri);
    });
    for (const uri of answered) collection.delete(uri);
  }
}

export const sharedProblems: DiagnosticCollectionProvider = new SharedProblems();

/** What comes late for a file that has been opened meanwhile must not replace what is known better. */
export const closedFilesOnly: NonNullable<Middleware['provideWorkspaceDiagnostics']> = (
  resultIds,
  token,
  report,
  next,
) =>
  next(resultIds, token, (chunk) => {
    report(chunk && { ...chunk, items: chunk.items.filter(({ uri }) => !isOpen(uri)) });
  });

/** Whether the server has the file from the editor. */
function isOpen(uri: vscode.Uri): boolean {
  const wanted = uri.toString();
  return vscode.workspace.textDocuments.some(
    (document) =>
      document.uri.toString() === wanted && vscode.languages.match(documentSelector, document) > 0,
  );
}
