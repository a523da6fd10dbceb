import * as vscode from 'vscode';
import { NotificationType } from 'vscode-languageclient';
import type { PanelState } from '../../messages/messages.ts';
import { parsePanelState } from '../../messages/parse.ts';
import { previewUpdate, type PreviewUpdate } from '../../../server/src/protocol/index.ts';
import { documentSelector } from '../language-server.ts';
import { PreviewPanel, type Surroundings } from './preview-panel.ts';
import { isWithin, renamed, type Renaming } from '../names/renamed.ts';
import { columnOf } from './text-side.ts';

/** The view type of previews; `package.json` names it in `when` clauses. */
export const viewType = 'kirbyAuthor.preview';

/** All previews: opens them, has them follow the active editor, and brings them back after a reload. */
export class PreviewManager implements vscode.Disposable, vscode.WebviewPanelSerializer {
  readonly #surroundings: Surroundings;
  readonly #panels = new Map<string, PreviewPanel>();
  readonly #subscriptions: vscode.Disposable;
  #opened = 0;

  constructor(surroundings: Surroundings) {
    const { server, hosts } = surroundings;
    this.#surroundings = surroundings;
    this.#subscriptions = vscode.Disposable.from(
      vscode.window.registerWebviewPanelSerializer(viewType, this),
      server.onNews(new NotificationType<PreviewUpdate>(previewUpdate), (update) => {
        this.#panels.get(update.id)?.update(update);
      }),
      server.onStart(() => {
        for (const panel of this.#panels.values()) panel.reopen();
      }),
      hosts.onDidChange(() => {
        for (const panel of this.#panels.values()) panel.hostsChanged();
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        this.#follow(editor);
      }),
      // A file becomes content after it has been opened, when the server has recognised it.
      vscode.workspace.onDidOpenTextDocument(() => {
        this.#follow(vscode.window.activeTextEditor);
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        for (const panel of this.#panelsOf(textEditor.document.uri)) panel.cursorMoved();
        this.#mark(textEditor, selections[0]?.active);
      }),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        for (const panel of this.#panelsOf(textEditor.document.uri)) panel.textScrolled(textEditor);
      }),
      // A text without an editor is closed after a while, and the server renders open ones only.
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (this.#panelsOf(uri).length > 0) void this.#openText(uri);
      }),
      vscode.workspace.onDidDeleteFiles(({ files }) => {
        for (const panel of this.#panels.values()) {
          const isGone = files.some((file) => isWithin(panel.uri, file));
          // A text that is still open can be saved again.
          if (isGone && columnOf(panel.uri) === undefined) panel.dispose();
        }
      }),
      vscode.workspace.onDidRenameFiles(({ files }) => {
        this.#goAlong(files);
      }),
    );
  }

  /** The preview that has the keyboard. */
  get active(): PreviewPanel | undefined {
    return [...this.#panels.values()].find((panel) => panel.isActive);
  }

  /** Opens the preview of a document, or brings up the one that there is. */
  open(uri: vscode.Uri, column: vscode.ViewColumn): void {
    const panels = [...this.#panels.values()];
    const [shown] = this.#panelsOf(uri);
    const follower = panels.find((panel) => !panel.isLocked);
    const panel = shown ?? follower;
    const focus = column !== vscode.ViewColumn.Beside;
    if (panel !== undefined) {
      panel.show(uri);
      panel.reveal(column);
      return;
    }
    const tab = vscode.window.createWebviewPanel(
      viewType,
      vscode.l10n.t('Preview'),
      { viewColumn: column, preserveFocus: !focus },
      { enableScripts: true, enableFindWidget: true },
    );
    this.#add(tab, { uri: uri.toString(), isLocked: false });
  }

  /** Called by VS Code for each preview that was there when the window was closed. */
  async deserializeWebviewPanel(tab: vscode.WebviewPanel, kept: unknown): Promise<void> {
    const state = parsePanelState(kept);
    if (state === undefined) {
      tab.dispose();
      return;
    }
    const panel = this.#add(tab, state);
    // The server renders open documents only, and the text may have no tab of its own. When the file
    // is gone, so is what there was to show.
    if (!(await this.#openText(panel.uri))) panel.dispose();
    // A preview that was hidden has not kept what was written last.
    else this.#follow(vscode.window.activeTextEditor);
  }

  lock(isLocked: boolean): void {
    this.active?.setLocked(isLocked);
    this.#showState();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #add(tab: vscode.WebviewPanel, state: PanelState): PreviewPanel {
    const id = `preview-${++this.#opened}`;
    const panel = new PreviewPanel(id, tab, state, this.#surroundings);
    this.#panels.set(id, panel);
    tab.onDidChangeViewState(() => {
      this.#showState();
    });
    tab.onDidDispose(() => {
      panel.close();
      this.#panels.delete(id);
      this.#showState();
    });
    this.#showState();
    return panel;
  }

  /** Previews that are not locked show what is being written. */
  #follow(editor: vscode.TextEditor | undefined): void {
    // Old versions and the like are shown as text only: the server does not have them.
    if (editor === undefined || vscode.languages.match(documentSelector, editor.document) === 0)
      return;
    const { uri } = editor.document;
    const panels = [...this.#panels.values()];
    // One that is locked to this very document is enough.
    if (this.#panelsOf(uri).length > 0) return;
    for (const panel of panels) if (!panel.isLocked) panel.show(uri);
  }

  /** Previews of what is renamed show it under its new name, those that are locked as well. */
  #goAlong(renamings: readonly Renaming[]): void {
    for (const panel of this.#panels.values()) {
      const uri = renamed(panel.uri, renamings);
      if (uri === undefined) continue;
      panel.show(uri);
      // Maybe nothing else has it open.
      void this.#openText(uri);
    }
  }

  #mark(editor: vscode.TextEditor, place: vscode.Position | undefined): void {
    if (place === undefined) return;
    const { document } = editor;
    // The text has the keyboard: this is the author moving, not a click in the preview.
    const isByHand = editor === vscode.window.activeTextEditor;
    const scroll = isByHand && follows(document);
    for (const panel of this.#panelsOf(document.uri)) void panel.mark(place, scroll);
  }

  #panelsOf(uri: vscode.Uri): readonly PreviewPanel[] {
    const wanted = uri.toString();
    return [...this.#panels.values()].filter((panel) => panel.uri.toString() === wanted);
  }

  async #openText(uri: vscode.Uri): Promise<boolean> {
    try {
      await vscode.workspace.openTextDocument(uri);
      return true;
    } catch {
      return false;
    }
  }

  #showState(): void {
    const isLocked = this.active?.isLocked === true;
    void vscode.commands.executeCommand('setContext', 'kirbyAuthor.previewLocked', isLocked);
  }
}

function follows(document: vscode.TextDocument): boolean {
  return vscode.workspace
    .getConfiguration('kirbyAuthor', document)
    .get('preview.scrollWithCursor', true);
}
