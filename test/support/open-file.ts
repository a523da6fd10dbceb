import { expect } from 'vitest';
import type {
  CodeAction,
  CodeActionContext,
  Diagnostic,
  Position,
  Range,
  TextDocumentContentChangeEvent,
  TextEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TestClient } from './client.ts';

/** A document that is open in the test's editor. */
export class OpenFile {
  readonly uri: string;
  readonly #client: TestClient;
  #document: TextDocument;

  constructor(client: TestClient, uri: string, text: string, languageId = languageOf(uri)) {
    this.#client = client;
    this.uri = uri;
    this.#document = TextDocument.create(uri, languageId, 1, text);
    const { version } = this.#document;
    client.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
  }

  get text(): string {
    return this.#document.getText();
  }

  get version(): number {
    return this.#document.version;
  }

  /** The place before the first `needle`, moved on by some characters. */
  positionOf(needle: string, by = 0): Position {
    const offset = this.text.indexOf(needle);
    expect(offset, `"${needle}" in the document`).toBeGreaterThanOrEqual(0);
    return this.#document.positionAt(offset + by);
  }

  /** The first `needle`. */
  rangeOf(needle: string): Range {
    return { start: this.positionOf(needle), end: this.positionOf(needle, needle.length) };
  }

  textIn(range: Range): string {
    return this.#document.getText(range);
  }

  /** Sends changes as one new version, and waits for nothing. Each counts on the one before it. */
  send(...changes: readonly (readonly [from: string, to: string])[]): void {
    const events: TextDocumentContentChangeEvent[] = [];
    const version = this.version + 1;
    for (const [from, to] of changes) {
      const event = { range: this.rangeOf(from), text: to };
      events.push(event);
      this.#document = TextDocument.update(this.#document, [event], version);
    }
    this.#client.notify('textDocument/didChange', {
      textDocument: { uri: this.uri, version },
      contentChanges: events,
    });
  }

  /** Replaces the first `from`, and waits until the server has taken it in. */
  async replace(from: string, to: string): Promise<void> {
    this.send([from, to]);
    await this.#client.settled();
  }

  async close(): Promise<void> {
    this.#client.notify('textDocument/didClose', { textDocument: { uri: this.uri } });
    await this.#client.settled();
  }

  /** What the editor shows by now. */
  get diagnostics(): readonly Diagnostic[] {
    return this.#client.diagnosticsOf(this.uri) ?? [];
  }

  /** The codes of what the editor shows by now. */
  get codes(): readonly (string | number | undefined)[] {
    return this.diagnostics.map(({ code }) => code);
  }

  /** A request about this document: its identifier is filled in. */
  ask<Answer>(method: string, params: object = {}): Promise<Answer> {
    return this.#client.request<Answer>(method, { textDocument: { uri: this.uri }, ...params });
  }

  /** A request about the place of the first `needle`, moved on by some characters. */
  askAt<Answer>(method: string, needle: string, by = 0): Promise<Answer> {
    return this.ask<Answer>(method, { position: this.positionOf(needle, by) });
  }

  codeActions(
    range: Range,
    context: Partial<CodeActionContext> = {},
  ): Promise<readonly CodeAction[]> {
    return this.ask('textDocument/codeAction', { range, context: { diagnostics: [], ...context } });
  }

  /** The text after an action: its edits must be of this document and of this very version. */
  textAfter({ edit }: CodeAction): string {
    const [change, ...others] = edit?.documentChanges ?? [];
    expect(others).toEqual([]);
    if (change === undefined || !('textDocument' in change))
      throw new Error('The action edits nothing.');
    expect(change.textDocument).toEqual({ uri: this.uri, version: this.version });
    return this.textWith(change.edits as readonly TextEdit[]);
  }

  textWith(edits: readonly TextEdit[]): string {
    return TextDocument.applyEdits(this.#document, [...edits]);
  }
}

/** The language that the editor gives to a file. */
function languageOf(uri: string): string {
  return /\.ya?ml$/u.test(uri) ? 'yaml' : 'kirby-txt';
}
