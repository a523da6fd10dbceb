import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/** What the editor shows of the problems in open documents. An equal list is not sent again. */
export class Published {
  readonly #connection: Connection;
  /** What was sent last, by document. */
  readonly #sent = new Map<string, readonly Diagnostic[]>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  has(uri: string): boolean {
    return this.#sent.has(uri);
  }

  show({ uri, version }: TextDocument, diagnostics: Diagnostic[]): void {
    if (isSame(this.#sent.get(uri), diagnostics)) return;
    this.#sent.set(uri, diagnostics);
    void this.#connection.sendDiagnostics({ uri, version, diagnostics });
  }

  /** Clears what is shown of a document that was closed. */
  clear(uri: string): void {
    if (this.#sent.delete(uri)) void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
  }
}

/** Whether two values are the same to whoever reads them as JSON: a key moves the first of them mostly. */
function isSame(a: unknown, b: unknown): boolean {
  if (!isPart(a) || !isPart(b)) return a === b;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    Array.isArray(a) === Array.isArray(b) &&
    keys.every((key) => isSame(a[key], b[key]))
  );
}

function isPart(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
