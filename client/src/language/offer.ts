import * as vscode from 'vscode';
import {
  looksLikeContent,
  type LooksLikeContentParams,
  type LooksLikeContentResult,
} from '../../../server/src/protocol/index.ts';
import type { LanguageServer } from '../language-server.ts';
import { contentLanguage, mayBeContent } from './decision.ts';
import type { Recogniser } from './recogniser.ts';

export const useContentLanguage = 'kirbyAuthor.useContentLanguage';

const setting = 'offerLanguage';
/** More is not needed to see fields and dividers. */
const enoughText = 50_000;

/**
 * Offers the language for a content file that is in no site, such as one that was sent by mail: in
 * the status bar while it is shown, and once in a message when it is not in the workspace either.
 */
export class LanguageOffer implements vscode.Disposable {
  readonly #server: LanguageServer;
  readonly #item: vscode.StatusBarItem;
  readonly #subscriptions: vscode.Disposable;
  /** Documents that read like content; the value is whether the message has been shown. */
  readonly #offered = new Map<string, boolean>();

  constructor(server: LanguageServer, recogniser: Recogniser) {
    this.#server = server;
    this.#item = vscode.window.createStatusBarItem(
      'kirbyAuthor.offer',
      vscode.StatusBarAlignment.Right,
      // Beside the language, which has priority 100.1.
      100.2,
    );
    this.#item.name = vscode.l10n.t('Kirby Content Offer');
    this.#item.text = vscode.l10n.t('$(lightbulb) Kirby Content?');
    this.#item.tooltip = vscode.l10n.t(
      'This file reads like Kirby content. Click to treat it as such.',
    );
    this.#item.command = useContentLanguage;
    this.#subscriptions = vscode.Disposable.from(
      this.#item,
      recogniser.onUnrecognised((document) => void this.#consider(document)),
      vscode.window.onDidChangeActiveTextEditor(() => void this.#show()),
      vscode.workspace.onDidOpenTextDocument(() => void this.#show()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(`kirbyAuthor.${setting}`)) void this.#show();
      }),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #consider(document: vscode.TextDocument): Promise<void> {
    const uri = document.uri.toString();
    const text = document.getText().slice(0, enoughText);
    if (this.#offered.has(uri) || !isWanted() || !mayBeContent(text)) return;
    const question: LooksLikeContentParams = { text };
    const answer = await this.#server.ask<LooksLikeContentResult>(looksLikeContent, question);
    if (answer?.content !== true || this.#offered.has(uri)) return;
    this.#offered.set(uri, false);
    await this.#show();
  }

  async #show(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    const uri = document?.uri.toString() ?? '';
    const isOffered = this.#offered.has(uri) && document?.languageId === 'plaintext' && isWanted();
    if (!isOffered) {
      this.#item.hide();
      return;
    }
    this.#item.show();
    // In a folder there may be a site that has not been found yet: nobody is to be asked too early.
    const isLoose = vscode.workspace.getWorkspaceFolder(document.uri) === undefined;
    if (!isLoose || this.#offered.get(uri) === true) return;
    this.#offered.set(uri, true);
    const use = vscode.l10n.t('Switch');
    const never = vscode.l10n.t('Don’t Ask Again');
    const answer = await vscode.window.showInformationMessage(
      vscode.l10n.t(
        'This file reads like Kirby content. Switch its language to have a preview and checks.',
      ),
      use,
      never,
    );
    if (answer === use) await switchLanguage(document);
    if (answer === never) {
      await configuration().update(setting, false, vscode.ConfigurationTarget.Global);
    }
  }
}

/** Treats a document as content. What is chosen by hand is remembered, and so is this. */
export async function switchLanguage(document: vscode.TextDocument | undefined): Promise<void> {
  if (document === undefined || document.isClosed) return;
  await vscode.languages.setTextDocumentLanguage(document, contentLanguage);
}

function isWanted(): boolean {
  return configuration().get(setting, true);
}

function configuration(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('kirbyAuthor');
}
