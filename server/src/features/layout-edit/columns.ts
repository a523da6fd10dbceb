import { isArray, isObject, valueAt } from '../../kirby/json/value.ts';
import { Refusal } from './draft.ts';
import { newColumn } from './new-items.ts';
import type { Place } from './operation.ts';
import { type Outcome, standing, valueOf, type Work } from './perform.ts';
import { say } from '../../kirby/text/say.ts';

/**
 * Gives a row other columns. Columns keep their blocks and ids; those of columns that are too many go
 * to the end of the last one, so that none is lost.
 */
export function changeColumns(work: Work, item: Place, widths: readonly string[]): Outcome {
  const { draft } = work;
  const { field, path } = item;
  const columns = valueAt(valueOf(work, item), ['columns']);
  if (!isArray(columns)) throw new Refusal(say`Only a row has columns.`);
  if (widths.length === 0) throw new Refusal(say`A row needs a column.`);
  const list = [...path, 'columns'];
  const last = Math.min(widths.length, columns.length) - 1;
  for (let index = last + 1; index < columns.length; index++) {
    const blocks = valueAt(columns, [index, 'blocks']);
    if (blocks !== undefined && !isArray(blocks))
      throw new Refusal(say`The blocks of a column are not a list.`);
    for (let count = blocks?.length ?? 0; count > 0; count--) {
      const to = [...list, last, 'blocks'];
      const there = valueAt(draft.value(field), to);
      if (!isArray(there)) throw new Refusal(say`The last column holds no list of blocks.`);
      const from = [...list, index, 'blocks', 0];
      draft.change(field, { kind: 'move', path: from, to, index: there.length });
    }
  }
  for (let index = columns.length - 1; index > last; index--) {
    draft.change(field, { kind: 'remove', path: [...list, index] });
  }
  widths.forEach((width, index) => {
    const column = columns[index];
    if (index > last) {
      const value = newColumn(width, work.newId());
      draft.change(field, { kind: 'insert', path: list, index, value });
    } else if (!isObject(column)) throw new Refusal(say`A column is not an object.`);
    else if ((column['width'] ?? '1/1') !== width)
      draft.change(field, { kind: 'set', path: [...list, index, 'width'], value: width });
  });
  const row = draft.follow(item);
  standing(row);
  return { selected: [row] };
}
