import * as vscode from 'vscode';
import { NotificationType } from 'vscode-languageclient';
import type { PanelState } from '../../messages/messages.ts';
import { parsePanelState } from '../../messages/parse.ts';
import { previewUpdate, type PreviewUpdate } from '../../../server/src/protocol/index.ts';
import { contentLanguage } from '../language/decision.ts';
import type { LanguageServer } from '../language-server.ts';
import { PreviewPanel } from './preview-panel.ts';

/** The view type of previews; `package.json` names it in `when` clauses. */
export const viewType = 'kirbyAuthor.preview';

/** All previews: opens them, has them follow the active editor, and brings them back after a reload. */
export class PreviewManager implements vscode.Disposable, vscode.WebviewPanelSerializer {
  readonly #surroundings: { readonly extension: vscode.Uri; readonly server: LanguageServer };
  readonly #panels = new Map<string, PreviewPanel>();
  readonly #subscriptions: vscode.Disposable;
  #opened = 0;

  constructor(extension: vscode.Uri, server: LanguageServer) {
    this.#surroundings = { extension, server };
    this.#subscriptions = vscode.Disposable.from(
      vscode.window.registerWebviewPanelSerializer(viewType, this),
      server.onNews(new NotificationType<PreviewUpdate>(previewUpdate), (update) => {
        this.#panels.get(update.id)?.update(update);
      }),
      server.onStart(() => {
        for (const panel of this.#panels.values()) panel.reopen();
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        this.#follow(editor);
      }),
      // A file becomes content after it has been opened, when the server has recognised it.
      vscode.workspace.onDidOpenTextDocument(() => {
        this.#follow(vscode.window.activeTextEditor);
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        this.#mark(textEditor, selections[0]?.active);
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
    const shown = panels.find((panel) => panel.uri.toString() === uri.toString());
    const follower = panels.find((panel) => !panel.isLocked);
    const panel = shown ?? follower;
    const focus = column !== vscode.ViewColumn.Beside;
    if (panel !== undefined) {
      panel.show(uri);
      panel.reveal(focus);
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
    this.#add(tab, state);
    try {
      // The server renders open documents only, and the text may have no tab of its own.
      await vscode.workspace.openTextDocument(vscode.Uri.parse(state.uri));
    } catch {
      // The file is gone, and so is what there was to show.
      tab.dispose();
    }
  }

  lock(isLocked: boolean): void {
    this.active?.setLocked(isLocked);
    this.#showState();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #add(tab: vscode.WebviewPanel, state: PanelState): void {
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
  }

  /** Previews that are not locked show what is being written. */
  #follow(editor: vscode.TextEditor | undefined): void {
    if (editor?.document.languageId !== contentLanguage) return;
    const { uri } = editor.document;
    const panels = [...this.#panels.values()];
    // One that is locked to this very document is enough.
    if (panels.some((panel) => panel.uri.toString() === uri.toString())) return;
    for (const panel of panels) if (!panel.isLocked) panel.show(uri);
  }

  #mark(editor: vscode.TextEditor, place: vscode.Position | undefined): void {
    if (place === undefined) return;
    const { document } = editor;
    // The text has the keyboard: this is the author moving, not a click in the preview.
    const isByHand = editor === vscode.window.activeTextEditor;
    const scroll = isByHand && follows(document);
    for (const panel of this.#panels.values()) {
      if (panel.uri.toString() === document.uri.toString()) void panel.mark(place, scroll);
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
