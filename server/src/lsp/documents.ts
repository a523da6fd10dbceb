import { type Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parseContent } from '../kirby/content/parse.ts';
import type { ContentDocument } from '../kirby/content/document.ts';

/** The documents that are open in the editor, each version parsed once and only when asked for. */
export class OpenDocuments {
  readonly #documents = new TextDocuments(TextDocument);
  readonly #parsed = new WeakMap<TextDocument, ParsedVersion>();

  constructor(listeners: {
    readonly changed: (document: TextDocument) => void;
    readonly closed: (document: TextDocument) => void;
  }) {
    // Opening counts as a change: both mean that there is a new version.
    this.#documents.onDidChangeContent(({ document }) => {
      listeners.changed(document);
    });
    this.#documents.onDidClose(({ document }) => {
      listeners.closed(document);
    });
  }

  listen(connection: Connection): void {
    this.#documents.listen(connection);
  }

  get(uri: string): TextDocument | undefined {
    return this.#documents.get(uri);
  }

  all(): readonly TextDocument[] {
    return this.#documents.all();
  }

  /** The fields of the current version of a document. */
  content(document: TextDocument): ContentDocument {
    const known = this.#parsed.get(document);
    if (known?.version === document.version) return known.content;
    const content = parseContent(document.getText());
    this.#parsed.set(document, { version: document.version, content });
    return content;
  }
}

/** A `TextDocument` stays the same object from one version to the next. */
interface ParsedVersion {
  readonly version: number;
  readonly content: ContentDocument;
}
