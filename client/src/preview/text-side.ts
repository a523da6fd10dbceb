import * as vscode from 'vscode';
import type { PreviewFixResult, Range } from '../../../server/src/protocol/index.ts';

/** The text editor that shows a document, if any does. */
export function editorOf(uri: vscode.Uri): vscode.TextEditor | undefined {
  const wanted = uri.toString();
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  return [activeTextEditor, ...visibleTextEditors].find(
    (editor) => editor?.document.uri.toString() === wanted,
  );
}

/**
 * Selects a range of a document. Without focus the keyboard stays where it is, so that a click in the
 * preview cannot make the next key replace a block.
 *
 * @param from the column of the preview
 */
export async function selectInText(
  uri: vscode.Uri,
  range: Range,
  focus: boolean,
  from: vscode.ViewColumn | undefined,
): Promise<void> {
  const { start, end } = range;
  // The cursor goes to the beginning, which is what has to be in view of a long block.
  const selection = new vscode.Selection(end.line, end.character, start.line, start.character);
  const editor =
    !focus && editorOf(uri) !== undefined ? editorOf(uri) : await showText(uri, focus, from);
  if (editor === undefined) return;
  editor.selection = selection;
  const top = new vscode.Range(selection.active, selection.active);
  editor.revealRange(top, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Brings the text of a document up, in the column where it is. */
export async function showText(
  uri: vscode.Uri,
  focus: boolean,
  from: vscode.ViewColumn | undefined,
): Promise<vscode.TextEditor> {
  const open = columnOf(uri);
  // A text that has no tab yet must not cover the preview that was only clicked at.
  const viewColumn = open ?? (focus ? from : undefined) ?? vscode.ViewColumn.Beside;
  return vscode.window.showTextDocument(uri, { viewColumn, preserveFocus: !focus });
}

/** The column where the text of a document is. */
export function columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const shown = editorOf(uri)?.viewColumn;
  if (shown !== undefined) return shown;
  const wanted = uri.toString();
  return vscode.window.tabGroups.all.find(({ tabs }) =>
    tabs.some(
      ({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === wanted,
    ),
  )?.viewColumn;
}

/** Applies edits as one step; `false` when the text has moved on since. */
export async function applyFix(
  document: vscode.TextDocument,
  { version, edits }: Pick<PreviewFixResult, 'version' | 'edits'>,
): Promise<boolean> {
  if (document.version !== version) return false;
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of edits) edit.replace(document.uri, toRange(range), newText);
  return vscode.workspace.applyEdit(edit);
}

export function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
