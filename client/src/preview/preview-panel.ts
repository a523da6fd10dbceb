import * as vscode from 'vscode';
import type { Exported, PanelState, View } from '../../messages/messages.ts';
import type { BlockTabs } from '../block-text/block-tabs.ts';
import {
  blockTextAt,
  type BlockTextAtParams,
  type BlockTextAtResult,
  previewClose,
  type PreviewCloseParams,
  previewKeyAt,
  type PreviewKeyAtParams,
  type PreviewKeyAtResult,
  previewOpen,
  type PreviewOpenParams,
  previewReveal,
  type PreviewRevealParams,
  type PreviewRevealResult,
  type PreviewUpdate,
} from '../../../server/src/protocol/index.ts';
import type { LanguageServer } from '../language-server.ts';
import { openLink } from './links.ts';
import { isWritable } from './is-writable.ts';
import { PanelStyles } from './panel-styles.ts';
import { PageChannel, type PageMessage } from './page-channel.ts';
import { openForPrint } from './print-page.ts';
import type { RemoteHosts } from './remote-hosts.ts';
import { PreviewActions } from './preview-actions.ts';
import { PreviewTexts } from './preview-texts.ts';
import { repair } from './repair.ts';
import { columnOf, editorOf, selectInText, showText } from './text-side.ts';
import { TextScroll } from './text-scroll.ts';

/** What previews work with. */
export interface Surroundings {
  /** The extension's own folder. */
  readonly extension: vscode.Uri;
  readonly server: LanguageServer;
  readonly blocks: BlockTabs;
  /** A folder of the extension's own, outside of the workspace. */
  readonly storage: vscode.Uri;
  readonly hosts: RemoteHosts;
}

/** One preview: its tab, the document it shows, and the session with the server that renders it. */
export class PreviewPanel {
  readonly #id: string;
  readonly #surroundings: Surroundings;
  readonly #panel: vscode.WebviewPanel;
  readonly #server: LanguageServer;
  readonly #page: PageChannel;
  readonly #scroll: TextScroll;
  readonly #blocks: BlockTabs;
  readonly #styles: PanelStyles;
  readonly #hosts: RemoteHosts;
  readonly #actions: PreviewActions;
  readonly #texts: PreviewTexts;
  #state: PanelState;
  /** Whether the server renders for this panel: only while it is visible. */
  #isOpen = false;
  #title = '';
  #language = '';
  #site: vscode.Uri | undefined;
  #isBroken = false;
  /** Number of the latest question about the cursor: older answers are dropped. */
  #question = 0;

