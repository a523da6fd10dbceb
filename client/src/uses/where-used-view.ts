import * as vscode from 'vscode';
import { NotificationType } from 'vscode-languageclient';
import {
  filesChanged,
  type UsingFile,
  type UsingPlace,
  whereUsed,
  type WhereUsedParams,
  type WhereUsedResult,
} from '../../../server/src/protocol/index.ts';
import type { LanguageServer } from '../language-server.ts';

export const whereUsedView = 'kirbyAuthor.whereUsed';

/** A content file that mentions the subject, or one place in it. */
export type UseNode =
  | { readonly kind: 'file'; readonly file: UsingFile }
  | { readonly kind: 'place'; readonly file: UsingFile; readonly place: UsingPlace };

/**
 * The view *Where Used*: it tells where the page or file in the active editor is mentioned, and
 * follows the editor, the disk and what is typed once it is saved. It asks only while it is shown.
 */
export class WhereUsedView implements vscode.Disposable, vscode.TreeDataProvider<UseNode> {
  readonly #server: LanguageServer;
  readonly #tree: vscode.TreeView<UseNode>;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #subscriptions: vscode.Disposable;
  #question: WhereUsedParams | undefined;
  /** What the active tab showed when the question came up: it stands until another one does. */
  #shown = '';
  #answer: WhereUsedResult | undefined;
  /** Rises with every question: an old answer is not shown over a new one. */
  #asked = 0;

  constructor(server: LanguageServer) {
    this.#server = server;
    this.#tree = vscode.window.createTreeView(whereUsedView, {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.#tree.message = messageFor(undefined);
    this.#subscriptions = vscode.Disposable.from(
      this.#tree,
      this.#changed,
      this.#tree.onDidChangeVisibility(() => {
        this.#follow();
      }),
      vscode.window.tabGroups.onDidChangeTabs(() => {
        this.#follow();
      }),
      vscode.window.tabGroups.onDidChangeTabGroups(() => {
        this.#follow();
      }),
      vscode.workspace.onDidSaveTextDocument(() => void this.refresh()),
      server.onNews(new NotificationType(filesChanged), () => void this.refresh()),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /**
   * Shows where something is used: what is mentioned at a place, or the file itself.
   *
   * @param question left out: the view says what it is for, or stays as it is
   */
  async show(question = this.#question): Promise<void> {
    this.#question = question;
    this.#shown = activeUri()?.toString() ?? '';
    await vscode.commands.executeCommand(`${whereUsedView}.focus`);
    await this.refresh();
  }

  async refresh(): Promise<void> {
    const question = this.#question;
    if (question === undefined || !this.#tree.visible) return;
    const asked = ++this.#asked;
    const answer = await this.#server.ask<WhereUsedResult>(whereUsed, question);
    if (asked !== this.#asked) return;
    this.#answer = answer;
    this.#tree.message = messageFor(answer);
    this.#tree.description = answer?.name ?? '';
    this.#changed.fire(undefined);
  }

  getChildren(node?: UseNode): UseNode[] {
    if (node === undefined) {
      return (this.#answer?.files ?? []).map((file): UseNode => ({ kind: 'file', file }));
    }
    if (node.kind === 'place') return [];
    const { file } = node;
    return file.places.map((place): UseNode => ({ kind: 'place', file, place }));
  }

  getParent(node: UseNode): UseNode | undefined {
    return node.kind === 'place' ? { kind: 'file', file: node.file } : undefined;
  }

  getTreeItem(node: UseNode): vscode.TreeItem {
    return node.kind === 'file' ? fileItem(node.file) : placeItem(node.file, node.place);
  }

  /** Follows the active editor, unless it shows nothing that has uses. */
  #follow(): void {
    const uri = activeUri();
    if (uri === undefined || !this.#tree.visible) return;
    const shown = uri.toString();
    if (this.#question === undefined || shown !== this.#shown) this.#question = { uri: shown };
    this.#shown = shown;
    void this.refresh();
  }
}

/** The resource in the active tab: a text, or a picture, which no text editor shows. */
export function activeUri(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom
    ? input.uri
    : undefined;
}

/** What stands above the list, or instead of it; an empty text is none. */
function messageFor(answer: WhereUsedResult | undefined): string {
  if (answer === undefined)
    return vscode.l10n.t('Open a page or a file of a Kirby site to see where it is used.');
  if (answer.isLoading) return vscode.l10n.t('The site is still being read.');
  return answer.files.length > 0
    ? ''
    : vscode.l10n.t(
        'Nothing in the content mentions {0}. A template may use it all the same.',
        answer.name,
      );
}

function fileItem({ uri, title, path, isDraft, places }: UsingFile): vscode.TreeItem {
  const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Expanded);
  item.id = uri;
  item.resourceUri = vscode.Uri.parse(uri);
  item.iconPath = vscode.ThemeIcon.File;
  item.description = isDraft ? `${path} · ${vscode.l10n.t('draft')}` : path;
  item.accessibilityInformation = {
    label:
      places.length === 1
        ? vscode.l10n.t('{0}, 1 mention, {1}', title, path)
        : vscode.l10n.t('{0}, {1} mentions, {2}', title, places.length, path),
  };
  item.contextValue = 'file';
  return item;
}

function placeItem({ uri }: UsingFile, { range, field, excerpt }: UsingPlace): vscode.TreeItem {
  const item = new vscode.TreeItem(field);
  const { start, end } = range;
  item.id = `${uri}#${String(start.line)}:${String(start.character)}`;
  item.description = excerpt;
  item.tooltip = excerpt;
  item.command = {
    title: vscode.l10n.t('Open'),
    command: 'vscode.open',
    arguments: [
      vscode.Uri.parse(uri),
      {
        selection: new vscode.Range(start.line, start.character, end.line, end.character),
      } satisfies vscode.TextDocumentShowOptions,
    ],
  };
  item.contextValue = 'place';
  return item;
}
