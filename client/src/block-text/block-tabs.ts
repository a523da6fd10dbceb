import * as vscode from 'vscode';
import {
  blockTextRead,
  type BlockTextAtResult,
  type BlockTextReadResult,
} from '../../../server/src/protocol/index.ts';
import type { Recogniser } from '../language/recogniser.ts';
import type { LanguageServer } from '../language-server.ts';
import { renamed, type Renaming } from '../names/renamed.ts';
import { BlockTab, openDocument } from './block-tab.ts';
import { blockScheme, blockUri, sourceOf } from './block-uri.ts';
import { problemOf } from './tab-problem.ts';

/**
 * The tabs that show one text of a content file each, as files of a file system of their own: VS Code
 * opens, saves and restores them like any other. What they hold stands in the content files alone.
 */
export class BlockTabs implements vscode.FileSystemProvider, vscode.Disposable {
  readonly #server: LanguageServer;
  readonly #recogniser: Recogniser;
  readonly #tabs = new Map<string, BlockTab>();
  readonly #files = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#files.event;
  readonly #problems = vscode.languages.createDiagnosticCollection('kirbyAuthor.blockText');
  readonly #subscriptions: vscode.Disposable;
  /** Tabs that are being saved. */
  readonly #saving = new Set<BlockTab>();

  constructor(server: LanguageServer, recogniser: Recogniser) {
    this.#server = server;
    this.#recogniser = recogniser;
    const { workspace } = vscode;
    this.#subscriptions = vscode.Disposable.from(
      this.#files,
      this.#problems,
      workspace.registerFileSystemProvider(blockScheme, this, { isCaseSensitive: true }),
      workspace.onDidChangeTextDocument(({ document }) => {
        this.#settle(document.uri);
      }),
      workspace.onDidOpenTextDocument(({ uri }) => {
        if (uri.scheme === blockScheme) void this.#restored(uri);
        else this.#settle(uri);
      }),
      workspace.onDidSaveTextDocument(({ uri }) => {
        this.#settle(uri);
      }),
      workspace.onDidCloseTextDocument(({ uri }) => {
        this.#closed(uri);
      }),
      workspace.onDidRenameFiles(({ files }) => {
        this.#goAlong(files);
      }),
      server.onStart(() => {
        for (const tab of this.#tabs.values()) void this.#bringTogether(tab);
      }),
    );
    for (const { uri } of workspace.textDocuments) {
      if (uri.scheme === blockScheme) void this.#restored(uri);
    }
  }

  /** The tab of a file, if it is known. */
  get(uri: vscode.Uri): BlockTab | undefined {
    return this.#tabs.get(uri.toString());
  }

  all(): Iterable<BlockTab> {
    return this.#tabs.values();
  }

