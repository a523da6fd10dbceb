import {
  isArray,
  isObject,
  type JsonObject,
  type JsonPath,
  type JsonValue,
} from '../kirby/json/value.ts';
import { memo } from '../kirby/text/memo.ts';
import { contentsOf } from '../kirby/values/contents.ts';
import type { FieldValue } from '../kirby/values/field-value.ts';
import { hasFieldOf } from '../kirby/values/fields-of-type.ts';
import type { Holder } from '../kirby/values/holder.ts';
import type { YamlHandler } from '../kirby/yaml/read.ts';
import type { FormContext } from './form-rule.ts';
import { Notes } from '../kirby/text/notes.ts';

/** The rows, columns and blocks of one Layout or Blocks field, wherever the field stands. */
export interface BlockParts {
  readonly value: FieldValue;
  readonly holder: Holder;
  readonly rows: readonly BlockPart[];
  readonly columns: readonly BlockPart[];
  readonly blocks: readonly BlockPart[];
}

export interface BlockPart {
  readonly value: JsonObject;
  readonly path: JsonPath;
}

/** The types of the fields that hold blocks. */
export const blockTypes: ReadonlySet<string> = new Set(['layout', 'blocks']);

/** The parts of all Layout and Blocks fields that a blueprint knows, also of those in blocks. */
export function* blockParts({ forms, environment }: FormContext): Iterable<BlockParts> {
  for (const form of forms) {
    if (!hasFieldOf(form.fields, blockTypes)) continue;
    for (const value of form.values.values()) {
      const { type, problem } = value.definition;
      if ((type !== 'layout' && type !== 'blocks') || problem !== undefined) continue;
      const parts = (environment.yamlHandler === 'spyc' ? spycParts : symfonyParts)(value);
      if (parts !== undefined) yield parts;
    }
  }
}

const spycParts = memo((value: FieldValue) => partsIf(value, 'spyc'));
const symfonyParts = memo((value: FieldValue) => partsIf(value, 'symfony'));

function partsIf(value: FieldValue, handler: YamlHandler): BlockParts | undefined {
  const holder = contentsOf(value, handler);
  return holder !== undefined && isArray(holder.value) ? partsOf(value, holder) : undefined;
}

function partsOf(value: FieldValue, holder: Holder): BlockParts {
  if (value.definition.type === 'blocks') {
    const blocks = partsIn(holder.value, []);
    // Rows that were pasted into a Blocks field are something else.
    const areBlocks = !blocks.some((block) => 'columns' in block.value);
    return { value, holder, rows: [], columns: [], blocks: areBlocks ? blocks : [] };
  }
  const rows: BlockPart[] = [];
  const columns: BlockPart[] = [];
  const blocks: BlockPart[] = [];
  (isArray(holder.value) ? holder.value : []).forEach((row, index) => {
    if (!isObject(row) || !('columns' in row)) return;
    const inside = rowAt(row, index);
    rows.push(inside.row);
    columns.push(...inside.columns);
    blocks.push(...inside.blocks);
  });
  return { value, holder, rows, columns, blocks };
}

interface RowParts {
  readonly index: number;
  readonly row: BlockPart;
  readonly columns: readonly BlockPart[];
  readonly blocks: readonly BlockPart[];
}

/** A row that a key elsewhere leaves as it is keeps its parts. */
function rowAt(value: JsonObject, index: number): RowParts {
  const last = lastRows.get(value);
  if (last?.index === index) return last;
  const columns = partsIn(value['columns'], [index, 'columns']);
  const blocks = columns.flatMap((column) =>
    partsIn(column.value['blocks'], [...column.path, 'blocks']),
  );
  const parts = { index, row: { value, path: [index] }, columns, blocks };
  lastRows.set(value, parts);
  return parts;
}

const lastRows = new Notes<JsonObject, RowParts>();

function partsIn(list: JsonValue | undefined, path: JsonPath): readonly BlockPart[] {
  if (!isArray(list)) return [];
  return list.flatMap((value, index) =>
    isObject(value) ? [{ value, path: [...path, index] }] : [],
  );
}
