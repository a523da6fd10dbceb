import * as vscode from 'vscode';
import { NotificationType } from 'vscode-languageclient';
import {
  filesChanged,
  unusedFiles,
  type UnusedFile,
  type UnusedFilesOwner,
  type UnusedFilesResult,
} from '../../../server/src/protocol/index.ts';
import type { LanguageServer } from '../language-server.ts';

export const unusedFilesView = 'kirbyAuthor.unusedFiles';

/** A page with files that nothing mentions, or one of these files. */
export type UnusedNode =
  | { readonly kind: 'owner'; readonly owner: UnusedFilesOwner }
  | { readonly kind: 'file'; readonly owner: UnusedFilesOwner; readonly file: UnusedFile };

/** The view *Unused Files*: it looks for them when it is opened, and again when it is told to. */
export class UnusedFilesView implements vscode.Disposable, vscode.TreeDataProvider<UnusedNode> {
  readonly #server: LanguageServer;
  readonly #tree: vscode.TreeView<UnusedNode>;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #subscriptions: vscode.Disposable;
  #answer: UnusedFilesResult | undefined;
  #asked = 0;

  constructor(server: LanguageServer) {
    this.#server = server;
    this.#tree = vscode.window.createTreeView(unusedFilesView, {
      treeDataProvider: this,
      showCollapseAll: true,
      canSelectMany: true,
    });
    this.#subscriptions = vscode.Disposable.from(
      this.#tree,
      this.#changed,
      this.#tree.onDidChangeVisibility(({ visible }) => {
        if (visible) void this.refresh();
      }),
      vscode.workspace.onDidDeleteFiles(({ files }) => {
        this.#leaveOut(files);
      }),
      server.onNews(new NotificationType(filesChanged), () => void this.refresh()),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async refresh(): Promise<void> {
    if (!this.#tree.visible) return;
    const asked = ++this.#asked;
    const answer = await vscode.window.withProgress(
      { location: { viewId: unusedFilesView } },
      async () => this.#server.ask<UnusedFilesResult>(unusedFiles, {}),
    );
    if (asked !== this.#asked) return;
    this.#answer = answer;
    this.#tree.message = messageFor(answer);
    this.#changed.fire(undefined);
  }

  /** What was deleted goes from the list at once: the server hears of it only from the disk. */
  #leaveOut(deleted: readonly vscode.Uri[]): void {
    const gone = new Set(deleted.map(String));
    const answer = this.#answer;
    if (answer === undefined) return;
    const owners = answer.owners
      .map((owner) => ({ ...owner, files: owner.files.filter(({ uri }) => !gone.has(uri)) }))
      .filter(({ files }) => files.length > 0);
    this.#answer = { ...answer, owners };
    this.#tree.message = messageFor(this.#answer);
    this.#changed.fire(undefined);
  }

  /**
   * Deletes files with their metadata, after asking.
   *
   * @param node the file of the menu; `all` that are selected, when it is one of several
   */
  async delete(node: UnusedNode, all: readonly UnusedNode[] = [node]): Promise<void> {
    const files = all.flatMap((one) => (one.kind === 'file' ? [one.file] : []));
    const [first] = files;
    if (first === undefined) return;
    const isOne = files.length === 1;
    const question = isOne
      ? vscode.l10n.t('Delete {0}, with the metadata?', first.name)
      : vscode.l10n.t('Delete {0} files, with the metadata?', files.length);
    const detail = isOne
      ? vscode.l10n.t('The content does not mention it. A template may show it.')
      : vscode.l10n.t('The content does not mention them. A template may show them.');
    const remove = vscode.l10n.t('Delete');
    const chosen = await vscode.window.showWarningMessage(
      question,
      { modal: true, detail },
      remove,
    );
    if (chosen === undefined) return;
    const edit = new vscode.WorkspaceEdit();
    for (const { uri, metadata } of files) {
      for (const one of [uri, ...metadata]) {
        edit.deleteFile(vscode.Uri.parse(one), { ignoreIfNotExists: true });
      }
    }
    await vscode.workspace.applyEdit(edit);
  }

  getChildren(node?: UnusedNode): UnusedNode[] {
    if (node === undefined) {
      return (this.#answer?.owners ?? []).map((owner): UnusedNode => ({ kind: 'owner', owner }));
    }
    if (node.kind === 'file') return [];
    const { owner } = node;
    return owner.files.map((file): UnusedNode => ({ kind: 'file', owner, file }));
  }

  getParent(node: UnusedNode): UnusedNode | undefined {
    return node.kind === 'file' ? { kind: 'owner', owner: node.owner } : undefined;
  }

  getTreeItem(node: UnusedNode): vscode.TreeItem {
    return node.kind === 'owner' ? ownerItem(node.owner) : fileItem(node.file);
  }
}

function messageFor(answer: UnusedFilesResult | undefined): string {
  if (answer === undefined)
    return vscode.l10n.t('Unused files could not be looked for. The log says why.');
  if (answer.isLoading) return vscode.l10n.t('The site is still being read.');
  return answer.owners.length === 0
    ? vscode.l10n.t('The content mentions every file.')
    : vscode.l10n.t(
        'The content does not mention these files. A template may show them all the same.',
      );
}

function ownerItem({ title, path, files }: UnusedFilesOwner): vscode.TreeItem {
  const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Expanded);
  // Two sites of a workspace may have the same paths; the editor has names for its folders.
  const [first] = files;
  const folder = first && vscode.Uri.joinPath(vscode.Uri.parse(first.uri), '..');
  const shown = (folder && vscode.workspace.asRelativePath(folder)) || path;
  item.id = String(folder ?? path);
  item.description = shown;
  item.accessibilityInformation = {
    label:
      files.length === 1
        ? vscode.l10n.t('{0}, 1 unused file, {1}', title, shown)
        : vscode.l10n.t('{0}, {1} unused files, {2}', title, files.length, shown),
  };
  item.contextValue = 'owner';
  return item;
}

function fileItem({ uri, name }: UnusedFile): vscode.TreeItem {
  const resource = vscode.Uri.parse(uri);
  const item = new vscode.TreeItem(name);
  item.id = uri;
  item.resourceUri = resource;
  item.iconPath = vscode.ThemeIcon.File;
  item.command = { title: vscode.l10n.t('Open'), command: 'vscode.open', arguments: [resource] };
  item.contextValue = 'file';
  return item;
}
