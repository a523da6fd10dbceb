import * as vscode from 'vscode';

/**
 * Gives a document another text by replacing only what differs, so that cursors stay where they are.
 *
 * @returns whether it has that text now
 */
export async function showNow(document: vscode.TextDocument, text: string): Promise<boolean> {
  const before = document.getText();
  const wanted = document.eol === vscode.EndOfLine.CRLF ? text.replaceAll('\n', '\r\n') : text;
  const start = commonStart(before, wanted);
  const same = commonEnd(before, wanted, start);
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(
    document.positionAt(start),
    document.positionAt(before.length - same),
  );
  edit.replace(document.uri, range, wanted.slice(start, wanted.length - same));
  return (await vscode.workspace.applyEdit(edit)) && document.getText() === wanted;
}

/** A pair of surrogates is one character, of which an edit can only replace the whole. */
function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  return /[\uD800-\uDBFF]/.test(a.charAt(at - 1)) ? at - 1 : at;
}

/** How many characters at the ends are the same, those before `start` not counted twice. */
function commonEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let same = 0;
  while (same < most && a[a.length - 1 - same] === b[b.length - 1 - same]) same++;
  return /[\uDC00-\uDFFF]/.test(a.charAt(a.length - same)) ? same - 1 : same;
}
