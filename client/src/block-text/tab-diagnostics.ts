import * as vscode from 'vscode';
import type { LanguageServer } from '../language-server.ts';
import type { BlockTab } from './block-tab.ts';
import type { BlockTabs } from './block-tabs.ts';
import { inTab, settledTab } from './tab-places.ts';

/** Shows in each tab what is wrong in its text, as the content file has it. */
export class TabDiagnostics implements vscode.Disposable {
  readonly #server: LanguageServer;
  readonly #tabs: BlockTabs;
  readonly #shown = vscode.languages.createDiagnosticCollection('kirbyAuthor.blockTextSource');
  readonly #subscriptions: vscode.Disposable;

  constructor(server: LanguageServer, tabs: BlockTabs) {
    this.#server = server;
    this.#tabs = tabs;
    const { languages, workspace } = vscode;
    this.#subscriptions = vscode.Disposable.from(
      this.#shown,
      languages.onDidChangeDiagnostics(({ uris }) => {
        const changed = new Set(uris.map(String));
        for (const tab of tabs.all()) if (changed.has(tab.source.toString())) void this.#show(tab);
      }),
      workspace.onDidOpenTextDocument(({ uri }) => {
        const tab = tabs.get(uri);
        if (tab !== undefined) void this.#show(tab);
      }),
      workspace.onDidCloseTextDocument(({ uri }) => {
        this.#shown.delete(uri);
      }),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #show(tab: BlockTab): Promise<void> {
    const settled = await settledTab(tab);
    const found = vscode.languages
      .getDiagnostics(tab.source)
      .filter(({ source }) => source === 'Kirby');
    if (settled === undefined) return;
    const version = tab.document?.version;
    const ranges = await inTab(
      this.#server,
      settled,
      found.map(({ range }) => range),
    );
    // Whoever types on is told of the next list.
    if (version === undefined || tab.document?.version !== version) return;
    if (this.#tabs.get(tab.uri) !== tab) return;
    const list = found.flatMap((problem, index) => {
      const range = ranges[index];
      return range === undefined ? [] : [moved(problem, range)];
    });
    this.#shown.set(tab.uri, list);
  }
}

function moved(problem: vscode.Diagnostic, range: vscode.Range): vscode.Diagnostic {
  const { message, severity, code, source, relatedInformation } = problem;
  const made = new vscode.Diagnostic(range, message, severity);
  if (code !== undefined) made.code = code;
  if (source !== undefined) made.source = source;
  if (relatedInformation !== undefined) made.relatedInformation = relatedInformation;
  return made;
}
