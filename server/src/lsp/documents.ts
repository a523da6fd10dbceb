import {
  type Connection,
  type TextDocumentContentChangeEvent,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parseContent } from '../kirby/content/parse.ts';
import type { ContentDocument } from '../kirby/content/document.ts';

/**
 * The documents that are open in the editor, each version parsed once and only when asked for.
 * Blueprints are kept apart: to everything that is about content they are not there.
 */
export class OpenDocuments {
  readonly #documents = new TextDocuments({ create: TextDocument.create, update: updated });
  readonly #parsed = new WeakMap<TextDocument, ParsedVersion>();
  readonly #isInSite: (uri: string) => boolean;

  /** @param isInSite whether a file is content of a site */
  constructor(
    isInSite: (uri: string) => boolean,
    listeners: {
      readonly changed: (document: TextDocument) => void;
      readonly closed: (document: TextDocument) => void;
      readonly blueprintClosed: (document: TextDocument) => void;
    },
  ) {
    this.#isInSite = isInSite;
    // Opening counts as a change: both mean that there is a new version.
    this.#documents.onDidChangeContent(({ document }) => {
      listeners.changed(document);
    });
    this.#documents.onDidClose(({ document }) => {
      if (isBlueprint(document)) listeners.blueprintClosed(document);
      else listeners.closed(document);
    });
  }

  listen(connection: Connection): void {
    this.#documents.listen(connection);
  }

  /** A content document. */
  get(uri: string): TextDocument | undefined {
    const document = this.#documents.get(uri);
    return document !== undefined && this.#isContent(document) ? document : undefined;
  }

  /** Whatever is open, content or not. */
  uris(): readonly string[] {
    return this.#documents.keys();
  }

  /** All content documents. */
  all(): readonly TextDocument[] {
    return this.#documents.all().filter((document) => this.#isContent(document));
  }

  /** All blueprints. */
  blueprints(): readonly TextDocument[] {
    return this.#documents.all().filter(isBlueprint);
  }

  blueprint(uri: string): TextDocument | undefined {
    const document = this.#documents.get(uri);
    return document !== undefined && isBlueprint(document) ? document : undefined;
  }

  /** An editor that knows no content by itself sends each plain text: an author's notes are not ours. */
  #isContent(document: TextDocument): boolean {
    return plainText.has(document.languageId)
      ? this.#isInSite(document.uri)
      : !isBlueprint(document);
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

/** What editors call a text of which they know no more. */
const plainText: ReadonlySet<string> = new Set(['plaintext', 'text']);

/** A `TextDocument` stays the same object from one version to the next. */
interface ParsedVersion {
  readonly version: number;
  readonly content: ContentDocument;
}

/**
 * The next version of a document. VS Code's client opens a document that is not on the screen only with
 * the next message, as it is by then: a change that is that message is in the text already, and comes
 * with the version that the document has.
 */
function updated(
  document: TextDocument,
  changes: TextDocumentContentChangeEvent[],
  version: number,
): TextDocument {
  return version > document.version ? TextDocument.update(document, changes, version) : document;
}

/** Whether a document is YAML. Content is never that: its language is ours or plain text. */
function isBlueprint({ languageId }: TextDocument): boolean {
  return languageId === 'yaml';
}
