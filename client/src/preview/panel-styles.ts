import * as vscode from 'vscode';
import type { Styles } from '../../messages/messages.ts';
import { readStyles, stylePatterns } from './style-files.ts';

/** What the styles of a page depend on. */
export interface StyledPage {
  /** The address of a folder for the page, with a slash at the end. */
  addressOf(folder: vscode.Uri): string;
  post(message: Styles): void;
}

/** Gives a preview the site's own style sheets, and again when one of them or the setting changes. */
export class PanelStyles implements vscode.Disposable {
  readonly #page: StyledPage;
  readonly #subscriptions: vscode.Disposable;
  #document: vscode.Uri | undefined;
  #site: vscode.Uri | undefined;
  #watched = '';
  #watchers: readonly vscode.Disposable[] = [];
  /** Number of the latest reading: older ones are dropped. */
  #reading = 0;

  constructor(page: StyledPage) {
    this.#page = page;
    const again = (): void => {
      void this.#read();
    };
    this.#subscriptions = vscode.Disposable.from(
      vscode.workspace.onDidGrantWorkspaceTrust(again),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('kirbyAuthor.preview.styles')) again();
      }),
      // Not everything that can be edited is watched: a repository far away is not.
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        if (this.#watchers.length > 0 && uri.path.toLowerCase().endsWith('.css')) again();
      }),
    );
  }

  /** The page shows a document from now on, or has forgotten what it was told. */
  show(document: vscode.Uri): void {
    this.#document = document;
    void this.#read();
  }

  /** The folder of the site has become known: addresses like `/assets/a.png` start there. */
  siteIs(folder: vscode.Uri): void {
    if (this.#site?.toString() === folder.toString()) return;
    this.#site = folder;
    if (this.#watchers.length > 0) void this.#read();
  }

  dispose(): void {
    this.#reading++;
    this.#subscriptions.dispose();
    for (const watcher of this.#watchers) watcher.dispose();
  }

  async #read(): Promise<void> {
    const reading = ++this.#reading;
    const folder = this.#document && vscode.workspace.getWorkspaceFolder(this.#document);
    const patterns = stylePatterns(folder);
    this.#watch(folder, patterns);
    const files = folder === undefined ? [] : await readStyles(folder, patterns);
    if (reading !== this.#reading) return;
    if (folder === undefined || files.length === 0) {
      this.#page.post({ kind: 'styles', sheets: [], folder: '', root: '' });
      return;
    }
    const address = this.#page.addressOf(folder.uri);
    const path = folder.uri.path.replace(/\/*$/, '/');
    const sheets = files.map(({ uri, text }) => ({
      text,
      base: address + uri.path.slice(path.length).split('/').map(encodeURIComponent).join('/'),
    }));
    const root = this.#site === undefined ? address : this.#page.addressOf(this.#site);
    this.#page.post({ kind: 'styles', sheets, folder: address, root });
  }

  #watch(folder: vscode.WorkspaceFolder | undefined, patterns: readonly string[]): void {
    const wanted = folder === undefined ? '' : [folder.uri.toString(), ...patterns].join('\n');
    if (wanted === this.#watched) return;
    this.#watched = wanted;
    for (const watcher of this.#watchers) watcher.dispose();
    this.#watchers =
      folder === undefined ? [] : patterns.map((pattern) => this.#watcher(folder, pattern));
  }

  #watcher(folder: vscode.WorkspaceFolder, pattern: string): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(folder, pattern.replace(/^(?:\.?\/)+/, '')),
    );
    const again = (): void => {
      void this.#read();
    };
    watcher.onDidChange(again);
    watcher.onDidCreate(again);
    watcher.onDidDelete(again);
    return watcher;
  }
}
