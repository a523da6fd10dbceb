import { isInside } from '../../kirby/json/path-after.ts';
import type { Spelled } from '../../kirby/json/spelled.ts';
import { type JsonValue, parseJson } from '../../kirby/json/value.ts';
import { changeColumns } from './columns.ts';
import { convertBlock } from './convert-block.ts';
import { type Draft, type Followed, Refusal } from './draft.ts';
import { type StructureField, typesAt } from './fields.ts';
import { move, step, wrap } from './move.ts';
import { isBlock, isRow, newBlock, newContent, newRow, withNewIds } from './new-items.ts';
import type { Gap, Operation, Place } from './operation.ts';
import { paste } from './paste.ts';
import { changeSetting } from './row-settings.ts';
import { mergeBlocks, splitBlock } from './split-block.ts';
import { say } from '../../kirby/text/say.ts';

/** An operation and what it works with. */
export interface Work {
  readonly draft: Draft;
  readonly fields: readonly StructureField[];
  readonly newId: () => string;
}

export interface Outcome {
  readonly selected: readonly Followed[];
  readonly note?: string | undefined;
}

/** Does an operation on a draft. */
export function perform({ operation, ...work }: Work & { readonly operation: Operation }): Outcome {
  switch (operation.kind) {
    case 'add-block':
      return addBlock(work, operation.at, operation.type);
    case 'add-row': {
      const { holds } = fieldAt(work, operation.at.field);
      if (holds !== 'rows' || operation.at.list.length > 0)
        throw new Refusal(say`Rows stand only in a Layout field.`);
      if (operation.widths.length === 0) throw new Refusal(say`A row needs a column.`);
      return { selected: insertAll(work, operation.at, [newRow(operation.widths, work.newId)]) };
    }
    case 'duplicate':
      return duplicate(work, topmost(work, operation.items));
    case 'delete':
      for (const item of followed(work, operation.items)) {
        const { field, path } = standing(item);
        work.draft.change(field, { kind: 'remove', path });
      }
      return { selected: [] };
    case 'hide':
    case 'show':
      return setHidden(work, operation.items, operation.kind === 'hide');
    case 'move':
      return { selected: move(work, followed(work, operation.items), operation.to) };
    case 'step':
      return { selected: step(work, followed(work, operation.items), operation.by) };
    case 'columns':
      return changeColumns(work, operation.item, operation.widths);
    case 'split':
      return splitBlock(work, operation.offset);
    case 'merge':
      return mergeBlocks(work, operation.item);
    case 'setting':
      return changeSetting(work, operation);
    case 'convert':
      return convertBlock(work, operation.item, operation.type);
    case 'wrap':
      return { selected: wrap(work, followed(work, operation.items)) };
    case 'paste':
      return paste(work, operation.at, operation.text);
  }
}

function addBlock(work: Work, at: Gap, type: string): Outcome {
  const types = typesAt(fieldAt(work, at.field), at.list, work.draft.value(at.field));
  if (types === undefined) throw new Refusal(say`No block can stand there.`);
  if (!types.has(type)) throw new Refusal(say`The field allows no blocks of the type "${type}".`);
  const block = newBlock(type, newContent(types.get(type)), work.newId());
  return { selected: insertAll(work, at, [block]) };
}

function duplicate(work: Work, items: readonly Place[]): Outcome {
  const { draft } = work;
  const selected = items
    .map((place) => draft.follow(place))
    .map((place) => {
      const { field, path } = standing(place);
      const { text, style } = spellingOf(work, { field, path });
      const spelled = { text: withNewIds(text, work.newId), style };
      const value = parseJson(spelled.text) ?? null;
      const list = path.slice(0, -1);
      const index = Number(path.at(-1)) + 1;
      draft.change(field, { kind: 'insert', path: list, index, value, spelled });
      return draft.follow({ field, path: [...list, index] });
    });
  return { selected };
}

function setHidden({ draft, ...work }: Work, items: readonly Place[], hidden: boolean): Outcome {
  const blocks = items.filter((item) => isBlock(draft.at(item)));
  if (blocks.length === 0) throw new Refusal(say`Only blocks can be hidden.`);
  for (const { field, path } of blocks) {
    const old = draft.at({ field, path: [...path, 'isHidden'] });
    if (old === hidden || (old === undefined && !hidden)) continue;
    draft.change(field, { kind: 'set', path: [...path, 'isHidden'], value: hidden });
  }
  return { selected: followed({ draft, ...work }, blocks) };
}

/** Inserts items one behind the other and follows them. */
export function insertAll({ draft }: Work, at: Gap, items: readonly JsonValue[]): Followed[] {
  const list = draft.list({ field: at.field, path: at.list });
  if (list === undefined) throw new Refusal(say`There is no list of rows or blocks.`);
  const index = Math.max(0, Math.min(at.index, list.length));
  draft.change(at.field, { kind: 'insert-all', path: at.list, index, values: items });
  return items.map((_, offset) =>
    draft.follow({ field: at.field, path: [...at.list, index + offset] }),
  );
}

export function fieldAt({ fields }: Pick<Work, 'fields'>, index: number): StructureField {
  const field = fields.find((one) => one.index === index);
  if (field === undefined) throw new Refusal(say`The field holds no rows or blocks.`);
  return field;
}

/** The rows or blocks of a selection that stand in no other one of it, in the order of the document. */
function topmost(work: Work, items: readonly Place[]): readonly Place[] {
  const chosen = items.filter((item) => {
    const value = work.draft.at(item);
    return typeof item.path.at(-1) === 'number' && (isRow(value) || isBlock(value));
  });
  if (chosen.length === 0) throw new Refusal(say`There is no row or block to work on.`);
  const isSame = (a: Place, b: Place): boolean =>
    a.field === b.field && a.path.length === b.path.length && isInside(a.path, b.path);
  return chosen
    .filter(
      (item, index) =>
        chosen.findIndex((other) => isSame(item, other)) === index &&
        !chosen.some(
          (other) =>
            other.field === item.field &&
            other.path.length < item.path.length &&
            isInside(item.path, other.path),
        ),
    )
    .toSorted((a, b) => a.field - b.field || comparePaths(a.path, b.path));
}

function comparePaths(a: Place['path'], b: Place['path']): number {
  const at = a.findIndex((step, index) => step !== b[index]);
  const [one, other] = [a[at], b[at]];
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return one === other ? 0 : String(one) < String(other) ? -1 : 1;
}

function followed(work: Work, items: readonly Place[]): readonly Followed[] {
  return topmost(work, items).map((item) => work.draft.follow(item));
}

export function standing({ at }: Followed): Place {
  if (at === undefined) throw new Refusal(say`A row or block is not there any more.`);
  return at;
}

export function valueOf({ draft }: Work, place: Place): JsonValue {
  const value = draft.at(place);
  if (value === undefined) throw new Refusal(say`A row or block is not there any more.`);
  return value;
}

/** How what stands at a place is spelled. */
export function spellingOf({ draft }: Work, place: Place): Spelled {
  const spelled = draft.spelling(place);
  if (spelled === undefined) throw new Refusal(say`A row or block is not there any more.`);
  return spelled;
}
