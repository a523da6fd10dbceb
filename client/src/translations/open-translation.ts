import * as vscode from 'vscode';
import {
  fieldPlace,
  type FieldPlaceParams,
  type FieldPlaceResult,
  type LanguageFile,
} from '../../../server/src/protocol/index.ts';
import { exists } from '../exists.ts';
import type { LanguageServer } from '../language-server.ts';
import { toRange } from '../preview/text-side.ts';
import { translationsOf } from './translation-state.ts';

/**
 * Opens the same content in another language, at the same field. A file that is not there yet is
 * made: an empty translation shows what the default language says.
 *
 * @param code the language; anything else: the author is asked
 */
export async function openTranslation(server: LanguageServer, code: unknown): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return;
  const found = await translationsOf(server, editor.document, editor.selection.active);
  const others = found?.files.filter(({ isCurrent }) => !isCurrent) ?? [];
  if (others.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There are no other languages for this file.'),
    );
    return;
  }
  const file =
    typeof code === 'string'
      ? others.find((other) => other.code === code)
      : await chosenFrom(others);
  if (file === undefined) return;
  const uri = vscode.Uri.parse(file.uri);
  if (!(await exists(uri)) && !(await created(uri))) return;
  await openAt(server, uri, found?.field, {
    viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active,
  });
}

/** Opens a document with the cursor where the value of a field begins, if it has the field. */
export async function openAt(
  server: LanguageServer,
  uri: vscode.Uri,
  field: string | undefined,
  options: vscode.TextDocumentShowOptions,
): Promise<void> {
  const editor = await vscode.window.showTextDocument(uri, options);
  if (field === undefined) return;
  const range = await rangeOf(server, editor.document, field);
  if (range === undefined) return;
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Where the value of a field stands. */
export async function rangeOf(
  server: LanguageServer,
  document: vscode.TextDocument,
  field: string,
): Promise<vscode.Range | undefined> {
  const question: FieldPlaceParams = { text: document.getText(), field };
  const place = await server.ask<FieldPlaceResult>(fieldPlace, question);
  return place && toRange(place.range);
}

async function chosenFrom(files: readonly LanguageFile[]): Promise<LanguageFile | undefined> {
  const items = files.map((file) => ({
    label: file.name,
    description: file.isDefault ? vscode.l10n.t('{0}, the default language', file.code) : file.code,
    ...(file.exists === false
      ? { detail: `$(new-file) ${vscode.l10n.t('There is no file yet: it is created.')}` }
      : {}),
    file,
  }));
  const placeHolder = vscode.l10n.t('The language to open');
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true }))
    ?.file;
}

async function created(uri: vscode.Uri): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { ignoreIfExists: true });
  return vscode.workspace.applyEdit(edit);
}