  /**
   * Shows a text of a document; the tab that has it already, if any does.
   *
   * @param viewColumn where a new tab opens; beside what is active when the text of the document is
   *   nowhere
   */
  async open(
    source: vscode.Uri,
    text: BlockTextAtResult,
    viewColumn: vscode.ViewColumn | undefined,
  ): Promise<void> {
    const known = [...this.#tabs.values()].find(
      ({ key, source: of, state }) =>
        key === text.key && of.toString() === source.toString() && state !== 'lost',
    );
    const isTaken = (one: vscode.Uri): boolean => this.get(one) !== undefined;
    const uri = known?.uri ?? blockUri(source, text, isTaken);
    if (known === undefined) this.#add(uri, source, text);
    // The encoding of the author's files is none of this file's.
    const document = await vscode.workspace.openTextDocument(uri, { encoding: 'utf8' });
    await useLanguage(document, text.languageId);
    const { cursor } = text;
    const at = cursor && new vscode.Position(cursor.line, cursor.character);
    await vscode.window.showTextDocument(uri, {
      preview: false,
      viewColumn: viewColumn ?? vscode.ViewColumn.Beside,
      ...(at === undefined ? {} : { selection: new vscode.Range(at, at) }),
    });
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const tab = await this.#tab(uri);
    return {
      type: vscode.FileType.File,
      ctime: 0,
      mtime: tab.time,
      size: new TextEncoder().encode(tab.content).length,
      ...(tab.state === 'lost' || tab.isReadOnly
        ? { permissions: vscode.FilePermission.Readonly }
        : {}),
    };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return new TextEncoder().encode((await this.#tab(uri)).content);
  }

  /** Saves the content file; what is to be saved has been written into it as it was typed. */
  async writeFile(uri: vscode.Uri): Promise<void> {
    const tab = await this.#tab(uri);
    await tab.settle();
    const problem = problemOf(tab);
    if (problem !== undefined) throw vscode.FileSystemError.Unavailable(problem);
    tab.touch();
    const source = openDocument(tab.source);
    if (source?.isDirty !== true) return;
    this.#saving.add(tab);
    try {
      if (await source.save()) return;
      throw vscode.FileSystemError.Unavailable(
        vscode.l10n.t('{0} was not saved.', tab.source.path),
      );
    } finally {
      this.#saving.delete(tab);
    }
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  readDirectory(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  createDirectory(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  delete(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  rename(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #add(
    uri: vscode.Uri,
    source: vscode.Uri,
    text: Pick<BlockTextAtResult, 'address' | 'key' | 'shown'>,
  ): BlockTab {
    const tab: BlockTab = new BlockTab({ uri, source, key: text.key }, text, this.#server, () => {
      this.#changed(tab);
    });
    this.#tabs.set(uri.toString(), tab);
    return tab;
  }

  /** The tab of a file; one that VS Code has restored is found again. */
  async #tab(uri: vscode.Uri): Promise<BlockTab> {
    const known = this.#tabs.get(uri.toString());
    if (known !== undefined) return known;
    const at = sourceOf(uri);
    if (at === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    const source = await vscode.workspace.openTextDocument(at.uri);
    await this.#recogniser.check([source]);
    const question = { uri: at.uri.toString(), address: at.address };
    const answer = await this.#server.ask<BlockTextReadResult>(blockTextRead, question);
    // Somebody else may have asked as well.
    const other = this.#tabs.get(uri.toString());
    if (other !== undefined) return other;
    if (answer?.kind !== 'found') throw vscode.FileSystemError.FileNotFound(uri);
    const { address, key, shown = '' } = answer;
    return this.#add(uri, at.uri, { address, key, shown });
  }

  /** A tab with unsaved text is restored without its file being read. */
  async #restored(uri: vscode.Uri): Promise<void> {
    try {
      await this.#bringTogether(await this.#tab(uri));
    } catch {
      // What it showed is no longer there; VS Code says so.
    }
  }

  #changed(tab: BlockTab): void {
    this.#files.fire([{ type: vscode.FileChangeType.Changed, uri: tab.uri }]);
    const problem = problemOf(tab);
    if (problem === undefined) {
      this.#problems.delete(tab.uri);
      return;
    }
    const at = tab.problem?.line ?? 0;
    const line = new vscode.Range(at, 0, at, Number.MAX_SAFE_INTEGER);
    const diagnostic = new vscode.Diagnostic(line, problem, vscode.DiagnosticSeverity.Warning);
    diagnostic.source = 'Kirby Author';
    this.#problems.set(tab.uri, [diagnostic]);
  }

  /** A tab, or a content file with tabs, is another one than before. */
  #settle(uri: vscode.Uri): void {
    for (const tab of this.#tabsAbout(uri)) void this.#bringTogether(tab);
  }

  #tabsAbout(uri: vscode.Uri): readonly BlockTab[] {
    if (this.#tabs.size === 0) return [];
    const about = uri.toString();
    const own = this.#tabs.get(about);
    if (own !== undefined) return [own];
    return [...this.#tabs.values()].filter(({ source }) => source.toString() === about);
  }

  async #bringTogether(tab: BlockTab): Promise<void> {
    await tab.settle();
    const { document } = tab;
    const source = openDocument(tab.source);
    if (document?.isDirty !== true || source === undefined || source.isDirty) return;
    // The content file is saved, and so is all that the tab holds; but a formatter must not come in.
    const editor = vscode.workspace.getConfiguration('editor', document);
    if (!tab.isSettled || this.#saving.has(tab) || editor.get('formatOnSave') === true) return;
    await document.save();
  }

  /** Tabs of what is renamed show the text under its new name. */
  #goAlong(renamings: readonly Renaming[]): void {
    for (const tab of this.#tabs.values()) {
      const source = renamed(tab.source, renamings);
      if (source === undefined) continue;
      tab.follow(source);
      void this.#bringTogether(tab);
    }
  }

  #closed(uri: vscode.Uri): void {
    const tabs = this.#tabsAbout(uri);
    // A document that is given another language is closed and opened again.
    if (openDocument(uri) === undefined && uri.scheme === blockScheme) {
      this.#tabs.delete(uri.toString());
      this.#problems.delete(uri);
      return;
    }
    for (const tab of tabs) {
      tab.forgetVersion();
      void this.#bringTogether(tab);
    }
  }
}

/** Gives a document a language, if the editor knows it. */
async function useLanguage(document: vscode.TextDocument, id: string): Promise<void> {
  if (document.languageId === id) return;
  const known = await vscode.languages.getLanguages();
  if (known.includes(id)) await vscode.languages.setTextDocumentLanguage(document, id);
}
