import * as vscode from 'vscode';
import { NotificationType } from 'vscode-languageclient';
import { panelChangesChanged } from '../../../server/src/protocol/index.ts';
import { contentLanguage } from '../language/decision.ts';
import type { Recogniser } from '../language/recogniser.ts';
import { documentSelector, type LanguageServer } from '../language-server.ts';
import { heldByPanel, sentenceOf, timeOf } from './held.ts';

const compareCommand = 'kirbyAuthor.compareWithPanel';

/**
 * Says in the editor of a content file that the Panel holds changes of it which have not been saved:
 * a line above the text, and an item beside the language. Both lead to a comparison.
 */
export class PanelChanges implements vscode.CodeLensProvider, vscode.Disposable {
  readonly #server: LanguageServer;
  readonly #subscriptions: vscode.Disposable;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.#changed.event;
  /** The states of unsaved changes of which the author has been warned. */
  readonly #warned = new Set<string>();
  #item: vscode.LanguageStatusItem | undefined;

  constructor(server: LanguageServer, recogniser: Recogniser) {
    this.#server = server;
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      vscode.languages.registerCodeLensProvider(documentSelector, this),
      vscode.window.onDidChangeActiveTextEditor(() => void this.#showItem()),
      vscode.workspace.onDidSaveTextDocument((document) => void this.#warn(document)),
      server.onNews(new NotificationType<undefined>(panelChangesChanged), () => {
        this.#update();
      }),
      recogniser.onSitesChanged(() => {
        this.#update();
      }),
    );
    void this.#showItem();
  }

  async provideCodeLenses({ uri }: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const held = await heldByPanel(this.#server, uri);
    if (held === undefined) return [];
    const top = new vscode.Range(0, 0, 0, 0);
    const sentence = await sentenceOf(held);
    // Of what is in a browser there is nothing to compare with.
    if (held.kind === 'lock') return [new vscode.CodeLens(top, { title: sentence, command: '' })];
    const title = `${sentence} · ${held.kind === 'saved' ? vscode.l10n.t('Compare with Saved') : vscode.l10n.t('Compare')}`;
    return [new vscode.CodeLens(top, { title, command: compareCommand, arguments: [uri] })];
  }

  dispose(): void {
    this.#item?.dispose();
    this.#subscriptions.dispose();
  }

  #update(): void {
    this.#changed.fire();
    void this.#showItem();
  }

  /** For whoever has code lenses off: it shows in the list behind the braces of the status bar. */
  async #showItem(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    const isContent = document?.languageId === contentLanguage;
    const held = isContent ? await heldByPanel(this.#server, document.uri) : undefined;
    const text = held === undefined ? undefined : await sentenceOf(held);
    // Meanwhile another document may be shown, which asks for itself.
    if (document !== vscode.window.activeTextEditor?.document) return;
    this.#item?.dispose();
    this.#item = undefined;
    if (document === undefined || held === undefined || text === undefined) return;
    const item = vscode.languages.createLanguageStatusItem('kirbyAuthor.panelChanges', {
      pattern: new vscode.RelativePattern(vscode.Uri.joinPath(document.uri, '..'), '*'),
      language: contentLanguage,
    });
    item.name = 'Kirby Panel';
    item.text = text;
    if (held.kind !== 'lock') {
      item.command = {
        title: vscode.l10n.t('Compare'),
        command: compareCommand,
        arguments: [document.uri],
      };
    }
    this.#item = item;
  }

  /** Whoever saves in the Panel next replaces what has just been saved here: that is said once. */
  async #warn(document: vscode.TextDocument): Promise<void> {
    if (document.languageId !== contentLanguage) return;
    const held = await heldByPanel(this.#server, document.uri);
    if (held === undefined || held.kind === 'saved') return;
    const state =
      held.kind === 'lock'
        ? `${document.uri.toString()} ${held.time}`
        : `${held.uri} ${String(await timeOf(vscode.Uri.parse(held.uri)))}`;
    if (this.#warned.has(state)) return;
    this.#warned.add(state);
    const warning = vscode.l10n.t(
      '{0}. What is saved there replaces what you have just saved.',
      await sentenceOf(held),
    );
    const compare = vscode.l10n.t('Compare');
    const actions = held.kind === 'lock' ? [] : [compare];
    if ((await vscode.window.showWarningMessage(warning, ...actions)) === compare) {
      await vscode.commands.executeCommand(compareCommand, document.uri);
    }
  }
}
