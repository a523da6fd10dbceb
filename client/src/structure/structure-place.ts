import type { StructureGap } from '../../../server/src/protocol/index.ts';
import type { StructureNode } from './structure-node.ts';

/** The gap before (0) or behind (1) a row or block, in its own list. */
export function gapBeside({ field, part }: StructureNode, by: 0 | 1): StructureGap | undefined {
  const index = part?.path.at(-1);
  if (
    part === undefined ||
    part.kind === 'column' ||
    part.kind === 'list' ||
    typeof index !== 'number'
  )
    return undefined;
  return { field: field.index, list: part.path.slice(0, -1), index: index + by };
}

/** The gap at the end of what a column holds, a Blocks field in a block, or a field. */
export function gapInside({
  kind,
  field,
  part,
  children,
}: StructureNode): StructureGap | undefined {
  const end = endOf(children);
  if (kind === 'field')
    return field.isReadable ? { field: field.index, list: [], index: end } : undefined;
  if (kind === 'list' && part !== undefined)
    return { field: field.index, list: part.path, index: end };
  if (kind !== 'column' || part === undefined) return undefined;
  return { field: field.index, list: [...part.path, 'blocks'], index: end };
}

function endOf(children: readonly StructureNode[]): number {
  const last = children.at(-1)?.part?.path.at(-1);
  return typeof last === 'number' ? last + 1 : 0;
}

/** Where new rows or blocks go that are pasted onto a node: behind it, or to its end. */
export function gapForPaste(node: StructureNode, rows: boolean): StructureGap | undefined {
  const row = enclosing(node, 'row');
  if (rows && row !== undefined) return gapBeside(row, 1);
  return gapBeside(node, 1) ?? gapInside(node);
}

/**
 * Where rows or blocks go that are dropped onto a node: a row or block takes the place of the one it is
 * dropped on, in a column or field it comes last.
 */
export function gapForDrop(
  target: StructureNode,
  dragged: readonly StructureNode[],
): StructureGap | undefined {
  const [first] = dragged;
  if (first === undefined) return undefined;
  const place = first.kind === 'row' ? enclosing(target, 'row') : target;
  if (first.kind === 'row' && place === undefined)
    return target.field.holds === 'rows' ? gapInside(target) : undefined;
  if (place === undefined) return undefined;
  if (place.kind === 'row' && first.kind === 'block') {
    const [column] = place.children;
    return column && gapInside(column);
  }
  if (place.kind === 'field' && first.kind === 'block' && place.field.holds === 'rows')
    return undefined;
  const gap = gapBeside(place, 0);
  if (gap === undefined) return gapInside(place);
  const own = gapBeside(first, 0);
  const isBefore =
    own?.field === gap.field && String(own.list) === String(gap.list) && own.index < gap.index;
  return isBefore ? { ...gap, index: gap.index + 1 } : gap;
}

/** The node or what holds it, if it is of a kind. */
export function enclosing(
  node: StructureNode,
  kind: StructureNode['kind'],
): StructureNode | undefined {
  let at: StructureNode | undefined = node;
  while (at !== undefined && at.kind !== kind) at = at.parent;
  return at;
}
