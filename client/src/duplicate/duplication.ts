import * as vscode from 'vscode';
import {
  duplicate,
  type DuplicateParams,
  type DuplicateResult,
} from '../../../server/src/protocol/index.ts';
import { exists } from '../exists.ts';
import type { LanguageServer } from '../language-server.ts';
import { activeUri } from '../uses/where-used-view.ts';
import { type CopiedFile, filesToCopy } from './copied-files.ts';

/** Copies pages and files, with UUIDs of their own, in one step that can be undone. */
export class Duplication implements vscode.Disposable {
  readonly #server: LanguageServer;
  readonly #subscription: vscode.Disposable;
  /** Folders that copies have made; the outer ones first. */
  readonly #made = new Map<string, vscode.Uri>();

  constructor(server: LanguageServer) {
    this.#server = server;
    this.#subscription = vscode.workspace.onDidDeleteFiles(({ files }) => void this.#tidy(files));
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  /**
   * Copies pages and files under free names, in one step, and shows the first copy.
   *
   * @param resources of the menu; none: what the active editor shows
   */
  async duplicate(resources: readonly vscode.Uri[]): Promise<void> {
    const here = activeUri();
    const uris = resources.length > 0 ? resources : here ? [here] : [];
    const asked = await Promise.all(
      uris.map((uri) => {
        const question: DuplicateParams = { uri: uri.toString() };
        return this.#server.ask<DuplicateResult>(duplicate, question);
      }),
    );
    const answers = asked.filter((answer) => answer !== undefined).filter(isFirst);
    if (answers.length === 0) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Only pages and files in the content of a Kirby site can be duplicated.'),
      );
      return;
    }
    const edit = new vscode.WorkspaceEdit();
    for (const answer of answers) {
      const files = await filesToCopy(answer);
      for (const { to, contents } of files) edit.createFile(to, { contents });
      await this.#remember(answer, files);
    }
    if (!(await vscode.workspace.applyEdit(edit))) {
      void vscode.window.showErrorMessage(vscode.l10n.t('The copy could not be written.'));
      return;
    }
    const shown = answers[0]?.shown;
    if (shown === undefined) return;
    await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(shown));
  }

  /** An edit makes folders for the files that it creates, and leaves them when it is undone. */
  async #remember({ copies }: DuplicateResult, files: readonly CopiedFile[]): Promise<void> {
    for (const { to } of copies) {
      const root = vscode.Uri.parse(to);
      const folders = foldersOf(files, to);
      if (folders.length === 0) continue;
      const drafts = folderOf(root);
      if (!(await exists(drafts))) this.#made.set(drafts.toString(), drafts);
      for (const folder of folders) this.#made.set(folder, vscode.Uri.parse(folder));
    }
  }

  /** Removes folders that a copy has made and that its undoing has emptied. */
  async #tidy(deleted: readonly vscode.Uri[]): Promise<void> {
    const isConcerned = deleted.some((uri) => this.#made.has(folderOf(uri).toString()));
    if (!isConcerned) return;
    for (const folder of [...this.#made.values()].reverse()) {
      // Somebody may have put something else there.
      const isEmpty = await vscode.workspace.fs.readDirectory(folder).then(
        (entries) => entries.length === 0,
        () => false,
      );
      if (isEmpty) await vscode.workspace.fs.delete(folder).then(undefined, () => undefined);
    }
  }
}

/** Not what another one copies already: a file may be chosen together with its metadata. */
function isFirst(
  { copies }: DuplicateResult,
  index: number,
  all: readonly DuplicateResult[],
): boolean {
  const targets = new Set(all.slice(0, index).flatMap((one) => one.copies.map(({ to }) => to)));
  return copies.every(({ to }) => !targets.has(to));
}

/** The folders below one that files lie in, and those that hold nothing but folders; the outer ones first. */
function foldersOf(files: readonly CopiedFile[], top: string): readonly string[] {
  const folders = new Set<string>();
  for (const { to } of files) {
    let folder = folderOf(to);
    while (folder.toString().startsWith(`${top}/`) && !folders.has(folder.toString())) {
      folders.add(folder.toString());
      folder = folderOf(folder);
    }
    if (folder.toString() === top) folders.add(top);
  }
  return [...folders].sort();
}

function folderOf(uri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(uri, '..');
}
