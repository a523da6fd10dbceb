import * as vscode from 'vscode';
import type {
  Position,
  Range,
  StructureField,
  StructurePart,
  StructurePath,
  StructurePlace,
  StructureResult,
} from '../../../server/src/protocol/index.ts';

/** The command of a node that is clicked, with its key. */
export const goToNode = 'kirbyAuthor.structure.goTo';

/** A field, a row, a column or a block in the view *Structure*. */
export interface StructureNode {
  readonly kind: 'field' | StructurePart['kind'];
  /** The same for the same row or block, also after it has moved. */
  readonly key: string;
  readonly field: StructureField;
  /** `undefined`: the field itself. */
  readonly part: StructurePart | undefined;
  readonly parent: StructureNode | undefined;
  readonly children: readonly StructureNode[];
}

/** The trees of all fields of a document. */
export function nodesOf({ fields }: StructureResult): readonly StructureNode[] {
  const keys = new Set<string>();
  // Of two equal ids only the first one is told by its id.
  const keyOf = (wanted: string, otherwise: string): string => {
    const key = keys.has(wanted) ? otherwise : wanted;
    keys.add(key);
    return key;
  };
  return fields.map((field) => {
    const nodeOf = (part: StructurePart, parent: StructureNode): StructureNode => {
      const place = `${String(field.index)}:${part.path.join('/')}`;
      const key = keyOf(part.id === undefined || part.id === '' ? place : part.id, place);
      const children: StructureNode[] = [];
      const node = { kind: part.kind, key, field, part, parent, children };
      children.push(...part.parts.map((child) => nodeOf(child, node)));
      return node;
    };
    const children: StructureNode[] = [];
    const key = `field ${String(field.index)}`;
    const root = {
      kind: 'field',
      key,
      field,
      part: undefined,
      parent: undefined,
      children,
    } as const;
    children.push(...field.parts.map((part) => nodeOf(part, root)));
    return root;
  });
}

/** Whether a command was given a node of the view. */
export function isNode(value: unknown): value is StructureNode {
  return typeof value === 'object' && value !== null && 'field' in value && 'children' in value;
}

export function placeOf({ field, part }: StructureNode): StructurePlace {
  return { field: field.index, path: part?.path ?? [] };
}

/** What is selected in the text for a node. */
export function rangeOf({ field, part }: StructureNode): Range {
  return part?.range ?? field.nameRange;
}

/** The innermost node at a position of the text. */
export function nodeAt(
  nodes: readonly StructureNode[],
  position: Position,
): StructureNode | undefined {
  for (const node of nodes) {
    const { start, end } = node.part?.range ?? node.field.range;
    if (isBefore(position, start) || !isBefore(position, end)) continue;
    return nodeAt(node.children, position) ?? node;
  }
  return undefined;
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

export function nodeWith(
  nodes: readonly StructureNode[],
  isWanted: (node: StructureNode) => boolean,
): StructureNode | undefined {
  for (const node of nodes) {
    const found = isWanted(node) ? node : nodeWith(node.children, isWanted);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The row, column or block at a place. */
export function nodeAtPlace(
  nodes: readonly StructureNode[],
  { field, path }: StructurePlace,
): StructureNode | undefined {
  return nodeWith(nodes, (node) => {
    const here = placeOf(node);
    return here.field === field && node.kind !== 'field' && isSamePath(here.path, path);
  });
}

export function isSamePath(a: StructurePath, b: StructurePath): boolean {
  return a.length === b.length && a.every((step, at) => step === b[at]);
}

/** How a node is shown. */
export function itemOf(node: StructureNode): vscode.TreeItem {
  const { kind, field, part, key } = node;
  const { None, Expanded } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(
    part?.label ?? field.label,
    node.children.length === 0 ? None : Expanded,
  );
  item.id = key;
  // What VS Code calls a selection changes without the author, too; a command is run by nobody else.
  item.command = { command: goToNode, title: vscode.l10n.t('Select in Text'), arguments: [key] };
  const state = part?.isHidden === true ? 'hidden' : 'visible';
  item.contextValue =
    kind === 'block'
      ? `block ${state}${part?.convertible.length === 0 ? '' : ' convertible'}`
      : kind === 'field'
        ? `field ${field.holds}${field.isReadable ? '' : ' broken'}`
        : kind;
  const detail = part === undefined ? detailOf(field) : part.detail;
  const words = part?.isHidden === true ? [vscode.l10n.t('hidden'), detail] : [detail];
  const description = words.filter((word) => word !== '').join(' · ');
  item.description = description;
  item.tooltip =
    description === ''
      ? (part?.label ?? field.label)
      : `${part?.label ?? field.label}: ${description}`;
  item.iconPath = iconOf(node);
  item.accessibilityInformation = {
    label: [kindOf(kind), part?.label ?? field.label, ...words]
      .filter((word) => word !== '')
      .join(', '),
  };
  return item;
}

/** As a screen reader says it. */
function kindOf(kind: StructureNode['kind']): string {
  switch (kind) {
    case 'field':
      return vscode.l10n.t('field');
    case 'row':
      return vscode.l10n.t('row');
    case 'column':
      return vscode.l10n.t('column');
    case 'block':
      return vscode.l10n.t('block');
    case 'list':
      return vscode.l10n.t('list');
  }
}

function detailOf({ isReadable, parts, holds }: StructureField): string {
  if (!isReadable) return vscode.l10n.t('cannot be read');
  if (parts.length > 0) return '';
  return holds === 'rows' ? vscode.l10n.t('no rows') : vscode.l10n.t('no blocks');
}

export function iconOf(node: StructureNode): vscode.ThemeIcon {
  return new vscode.ThemeIcon(iconName(node));
}

function iconName({ kind, field, part }: StructureNode): string {
  if (kind === 'field') return field.isReadable ? 'symbol-field' : 'warning';
  if (kind === 'row') return 'layout-panel';
  if (kind === 'column') return 'split-horizontal';
  if (kind === 'list') return 'list-tree';
  if (part?.isHidden === true) return 'eye-closed';
  return icons.get(part?.type ?? '') ?? 'symbol-misc';
}

const icons: ReadonlyMap<string, string> = new Map([
  ['code', 'code'],
  ['gallery', 'files'],
  ['heading', 'text-size'],
  ['image', 'file-media'],
  ['line', 'dash'],
  ['list', 'list-unordered'],
  ['markdown', 'markdown'],
  ['quote', 'quote'],
  ['table', 'table'],
  ['text', 'whole-word'],
  ['video', 'play-circle'],
]);
