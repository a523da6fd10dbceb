import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/** What the editor shows of the problems in open documents. An equal list is not sent again. */
export class Published {
  readonly #connection: Connection;
  /** What was sent last, by document. */
  readonly #sent = new Map<string, string>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  has(uri: string): boolean {
    return this.#sent.has(uri);
  }

  show({ uri, version }: TextDocument, diagnostics: Diagnostic[]): void {
    const text = diagnostics.length === 0 ? '' : JSON.stringify(diagnostics);
    if (this.#sent.get(uri) === text) return;
    this.#sent.set(uri, text);
    void this.#connection.sendDiagnostics({ uri, version, diagnostics });
  }

  /** Clears what is shown of a document that was closed. */
  clear(uri: string): void {
    if (this.#sent.delete(uri)) void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
  }
}
