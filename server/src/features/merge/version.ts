import {
  type JsonArrayNode,
  type JsonNode,
  memberAt,
  parseJsonTree,
} from '../../kirby/json/tree.ts';
import { isArray, isObject, type JsonValue, parseJson } from '../../kirby/json/value.ts';
import { slice, type Span } from '../../kirby/text/span.ts';
import { isColumn, isRow } from '../layout-edit/new-items.ts';

/** One of the versions of a Layout or Blocks field that are merged, taken apart. */
export interface Version {
  readonly text: string;
  readonly hasRows: boolean;
  /** The list of the field. */
  readonly root: JsonArrayNode;
  /** In the order of the text. */
  readonly rows: ReadonlyMap<string, Row>;
  readonly blocks: ReadonlyMap<string, Block>;
}

/** A row or a block as it stands in one version. */
export interface Item {
  /** The same in all versions: its id, or what it says where it has none. */
  readonly key: string;
  readonly value: JsonValue;
  readonly span: Span;
}

export interface Row extends Item {
  /** Without its columns. */
  readonly settings: JsonValue;
  readonly list: JsonArrayNode;
  readonly columns: readonly Column[];
}

export interface Column {
  readonly id: string | undefined;
  readonly idSpan: Span | undefined;
  /** Without its blocks. */
  readonly value: JsonValue;
  readonly list: JsonArrayNode;
}

export interface Block extends Item {
  /** The key of its row; `undefined` in a Blocks field. */
  readonly row: string | undefined;
  /** The number of its column. */
  readonly column: number;
}

/**
 * Takes the JSON of a field apart; an empty text is an empty list.
 *
 * @returns `undefined`: it is no JSON, or no list of rows or blocks
 */
export function readVersion(text: string): Version | undefined {
  const source = text === '' ? '[]' : text;
  const value = parseJson(source);
  const root = value === undefined ? undefined : parseJsonTree(source);
  if (!isArray(value) || root?.kind !== 'array') return undefined;
  const hasRows = value.some(isRow);
  const rows = new Map<string, Row>();
  const blocks = new Map<string, Block>();
  for (const [index, node] of root.items.entries()) {
    const item = value[index];
    if (item === undefined) return undefined;
    if (!hasRows) {
      if (!addBlock(blocks, item, node, undefined, 0)) return undefined;
    } else if (!addRow(rows, blocks, item, node)) return undefined;
  }
  return { text: source, hasRows, root, rows, blocks };
}

/** Where a block stands: the same text for the same column. */
export function listOf({ row, column }: Block, version: Version): string {
  const id = row === undefined ? undefined : version.rows.get(row)?.columns[column]?.id;
  return JSON.stringify([row ?? null, id ?? column]);
}

export function sourceOf({ text }: Version, { span }: Item): string {
  return slice(text, span);
}

function addRow(
  rows: Map<string, Row>,
  blocks: Map<string, Block>,
  value: JsonValue,
  node: JsonNode,
): boolean {
  if (!isRow(value) || node.kind !== 'object') return false;
  const list = memberAt(node, 'columns')?.value;
  const values = value['columns'];
  if (list?.kind !== 'array' || !isArray(values)) return false;
  const key = keyOf(rows, value);
  const columns: Column[] = [];
  for (const [index, columnNode] of list.items.entries()) {
    const column = values[index];
    if (!isColumn(column) || columnNode.kind !== 'object') return false;
    const inside = memberAt(columnNode, 'blocks')?.value;
    const items = column['blocks'];
    if (inside?.kind !== 'array' || !isArray(items)) return false;
    columns.push({
      id: idOf(column),
      idSpan: memberAt(columnNode, 'id')?.value?.span,
      value: without(column, 'blocks'),
      list: inside,
    });
    const areAdded = inside.items.every((block, at) =>
      addBlock(blocks, items[at] ?? null, block, key, index),
    );
    if (!areAdded) return false;
  }
  rows.set(key, {
    key,
    value,
    span: node.span,
    settings: without(value, 'columns'),
    list,
    columns,
  });
  return true;
}

function addBlock(
  blocks: Map<string, Block>,
  value: JsonValue,
  { span }: JsonNode,
  row: string | undefined,
  column: number,
): boolean {
  if (!isObject(value)) return false;
  const key = keyOf(blocks, value);
  blocks.set(key, { key, value, span, row, column });
  return true;
}

/** Ids that are there twice are told apart by their order. */
function keyOf(taken: ReadonlyMap<string, unknown>, value: JsonValue): string {
  const name = idOf(value) ?? JSON.stringify(value);
  let key = name;
  for (let count = 2; taken.has(key); count++) key = `${name} ${String(count)}`;
  return key;
}

function idOf(value: JsonValue): string | undefined {
  const id = isObject(value) ? value['id'] : undefined;
  return typeof id === 'string' && id !== '' ? id : undefined;
}

function without(value: JsonValue, left: string): JsonValue {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== left));
}
