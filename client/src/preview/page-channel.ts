import * as vscode from 'vscode';
import { isWithin } from '../names/renamed.ts';
import type { FromWebview, PanelState, Ready, ToWebview } from '../../messages/messages.ts';
import { parseFromWebview } from '../../messages/parse.ts';
import { newNonce } from './nonce.ts';
import { pageHtml } from './page.ts';
import type { AllowedHosts } from './remote-hosts.ts';

/** What the page says, apart from being there. */
export type PageMessage = Exclude<FromWebview, Ready>;

/**
 * The page in a webview, and the messages to and from it. VS Code throws the page away while it is
 * hidden or moved, and loads it again: what it is told before it listens waits, and `reloaded` says
 * that it has forgotten everything.
 */
export class PageChannel {
  readonly #webview: vscode.Webview;
  readonly #extension: vscode.Uri;
  readonly #listener: { message(message: PageMessage): void; reloaded(): void };
  #folders: readonly vscode.Uri[];
  #isReady = false;
  #waiting: ToWebview[] = [];
  #state: PanelState;

  /**
   * @param folder what the page may load images from, next to the extension's own files
   * @param start what the page keeps over a reload, and the hosts that it may load from
   */
  constructor(
    webview: vscode.Webview,
    extension: vscode.Uri,
    folder: vscode.Uri,
    start: { readonly state: PanelState; readonly allowed: AllowedHosts },
    listener: { message(message: PageMessage): void; reloaded(): void },
  ) {
    this.#webview = webview;
    this.#extension = extension;
    this.#folders = [folder];
    this.#state = start.state;
    this.#listener = listener;
    webview.onDidReceiveMessage((data: unknown) => {
      const message = parseFromWebview(data);
      if (message?.kind === 'ready') this.#begin();
      else if (message !== undefined) listener.message(message);
    });
    this.#setOptions();
    this.load(start.allowed);
  }

  /** Loads the page, anew if it is there: its policy is another one with other hosts. */
  load(allowed: AllowedHosts): void {
    const webview = this.#webview;
    webview.html = pageHtml({
      source: webview.cspSource,
      style: this.#address('media', 'preview.css'),
      textStyle: this.#address('media', 'preview-text.css'),
      script: this.#address('dist', 'webview.js'),
      words: {
        language: vscode.env.language,
        preview: vscode.l10n.t('Preview'),
        fix: vscode.l10n.t('Fix'),
        empty: vscode.l10n.t('There is nothing to show yet.'),
        waiting: vscode.l10n.t('Rendering …'),
        noImage: vscode.l10n.t('Image not shown'),
        noEmbedded: vscode.l10n.t('Embedded {0} not shown'),
        showPictures: vscode.l10n.t('Show pictures from {0}'),
        showFrames: vscode.l10n.t('Show what {0} embeds'),
        tools: {
          label: vscode.l10n.t('Actions'),
          drag: vscode.l10n.t('Drag to another place'),
          up: vscode.l10n.t('Move up'),
          down: vscode.l10n.t('Move down'),
          add: vscode.l10n.t('Add behind…'),
          duplicate: vscode.l10n.t('Duplicate'),
          hide: vscode.l10n.t('Hide'),
          show: vscode.l10n.t('Show'),
          delete: vscode.l10n.t('Delete'),
          edit: vscode.l10n.t('Edit text'),
        },
      },
      allowed,
      nonce: newNonce(),
    });
  }

  post(message: ToWebview): void {
    if (message.kind === 'remember') this.#state = message.state;
    if (this.#isReady) void this.#webview.postMessage(message);
    else if (message.kind !== 'remember') this.#waiting.push(message);
  }

  /** The page is hidden, and gone with it what waited. */
  gone(): void {
    this.#isReady = false;
    this.#waiting = [];
  }

  /** The address of a folder for the page; it may load files from there from now on. */
  addressOf(folder: vscode.Uri): string {
    if (!this.#folders.some((known) => isWithin(folder, known))) {
      // Makes VS Code load the page again.
      this.#folders = [...this.#folders, folder];
      this.#setOptions();
    }
    return `${this.#webview.asWebviewUri(folder).toString().replace(/\/+$/, '')}/`;
  }

  /** The folders that the page loads from, by their addresses. */
  get folders(): ReadonlyMap<string, vscode.Uri> {
    return new Map(this.#folders.map((folder) => [this.addressOf(folder), folder]));
  }

  #begin(): void {
    const isAgain = this.#isReady;
    const waiting = this.#waiting;
    this.#isReady = true;
    this.#waiting = [];
    this.post({ kind: 'remember', state: this.#state });
    if (isAgain) this.#listener.reloaded();
    else for (const message of waiting) this.post(message);
  }

  #setOptions(): void {
    const own = [
      vscode.Uri.joinPath(this.#extension, 'dist'),
      vscode.Uri.joinPath(this.#extension, 'media'),
    ];
    this.#webview.options = { enableScripts: true, localResourceRoots: [...own, ...this.#folders] };
  }

  #address(...path: readonly string[]): string {
    return this.#webview.asWebviewUri(vscode.Uri.joinPath(this.#extension, ...path)).toString();
  }
}
