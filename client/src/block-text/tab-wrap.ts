import * as vscode from 'vscode';
import { blockScheme } from './block-uri.ts';

/**
 * Turns word wrap on in a tab of a text when it is first shown, as *Toggle Word Wrap* does: for this tab
 * only. A default for its language would reach the author's other files, HTML and scripts among them. Who
 * has chosen a word wrap in the settings, whichever, gets that.
 */
export class TabWrap implements vscode.Disposable {
  readonly #subscriptions: vscode.Disposable;
  /** The tabs that have been shown: what an author does after that counts. */
  readonly #shown = new Set<string>();

  constructor() {
    this.#subscriptions = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor((editor) => this.#wrap(editor)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        // A document that is given another language is closed and opened again; its tab stays.
        if (!hasTab(uri)) this.#shown.delete(uri.toString());
      }),
    );
    void this.#wrap(vscode.window.activeTextEditor);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #wrap(editor: vscode.TextEditor | undefined): Promise<void> {
    const document = editor?.document;
    if (document?.uri.scheme !== blockScheme || this.#shown.has(document.uri.toString())) return;
    this.#shown.add(document.uri.toString());
    if (isChosen(document)) return;
    await vscode.commands.executeCommand('editor.action.toggleWordWrap');
  }
}

/** Whether the settings have a word wrap for a document that is not merely VS Code's default. */
function isChosen(document: vscode.TextDocument): boolean {
  const settings = vscode.workspace.getConfiguration('editor', document);
  if (settings.get('wordWrap') !== 'off') return true;
  // `globalValue`, `workspaceLanguageValue`, and so on.
  return Object.entries(settings.inspect('wordWrap') ?? {}).some(
    ([name, value]) => /^(?:global|workspace)/u.test(name) && value !== undefined,
  );
}

function hasTab(uri: vscode.Uri): boolean {
  const wanted = uri.toString();
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(
      ({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === wanted,
    ),
  );
}
