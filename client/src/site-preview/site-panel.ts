import * as vscode from 'vscode';
import {
  previewKeyAt,
  type PreviewKeyAtParams,
  type PreviewKeyAtResult,
} from '../../../server/src/protocol/index.ts';
import type { LanguageServer } from '../language-server.ts';
import { newNonce } from '../preview/nonce.ts';
import { selectInText } from '../preview/text-side.ts';
import { type FrameNews, parseFrameNews, type SiteFailure } from './answer.ts';
import { framePage } from './frame-page.ts';
import type { SiteSession } from './site-session.ts';

/** The view type of the tab. */
export const sitePanelType = 'kirbyAuthor.sitePreview';

/** Milliseconds without a key before the page is made again. */
const pause = 150;

/** The tab with the site's page: shows one document, follows its changes and its cursor. */
export class SitePanel implements vscode.Disposable {
  readonly #tab: vscode.WebviewPanel;
  readonly #session: SiteSession;
  readonly #server: LanguageServer;
  #document: vscode.TextDocument;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failure: SiteFailure | undefined;
  #mark = '';
  #isGone = false;

  constructor(
    tab: vscode.WebviewPanel,
    session: SiteSession,
    server: LanguageServer,
    document: vscode.TextDocument,
  ) {
    this.#tab = tab;
    this.#session = session;
    this.#server = server;
    this.#document = document;
    tab.webview.onDidReceiveMessage((data: unknown) => {
      const news = parseFrameNews(data);
      if (news !== undefined) void this.#receive(news);
    });
    tab.webview.html = framePage(session.origin, newNonce(), {
      language: vscode.env.language,
      title: vscode.l10n.t('Site Preview'),
      starting: vscode.l10n.t('Starting the site …'),
      open: vscode.l10n.t('Show the Line'),
      page: vscode.l10n.t('The page as the site renders it'),
    });
  }

  get uri(): vscode.Uri {
    return this.#document.uri;
  }

  /** The folder of the site that is shown. */
  get root(): string {
    return this.#session.root;
  }

  /** Shows another document of the same site from now on. */
  follow(document: vscode.TextDocument): void {
    if (document === this.#document) return;
    this.#document = document;
    this.later();
  }

  reveal(): void {
    this.#tab.reveal(undefined, true);
  }

  /** Makes the page again, once the author pauses. */
  later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#show(), pause);
  }

  /** Scrolls to the block that holds a place of the text. */
  async markAt({ line, character }: vscode.Position): Promise<void> {
    const where: PreviewKeyAtParams = { uri: this.uri.toString(), position: { line, character } };
    const answer = await this.#server.ask<PreviewKeyAtResult>(previewKeyAt, where);
    // A key ends with the id of the block; one without an id has its number there.
    const id = answer?.key.split('/').at(-1) ?? '';
    if (id === this.#mark) return;
    this.#mark = id;
    this.#postMark();
  }

  dispose(): void {
    this.#isGone = true;
    clearTimeout(this.#timer);
    void this.#session.close();
  }

  async #show(): Promise<void> {
    try {
      const shown = await this.#session.show(this.#document);
      if (shown === undefined) return;
      if ('failure' in shown) {
        this.#fail(shown.failure);
        return;
      }
      this.#tell({ kind: 'show', address: shown.address });
      if (await this.#session.settles()) return;
      this.#fail({
        message: vscode.l10n.t('The page was not done in time. PHP was ended and started anew.'),
      });
    } catch (error) {
      this.#fail({ message: error instanceof Error ? error.message : String(error) });
    }
  }

  async #receive(news: FrameNews): Promise<void> {
    switch (news.kind) {
      case 'ready':
        await this.#show();
        break;
      case 'loaded':
        this.#failure = undefined;
        this.#post('', false);
        if (news.title !== '') this.#tab.title = `Site: ${news.title}`;
        this.#postMark();
        break;
      case 'error':
        this.#fail(news.failure);
        break;
      case 'click':
        await this.#select(news.id);
        break;
      case 'openFailure':
        await this.#openFailure();
        break;
    }
  }

  #fail(failure: SiteFailure): void {
    this.#failure = failure;
    const { message, file, line } = failure;
    const place = file === undefined ? '' : ` (${vscode.workspace.asRelativePath(file)}:${line})`;
    this.#post(`${message}${place}`, file !== undefined);
  }

  #post(text: string, canOpen: boolean): void {
    this.#tell({ kind: 'status', text, canOpen });
  }

  #postMark(): void {
    if (this.#mark !== '') this.#tell({ kind: 'mark', id: this.#mark });
  }

  /** A tab that has been closed can be told nothing: what was asked for it ends later. */
  #tell(message: object): void {
    if (!this.#isGone) void this.#tab.webview.postMessage(message);
  }

  async #select(id: string): Promise<void> {
    const key = /^[\w-]+$/.test(id) ? new RegExp(`"id"\\s*:\\s*"${id}"`) : undefined;
    const start = key === undefined ? -1 : this.#document.getText().search(key);
    if (start < 0) return;
    this.#mark = id;
    const place = this.#document.positionAt(start);
    await selectInText(this.uri, { start: place, end: place }, false, this.#tab.viewColumn);
  }

  /** Only files of the workspace are opened: the name comes from the page. */
  async #openFailure(): Promise<void> {
    const { file, line = 1 } = this.#failure ?? {};
    const uri = file === undefined ? undefined : vscode.Uri.file(file);
    if (uri === undefined || vscode.workspace.getWorkspaceFolder(uri) === undefined) return;
    const place = new vscode.Position(Math.max(0, line - 1), 0);
    await vscode.window.showTextDocument(uri, {
      viewColumn: vscode.ViewColumn.One,
      selection: new vscode.Range(place, place),
    });
  }
}
