import * as vscode from 'vscode';
import { editorOf, selectInText, toRange } from '../preview/text-side.ts';
import { iconOf, nodeAt, rangeOf, type StructureNode } from './structure-node.ts';
import type { StructureView } from './structure-view.ts';

interface BlockItem extends vscode.QuickPickItem {
  readonly node: StructureNode;
}

/**
 * Lets the author choose one of the blocks, by what they say; the text shows each while the list goes
 * through it, and is as it was when none is chosen.
 *
 * @param given the number of a field that it is about; anything else: all fields
 */
export async function goToBlock(view: StructureView, given: unknown): Promise<void> {
  const node = await pickBlock(view, given);
  const uri = view.document?.uri;
  if (node !== undefined && uri !== undefined)
    await selectInText(uri, rangeOf(node), true, undefined);
}

/** The block that the author chooses, after its text has been in view. */
export async function pickBlock(
  view: StructureView,
  given: unknown,
): Promise<StructureNode | undefined> {
  await view.chosen(undefined, undefined);
  const editor = view.document && editorOf(view.document.uri);
  if (editor === undefined) return undefined;
  const fields = view.nodes.filter(
    ({ field }) => typeof given !== 'number' || field.index === given,
  );
  const items = fields.flatMap((field) => itemsIn(field, fields.length > 1));
  if (items.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('This file has no blocks.'));
    return undefined;
  }
  return choose(editor, items);
}

function choose(
  editor: vscode.TextEditor,
  items: readonly BlockItem[],
): Promise<StructureNode | undefined> {
  const { selections, visibleRanges } = editor;
  const highlight = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.rangeHighlightBackground'),
  });
  const list = vscode.window.createQuickPick<BlockItem>();
  list.placeholder = vscode.l10n.t('Go to a block by its words or its type');
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  list.items = items;
  const here = nodeAt(
    items.map(({ node }) => ({ ...node, children: [] })),
    editor.selection.active,
  );
  const active = items.find(({ node }) => node.key === here?.key);
  if (active !== undefined) list.activeItems = [active];
  return new Promise((resolve) => {
    list.onDidChangeActive(([item]) => {
      const range = item && toRange(rangeOf(item.node));
      editor.setDecorations(highlight, range === undefined ? [] : [range]);
      if (range !== undefined)
        editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    });
    list.onDidAccept(() => {
      resolve(list.activeItems[0]?.node);
      list.hide();
    });
    list.onDidHide(() => {
      highlight.dispose();
      list.dispose();
      // Without a choice, which has been taken by now, the author is back where the list was opened.
      const [top] = visibleRanges;
      if (top !== undefined && selections === editor.selections)
        editor.revealRange(top, vscode.TextEditorRevealType.AtTop);
      resolve(undefined);
    });
    list.show();
  });
}

function itemsIn(node: StructureNode, saysField: boolean): readonly BlockItem[] {
  return node.children.flatMap((child) => {
    const inside = itemsIn(child, saysField);
    if (child.kind !== 'block' || child.part === undefined) return inside;
    const { label, detail, isHidden } = child.part;
    const where = [...(saysField ? [child.field.label] : []), ...placesOf(child)];
    const item = {
      label: `$(${iconOf(child).id}) ${label}`,
      description: [...where, ...(isHidden ? [vscode.l10n.t('hidden')] : [])].join(' · '),
      detail,
      node: child,
    };
    return [item, ...inside];
  });
}

/** `Row 2`, `column 1 (1/2)` */
function placesOf({ parent }: StructureNode): readonly string[] {
  if (parent?.part === undefined) return [];
  const { kind, part } = parent;
  const above = placesOf(parent);
  if (kind !== 'column') return [...above, part.label];
  const index = (parent.parent?.children.indexOf(parent) ?? 0) + 1;
  return [...above, vscode.l10n.t('column {0} ({1})', index, part.label)];
}
