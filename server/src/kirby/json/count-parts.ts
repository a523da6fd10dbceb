import { isArray, isObject, type JsonValue } from './value.ts';
import { say } from '../text/say.ts';

/** How much of a page a field holds. */
export interface Parts {
  readonly rows: number;
  readonly blocks: number;
}

/**
 * The rows and blocks of the value of a Layout or Blocks field, blocks in columns included, as
 * `Layouts::factory()` takes them: a single row counts as one, and of anything else nothing counts.
 */
export function countParts(value: JsonValue): Parts {
  const items = isArray(value) ? value : [value];
  let rows = 0;
  let blocks = 0;
  for (const item of items) {
    if (!isObject(item)) continue;
    if ('columns' in item) {
      rows++;
      blocks += blocksInColumns(item['columns']);
    } else if ('type' in item || 'content' in item) blocks++;
  }
  return { rows, blocks };
}

function blocksInColumns(columns: JsonValue | undefined): number {
  let blocks = 0;
  for (const column of isArray(columns) ? columns : []) {
    const inside = isObject(column) ? column['blocks'] : undefined;
    if (isArray(inside)) blocks += inside.filter(isObject).length;
  }
  return blocks;
}

/** `15 rows, 19 blocks`; a Blocks field has no rows: `3 blocks`. */
export function describeParts({ rows, blocks }: Parts): string {
  const inBlocks = blocks === 1 ? say`1 block` : say`${blocks} blocks`;
  return rows === 0
    ? inBlocks
    : rows === 1
      ? say`1 row, ${inBlocks}`
      : say`${rows} rows, ${inBlocks}`;
}
