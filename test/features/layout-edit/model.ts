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

type ModelOperation = Exclude<
  Operation,
  { readonly kind: 'convert' | 'paste' | 'step' | 'add-block' }
>;

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
