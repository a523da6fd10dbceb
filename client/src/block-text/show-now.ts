import * as vscode from 'vscode';

/**
 * Gives a document another text by replacing only what differs, so that cursors stay where they are.
 *
 * @returns whether it has that text now
 */
export async function showNow(document: vscode.TextDocument, text: string): Promise<boolean> {
  const before = document.getText();
  const wanted = document.eol === vscode.EndOfLine.CRLF ? text.replaceAll('\n', '\r\n') : text;
  const most = Math.min(before.length, wanted.length);
  let start = 0;
  while (start < most && before[start] === wanted[start]) start++;
  let same = 0;
  while (
    same < most - start &&
    before[before.length - 1 - same] === wanted[wanted.length - 1 - same]
  )
    same++;
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(
    document.positionAt(start),
    document.positionAt(before.length - same),
  );
  edit.replace(document.uri, range, wanted.slice(start, wanted.length - same));
  return (await vscode.workspace.applyEdit(edit)) && document.getText() === wanted;
}
