import { isInside } from '../../kirby/json/path-after.ts';
import { isArray, type JsonPath, valueAt } from '../../kirby/json/value.ts';
import { type Followed, Refusal } from './draft.ts';
import { typesAt, typesIn } from './fields.ts';
import { isRow, newColumn } from './new-items.ts';
import type { Gap, Place } from './operation.ts';
import { fieldAt, spellingOf, standing, valueOf, type Work } from './perform.ts';
import { say } from '../../kirby/text/say.ts';

/** Moves rows or blocks to a gap, in their order. Blocks of another field must be allowed there. */
export function move(work: Work, items: readonly Followed[], to: Gap): readonly Followed[] {
  const { draft } = work;
  const list = draft.follow({ field: to.field, path: to.list });
  let { index } = to;
  return items.map((item) => {
    const { field, path } = standing(item);
    const target = standing(list);
    checkTarget(work, { field, path }, target);
    if (field === to.field) {
      const before = path.at(-1);
      draft.change(field, { kind: 'move', path, to: target.path, index });
      const wasBefore = isSameList(path, target.path) && Number(before) < index;
      if (!wasBefore) index++;
      return item;
    }
    const value = valueOf(work, { field, path });
    const spelled = spellingOf(work, { field, path });
    draft.change(field, { kind: 'remove', path });
    draft.change(to.field, { kind: 'insert', path: target.path, index, value, spelled });
    return draft.follow({ field: to.field, path: [...target.path, index++] });
  });
}

function checkTarget(work: Work, from: Place, to: Place): void {
  const value = valueOf(work, from);
  const field = fieldAt(work, to.field);
  if (work.draft.list(to) === undefined)
    throw new Refusal(say`There is no list of rows or blocks.`);
  if (from.field === to.field && isInside(to.path, from.path))
    throw new Refusal(say`A block cannot stand inside of itself.`);
  if (isRow(value)) {
    if (field.holds !== 'rows' || to.path.length > 0)
      throw new Refusal(say`Rows stand only in a Layout field, and in no column.`);
  }
  const types = isRow(value) ? field.types : typesAt(field, to.path, work.draft.value(to.field));
  if (types === undefined) throw new Refusal(say`No block can stand there.`);
  const here = fieldAt(work, from.field);
  const old = typesAt(here, from.path.slice(0, -1), work.draft.value(from.field));
  if (from.field === to.field && (isRow(value) || old === types)) return;
  const foreign = typesIn(value).find((type) => !types.has(type));
  if (foreign !== undefined)
    throw new Refusal(say`The field allows no blocks of the type "${foreign}".`);
}

/** Moves rows or blocks one place up or down. What stands at the end of a column goes on to the next. */
export function step(work: Work, items: readonly Followed[], by: -1 | 1): readonly Followed[] {
  // The one that goes ahead makes room for the others; those that are stuck hold up the ones behind.
  const order = by < 0 ? items : items.toReversed();
  const stuck: JsonPath[] = [];
  for (const item of order) {
    const { field, path } = standing(item);
    const index = Number(path.at(-1));
    const list = path.slice(0, -1);
    const siblings = work.draft.list({ field, path: list });
    const next = index + by;
    const isBlocked = stuck.some((one) => isSameList(one, list) && one.at(-1) === next);
    if (siblings !== undefined && next in siblings) {
      if (isBlocked) stuck.push(path);
      else move(work, [item], { field, list, index: by < 0 ? next : next + 1 });
      continue;
    }
    const gap = neighbour(work, { field, path: list }, by);
    if (gap === undefined) stuck.push(path);
    else move(work, [item], gap);
  }
  return items;
}

/** The end of the column before, or the start of the one behind: in this row or the next one. */
function neighbour(work: Work, { field, path }: Place, by: -1 | 1): Gap | undefined {
  const value = work.draft.value(field);
  if (path.length !== 4 || !isArray(value)) return undefined;
  const lists = value.flatMap((row, at) => {
    const columns = isRow(row) ? row['columns'] : [];
    if (!isArray(columns)) return [];
    return columns.map((_, column): JsonPath => [at, 'columns', column, 'blocks']);
  });
  const here = lists.findIndex((list) => list.every((part, at) => part === path[at]));
  const list = here < 0 ? undefined : lists[here + by];
  const blocks = list && valueAt(value, list);
  return list && isArray(blocks) ? { field, list, index: by < 0 ? blocks.length : 0 } : undefined;
}

function isSameList(item: JsonPath, list: JsonPath): boolean {
  return item.length === list.length + 1 && list.every((part, at) => part === item[at]);
}

/** Gives blocks of a Layout field a new row with one column, behind the row of the first one. */
export function wrap(work: Work, items: readonly Followed[]): readonly Followed[] {
  const [first] = items;
  if (first === undefined) return [];
  const { field, path } = standing(first);
  const row = path[0];
  const isAmongRows = items.every((item) => {
    const place = standing(item);
    return place.field === field && place.path.length === 5;
  });
  if (!isAmongRows || typeof row !== 'number')
    throw new Refusal(
      say`Only blocks in the columns of one Layout field can get a row of their own.`,
    );
  const index = row + 1;
  const value = { attrs: {}, columns: [newColumn('1/1', work.newId())], id: work.newId() };
  work.draft.change(field, { kind: 'insert', path: [], index, value });
  return move(work, items, { field, list: [index, 'columns', 0, 'blocks'], index: 0 });
}
