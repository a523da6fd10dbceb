import * as vscode from 'vscode';
import { nodeWith, placeOf, type StructureNode } from './structure-node.ts';
import { gapForDrop } from './structure-place.ts';
import type { StructureView } from './structure-view.ts';

/** What VS Code calls the nodes of the view while they are dragged. */
const mime = 'application/vnd.code.tree.kirbyauthor.structure';

/** Rows and blocks are dragged to where they are to stand, also into other fields. */
export class StructureDrag implements vscode.TreeDragAndDropController<StructureNode> {
  readonly dragMimeTypes = [mime];
  readonly dropMimeTypes = [mime];
  readonly #view: StructureView;
  #dragged: readonly StructureNode[] = [];

  constructor(view: StructureView) {
    this.#view = view;
  }

  handleDrag(source: readonly StructureNode[], transfer: vscode.DataTransfer): void {
    this.#dragged = movable(source);
    transfer.set(mime, new vscode.DataTransferItem(this.#dragged.map(({ key }) => key)));
  }

  async handleDrop(
    target: StructureNode | undefined,
    transfer: vscode.DataTransfer,
  ): Promise<void> {
    const { nodes } = this.#view;
    // The text may have changed since the mouse went down.
    const now = ({ key }: StructureNode): StructureNode | undefined =>
      nodeWith(nodes, (node) => node.key === key);
    const items = this.#dragged.flatMap((node) => now(node) ?? []);
    const onto = target === undefined ? nodes.at(-1) : now(target);
    if (transfer.get(mime) === undefined || onto === undefined) return;
    if (items.some(({ key }) => key === onto.key)) return;
    const to = gapForDrop(onto, items);
    if (to === undefined) return;
    await this.#view.now().perform({ kind: 'move', items: items.map(placeOf), to });
  }
}

/** Rows or blocks, whichever the first one is: they go to different places. */
export function movable(nodes: readonly StructureNode[]): readonly StructureNode[] {
  const able = nodes.filter(({ kind }) => kind === 'row' || kind === 'block');
  return able.filter(({ kind }) => kind === able[0]?.kind);
}
