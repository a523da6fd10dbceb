import type { Block } from '../blocks/block.ts';
import { lastOfEachId, read, readEach, type Reading, refused } from '../blocks/block.ts';
import { decodeJson } from '../blocks/decode.ts';
import {
  isPhpArray,
  isPhpEmpty,
  isSet,
  lowerKeys,
  type PhpArray,
  phpEntries,
  phpGet,
  phpString,
} from '../blocks/php.ts';
import { blocksOf, idOf } from '../blocks/read.ts';
import type { JsonObject, JsonPath, JsonValue } from '../json/value.ts';
import { columnSpan } from './width.ts';
import { say } from '../text/say.ts';

/** A row of a Layout field, `Kirby\Cms\Layout`. */
export interface LayoutRow {
  /** `undefined`: the source has none, and Kirby makes up a new one at each reading. */
  readonly id: string | undefined;
  /** The row's settings. Keys in lower case, values as stored. */
  readonly attrs: JsonObject;
  readonly columns: readonly LayoutColumn[];
  /** Where the row stands in the JSON that was read. */
  readonly path: JsonPath;
}

/** `Kirby\Cms\LayoutColumn`. */
export interface LayoutColumn {
  readonly id: string | undefined;
  readonly width: string;
  /** Columns of twelve; `undefined` where `span()` throws. */
  readonly span: number | undefined;
  /** Hidden ones, too. */
  readonly blocks: readonly Block[];
  readonly path: JsonPath;
}

/** What Kirby makes of a Layout value. `reason`: why `toLayouts()` throws and the page dies. */
export type LayoutReading =
  | { readonly ok: true; readonly rows: readonly LayoutRow[] }
  | { readonly ok: false; readonly reason: string };

/**
 * The rows of a value as `$field->toLayouts()` makes them (`Kirby\Cms\Layouts::parse()` and
 * `factory()`). A text that is no JSON gives no rows and no error: to Kirby the field is empty.
 *
 * @param value the text of a field, or a value that was decoded already
 */
export function readLayout(value: string | JsonValue): LayoutReading {
  const decoded = isPhpArray(value) ? value : decodeJson(phpString(value) ?? '');
  if (decoded === undefined || isPhpEmpty(decoded)) return { ok: true, rows: [] };
  const isSingle = isSet(phpGet(decoded, 'columns')) || isSet(phpGet(decoded, 'id'));
  const first = isSingle ? decoded : (phpGet(decoded, 0) ?? phpGet(decoded, '0'));
  if (isPhpArray(first) && isBlock(first)) return rowOfBlocks(decoded, isSingle);

  const rows = readEach(isSingle ? [{ value: decoded, path: [] }] : itemsOf(decoded, []), rowFrom);
  return rows.ok ? { ok: true, rows: lastOfEachId(rows.value) } : rows;
}

interface Raw {
  readonly value: JsonValue;
  readonly path: JsonPath;
}

/** A value of a Blocks field in a Layout field becomes one row with one column. */
function rowOfBlocks(decoded: PhpArray, isSingle: boolean): LayoutReading {
  const reading = blocksOf(isSingle ? [decoded] : decoded, []);
  if (!reading.ok) return reading;
  const blocks = isSingle
    ? reading.blocks.map((block) => ({ ...block, path: [] }))
    : reading.blocks;
  const column = { id: undefined, width: '1/1', span: 12, blocks, path: [] };
  return { ok: true, rows: [{ id: undefined, attrs: {}, columns: [column], path: [] }] };
}

function isBlock(item: PhpArray): boolean {
  return isSet(phpGet(item, 'content')) || isSet(phpGet(item, 'type'));
}

function itemsOf(list: PhpArray, path: JsonPath): readonly Raw[] {
  return phpEntries(list).map(([key, value]) => ({ value, path: [...path, key] }));
}

function rowFrom({ value, path }: Raw): Reading<LayoutRow> {
  if (!isPhpArray(value)) return refused(say`A row is not an object.`);
  const id = idOf(value);
  if (!id.ok) return id;
  const attrs = phpGet(value, 'attrs') ?? [];
  if (!isPhpArray(attrs)) return refused(say`The "attrs" of a row are not an object.`);
  const list = phpGet(value, 'columns') ?? [];
  if (!isPhpArray(list)) return refused(say`The "columns" of a row are not a list.`);
  const columns = readEach(itemsOf(list, [...path, 'columns']), columnFrom);
  if (!columns.ok) return columns;
  return read({
    id: id.value,
    attrs: lowerKeys(attrs),
    columns: lastOfEachId(columns.value),
    path,
  });
}

function columnFrom({ value, path }: Raw): Reading<LayoutColumn> {
  if (!isPhpArray(value)) return refused(say`A column is not an object.`);
  const id = idOf(value);
  if (!id.ok) return id;
  const width = phpString(phpGet(value, 'width') ?? '1/1');
  if (width === undefined) return refused(say`The width of a column is not a text.`);
  const list = phpGet(value, 'blocks') ?? [];
  if (!isPhpArray(list)) return refused(say`The "blocks" of a column are not a list.`);
  const blocks = blocksOf(list, [...path, 'blocks']);
  if (!blocks.ok) return blocks;
  const span = columnSpan(width);
  return read({
    id: id.value,
    width,
    span: span.ok ? span.span : undefined,
    blocks: blocks.blocks,
    path,
  });
}
