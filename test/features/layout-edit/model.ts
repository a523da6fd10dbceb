import type { Operation } from '../../../server/src/features/layout-edit/operation.ts';

/** What operations do, told a second time and simply, on values that are changed in place. */
export interface ModelBlock {
  id?: string;
  type: string;
  isHidden?: unknown;
  content?: unknown;
}
export interface ModelColumn {
  blocks: ModelBlock[];
  id?: string;
  width: string;
}
export interface ModelRow {
  columns: ModelColumn[];
  id?: string;
}
export type ModelItem = ModelBlock | ModelRow;

type ModelOperation = Exclude<Operation, { readonly kind: 'split' | 'setting' }>;

/** New rows, columns and blocks have the id `new`. */
export function modelled(rows: ModelRow[], operation: ModelOperation): ModelRow[] {
  const listAt = (path: readonly (string | number)[]): ModelItem[] =>
    path.length === 0 ? rows : (rows[Number(path[0])]?.columns[Number(path[2])]?.blocks ?? []);
  switch (operation.kind) {
    case 'add-row': {
      const columns = operation.widths.map(emptyColumn);
      const row = { attrs: {}, columns, id: 'new' };
      rows.splice(operation.at.index, 0, row);
      return rows;
    }
    case 'add-block': {
      const { at, type } = operation;
      listAt(at.list).splice(at.index, 0, { content: {}, id: 'new', isHidden: false, type });
      return rows;
    }
    case 'paste': {
      const { at, text } = operation;
      const blocks = (JSON.parse(text) as ModelBlock[]).map((block) => ({ ...block, id: 'new' }));
      const isAmongRows = at.list.length === 0 && rows.some((row) => 'columns' in row);
      const column = { ...emptyColumn('1/1'), blocks };
      const row = { attrs: {}, columns: [column], id: 'new' };
      listAt(at.list).splice(at.index, 0, ...(isAmongRows ? [row as ModelRow] : blocks));
      return rows;
    }
    case 'convert': {
      const { path } = operation.item;
      const block = listAt(path.slice(0, -1))[Number(path.at(-1))];
      if (block !== undefined && 'type' in block) block.type = operation.type;
      return rows;
    }
    case 'merge': {
      const { path } = operation.item;
      const list = listAt(path.slice(0, -1));
      const at = Number(path.at(-1));
      const [first, second] = [list[at], list[at + 1]] as ModelBlock[];
      if (first === undefined || second === undefined) return rows;
      first.content = {
        ...textsOf(first),
        text: joined(textsOf(first).text, textsOf(second).text, first.type),
      };
      list.splice(at + 1, 1);
      return rows;
    }
    case 'step': {
      const lists = rows.some((row) => 'columns' in row)
        ? rows.flatMap((row) => row.columns.map(({ blocks }): ModelItem[] => blocks))
        : [];
      const moving = operation.items.flatMap(({ path }) => {
        const list = listAt(path.slice(0, -1));
        const item = list[Number(path.at(-1))];
        return item === undefined ? [] : [item];
      });
      const stuck = new Set<ModelItem>();
      for (const item of operation.by < 0 ? moving : moving.toReversed()) {
        const list = [rows as ModelItem[], ...lists].find((one) => one.includes(item)) ?? [];
        const at = list.indexOf(item);
        const next = list[at + operation.by];
        const other = lists[lists.indexOf(list) + operation.by];
        if (next !== undefined) {
          if (stuck.has(next)) stuck.add(item);
          else [list[at], list[at + operation.by]] = [next, item];
        } else if (other === undefined || !lists.includes(list)) stuck.add(item);
        else {
          list.splice(at, 1);
          other.splice(operation.by < 0 ? other.length : 0, 0, item);
        }
      }
      return rows;
    }
    case 'hide':
    case 'show':
    case 'delete':
    case 'duplicate': {
      const places = operation.items.map(({ path }) => {
        const list = listAt(path.slice(0, -1));
        return { list, item: list[Number(path.at(-1))] };
      });
      for (const { list, item } of places) {
        if (item === undefined) continue;
        if (operation.kind === 'delete') list.splice(list.indexOf(item), 1);
        else if (operation.kind === 'duplicate')
          list.splice(list.indexOf(item) + 1, 0, renewed(item));
        else if ('type' in item) item.isHidden = operation.kind === 'hide';
      }
      return rows;
    }
    case 'move': {
      const to = listAt(operation.to.list);
      const before = to[operation.to.index];
      const moving = operation.items.map(({ path }) => {
        const list = listAt(path.slice(0, -1));
        return { list, item: list[Number(path.at(-1))] };
      });
      // The gap stands before the first item behind it that does not move itself.
      const items = moving.flatMap(({ item }) => item ?? []);
      let anchor = before;
      for (let at = operation.to.index; anchor !== undefined && items.includes(anchor);)
        anchor = to[++at];
      for (const { list, item } of moving) if (item) list.splice(list.indexOf(item), 1);
      to.splice(anchor === undefined ? to.length : to.indexOf(anchor), 0, ...items);
      return rows;
    }
    case 'columns': {
      const row = rows[Number(operation.item.path[0])];
      if (row === undefined) return rows;
      const { widths } = operation;
      const old = row.columns;
      row.columns = widths.map((width, index) => {
        const column = old[index];
        return column === undefined ? emptyColumn(width) : { ...column, width };
      });
      const last = row.columns[Math.min(widths.length, old.length) - 1];
      last?.blocks.push(...old.slice(widths.length).flatMap(({ blocks }) => blocks));
      return rows;
    }
    case 'wrap': {
      const blocks = operation.items.flatMap(
        ({ path }) => listAt(path.slice(0, -1))[Number(path.at(-1))] ?? [],
      );
      for (const { path } of operation.items.toReversed())
        listAt(path.slice(0, -1)).splice(Number(path.at(-1)), 1);
      const column = { ...emptyColumn('1/1'), blocks };
      const row = { attrs: {}, columns: [column], id: 'new' };
      rows.splice(Number(operation.items[0]?.path[0]) + 1, 0, row as ModelRow);
      return rows;
    }
  }
}

function textsOf({ content }: ModelBlock): { text: string } {
  return content as { text: string };
}

function joined(before: string, behind: string, type: string): string {
  if (before.trim() === '') return behind;
  if (behind.trim() === '') return before;
  if (type === 'markdown') return `${before.trimEnd()}\n\n${behind.trim()}`;
  if (type === 'list') return (before + behind).replace(/<\/(ul|ol)>\s*<\1>/u, '');
  const startsBlock = /^\s*<(?:p|ul|ol|h[1-6]|blockquote|pre|div|table|figure|hr)\b/u;
  return [before, behind]
    .map((text) => (startsBlock.test(text) ? text.trim() : `<p>${text.trim()}</p>`))
    .join('');
}

function emptyColumn(width: string): ModelColumn {
  return { blocks: [], id: 'new', width };
}

function renewed<Item>(item: Item): Item {
  return JSON.parse(JSON.stringify(item), (_, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    const isPart = 'columns' in value || 'blocks' in value || 'type' in value;
    return isPart ? { ...value, id: 'new' } : value;
  }) as Item;
}