  /** @param id tells the server's sessions apart */
  constructor(
    id: string,
    panel: vscode.WebviewPanel,
    state: PanelState,
    surroundings: Surroundings,
  ) {
    const { extension, server, blocks, hosts } = surroundings;
    this.#surroundings = surroundings;
    this.#id = id;
    this.#panel = panel;
    this.#state = state;
    this.#server = server;
    this.#blocks = blocks;
    this.#hosts = hosts;
    const start = { state, allowed: hosts.allowed };
    this.#page = new PageChannel(panel.webview, extension, workspaceOf(this.uri), start, {
      message: (message) => void this.#receive(message),
      reloaded: () => {
        void this.#texts.leave();
        this.reopen();
      },
    });
    this.#scroll = new TextScroll(server, (place) => {
      this.#page.post({ kind: 'scroll', ...place });
    });
    this.#texts = new PreviewTexts(server);
    this.#actions = new PreviewActions(server, (key) => {
      this.#page.post({ kind: 'focus', key });
    });
    this.#styles = new PanelStyles(this.#page);
    panel.onDidDispose(() => {
      this.#styles.dispose();
    });
    panel.iconPath = {
      light: vscode.Uri.joinPath(extension, 'media', 'preview-light.svg'),
      dark: vscode.Uri.joinPath(extension, 'media', 'preview-dark.svg'),
    };
    panel.onDidChangeViewState(() => {
      if (panel.visible) this.#open();
      else this.close();
    });
    this.#showTitle();
    if (panel.visible) this.#open();
  }

  get uri(): vscode.Uri {
    return vscode.Uri.parse(this.#state.uri);
  }

  get isLocked(): boolean {
    return this.#state.isLocked;
  }

  get isActive(): boolean {
    return this.#panel.active;
  }

  get view(): View | undefined {
    return this.#state.view;
  }

  setView(view: View): void {
    this.#remember({ ...this.#state, view });
  }

  /** Opens the page where it can be printed. */
  print(): void {
    this.#page.post({ kind: 'export' });
  }

  /** Closes its tab. */
  dispose(): void {
    this.#panel.dispose();
  }

  setLocked(isLocked: boolean): void {
    this.#remember({ ...this.#state, isLocked });
  }

  /**
   * Brings the preview up where it is. Beside the text means not in front of it, and that the text keeps
   * the keyboard.
   */
  reveal(column: vscode.ViewColumn): void {
    const isBeside = column === vscode.ViewColumn.Beside;
    const isInFront = this.#panel.viewColumn === vscode.window.activeTextEditor?.viewColumn;
    this.#panel.reveal(isBeside && isInFront ? column : undefined, isBeside);
  }

  /** Shows another document from now on. */
  show(uri: vscode.Uri): void {
    if (uri.toString() === this.#state.uri) return;
    this.#tellClosed();
    this.#title = '';
    this.#remember({ ...this.#state, uri: uri.toString() });
    if (this.#panel.visible) this.#open();
  }

  /** Begins the session anew: the page or the server has forgotten it. */
  reopen(): void {
    this.#isOpen = false;
    if (this.#panel.visible) this.#open();
  }

  /** The author allows other hosts than before. */
  hostsChanged(): void {
    this.#page.load(this.#hosts.allowed);
  }

  /** Ends the session: the panel is hidden or gone. */
  close(): void {
    this.#page.gone();
    void this.#texts.leave();
    this.#tellClosed();
  }

  update(update: PreviewUpdate): void {
    if (update.uri !== this.#state.uri || !this.#isOpen) return;
    const { full, fragments, removed, broken, language, direction } = update;
    const { roots, baseFolder, title } = update;
    this.#isBroken = broken.length > 0;
    if (title !== this.#title) {
      this.#title = title;
      this.#showTitle();
    }
    const site = baseFolder === '' ? undefined : vscode.Uri.parse(baseFolder);
    const base = site === undefined ? '' : this.#page.addressOf(site);
    if (site !== undefined) this.#styles.siteIs(site);
    this.#language = language;
    this.#site = site;
    const rest = { full, fragments, removed, broken, base, language, direction };
    this.#page.post({ kind: 'update', ...rest, ...(roots === undefined ? {} : { roots }) });
    // After a change of the structure, what is under the cursor may go by another key.
    const isRebuilt = full || roots !== undefined || removed.length > 0;
    const editor = isRebuilt ? editorOf(this.uri) : undefined;
    if (editor !== undefined) void this.mark(editor.selection.active, false);
  }

  /**
   * Marks what is at a place in the text.
   *
   * @param scroll whether it has to come into view
   */
  async mark({ line, character }: vscode.Position, scroll: boolean): Promise<void> {
    if (!this.#isOpen) return;
    const question = ++this.#question;
    const where: PreviewKeyAtParams = { uri: this.#state.uri, position: { line, character } };
    const answer = await this.#server.ask<PreviewKeyAtResult>(previewKeyAt, where);
    if (question !== this.#question) return;
    if (answer !== undefined) this.#page.post({ kind: 'mark', key: answer.key, scroll });
    // Nothing can be found in a field that is broken: the mark stays while the author mends it.
    else if (!this.#isBroken) this.#page.post({ kind: 'mark', scroll });
  }

  /** The cursor of the text has moved. */
  cursorMoved(): void {
    this.#scroll.cursorMoved();
  }

  /** The text has scrolled. */
  textScrolled(editor: vscode.TextEditor): void {
    if (this.#isOpen) this.#scroll.textScrolled(editor);
  }

  /** Brings the text up and gives it the keyboard. */
  async showText(): Promise<void> {
    await showText(this.uri, true, this.#panel.viewColumn);
  }

  async #receive(message: PageMessage): Promise<void> {
    switch (message.kind) {
      case 'reveal':
        await this.#reveal(message.key, message.focus);
        break;
      case 'editText':
        await this.#editText(message.key);
        break;
      case 'scrolled':
        this.#scroll.pageScrolled(this.uri, message);
        break;
      case 'allow':
        await this.#hosts.allow(message.what, message.host);
        break;
      case 'openLink':
        await openLink(message.href);
        break;
      case 'exported':
        await this.#openForPrint(message);
        break;
      case 'fix':
        await repair(this.#server, this.uri, () => this.showText());
        break;
      case 'showText':
        await this.showText();
        break;
      case 'act':
        await this.#actions.act(this.uri, message);
        break;
      case 'move':
        await this.#actions.move(this.uri, message);
        break;
      case 'askText': {
        const text = await this.#texts.read(this.uri, message);
        if (text === undefined) await this.#editText(message.key);
        else this.#page.post({ ...message, kind: 'sourceText', text });
        break;
      }
      case 'draft':
        this.#texts.keep(message);
        break;
      case 'writeText':
        await this.#texts.write(message);
        this.#page.post({ kind: 'written', key: message.key });
        break;
      case 'undo':
        await this.#undo(message.isRedo);
        break;
    }
  }

  async #openForPrint(page: Exported): Promise<void> {
    const { folders } = this.#page;
    const about = { title: this.#name, language: this.#language, site: this.#site, folders };
    await openForPrint({ page, ...about }, this.#surroundings);
  }

  async #reveal(key: string, focus: boolean): Promise<void> {
    const { uri } = this.#state;
    const question: PreviewRevealParams = { uri, key };
    const answer = await this.#server.ask<PreviewRevealResult>(previewReveal, question);
    if (answer === undefined || uri !== this.#state.uri) return;
    await selectInText(this.uri, answer.range, focus, this.#panel.viewColumn);
  }

  /** Opens the text of a block in a tab of its own; what has none is selected in the text. */
  async #editText(key: string): Promise<void> {
    const { uri } = this.#state;
    const question: PreviewRevealParams = { uri, key };
    const place = await this.#server.ask<PreviewRevealResult>(previewReveal, question);
    if (place === undefined || uri !== this.#state.uri) return;
    const about: BlockTextAtParams = { uri, position: place.range.start };
    const text = await this.#server.ask<BlockTextAtResult>(blockTextAt, about);
    if (text === undefined) await this.#reveal(key, true);
    else await this.#blocks.open(this.uri, text, columnOf(this.uri));
  }

  /** Takes the last change of the text back; the keyboard is here again afterwards. */
  async #undo(isRedo: boolean): Promise<void> {
    await this.showText();
    await vscode.commands.executeCommand(isRedo ? 'redo' : 'undo');
    this.reveal(vscode.ViewColumn.Active);
  }

  #open(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    const news: PreviewOpenParams = { id: this.#id, uri: this.#state.uri };
    this.#server.tell(previewOpen, news);
    this.#styles.show(this.uri);
    void this.#tellEditing();
  }

  async #tellEditing(): Promise<void> {
    const { uri } = this.#state;
    const isAllowed = await isWritable(this.uri);
    if (uri === this.#state.uri) this.#page.post({ kind: 'editing', isAllowed });
  }

  #tellClosed(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    const news: PreviewCloseParams = { id: this.#id };
    this.#server.tell(previewClose, news);
  }

  #remember(state: PanelState): void {
    this.#state = state;
    this.#page.post({ kind: 'remember', state });
    this.#showTitle();
  }

  get #name(): string {
    return this.#title === '' ? nameOf(this.uri) : this.#title;
  }

  #showTitle(): void {
    const name = this.#name;
    this.#panel.title = this.isLocked
      ? vscode.l10n.t('[Preview] {0}', name)
      : vscode.l10n.t('Preview {0}', name);
  }
}

/** The folder that images are likely to be in: the workspace's, or for a loose file its own. */
function workspaceOf(uri: vscode.Uri): vscode.Uri {
  return vscode.workspace.getWorkspaceFolder(uri)?.uri ?? vscode.Uri.joinPath(uri, '..');
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
