import * as vscode from 'vscode';
import { toRange } from '../preview/text-side.ts';
import { rangeOf, type StructureNode } from './structure-node.ts';

/**
 * Puts the cursor to the same place in a row or block that has been moved as it was in it before.
 *
 * @returns what does that, once the text has changed; `false` where the text is another one
 */
export function keptCursor(
  { document, selection }: vscode.TextEditor,
  node: StructureNode,
): (editor: vscode.TextEditor, moved: StructureNode) => boolean {
  const range = toRange(rangeOf(node));
  const text = document.getText(range);
  const start = document.offsetAt(range.start);
  const [anchor, active] = [selection.anchor, selection.active].map(
    (position) => document.offsetAt(position) - start,
  );
  return (editor, moved) => {
    const now = toRange(rangeOf(moved));
    if (anchor === undefined || active === undefined) return false;
    if (editor.document.getText(now) !== text) return false;
    const offset = editor.document.offsetAt(now.start);
    const at = (within: number): vscode.Position => editor.document.positionAt(offset + within);
    editor.selection = new vscode.Selection(at(anchor), at(active));
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    return true;
  };
}
