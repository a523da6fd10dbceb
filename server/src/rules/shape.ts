import type { Field } from '../kirby/content/document.ts';
import { editJson, type JsonChange } from '../kirby/json/edit.ts';
import { type JsonText, jsonOf } from '../kirby/json/json-text.ts';
import type { TextEdit } from '../kirby/json/text-edit.ts';
import {
  isArray,
  isObject,
  type JsonObject,
  type JsonPath,
  type JsonValue,
} from '../kirby/json/value.ts';
import { memo } from '../kirby/text/memo.ts';
import type { Span } from '../kirby/text/span.ts';
import { jsonFields } from '../site/json-fields.ts';
import type { RuleContext } from './rule.ts';
import { Notes } from '../kirby/text/notes.ts';

/**
 * The rows, columns and blocks of a Layout or Blocks field as they stand in the file, before any
 * repair of Kirby's, and what stands in their places without being one.
 */
export interface Shape extends Parts {
  readonly kind: 'layout' | 'blocks';
  /** The spans of values in the document, by their paths. */
  readonly spansAt: (paths: readonly JsonPath[]) => readonly (Span | undefined)[];
  /** The smallest edits that make a change and nothing else; `undefined`: it is refused. */
  readonly change: (change: JsonChange) => readonly TextEdit[] | undefined;
  /** `undefined`: the value is a part of other JSON or YAML. */
  readonly json: JsonText | undefined;
  /** What new ids are made from. */
  readonly seed: () => string;
}

/** Of a field of the file. */
export interface FieldShape extends Shape {
  readonly field: Field;
  readonly json: JsonText;
}

interface Parts {
  readonly rows: readonly Part[];
  readonly columns: readonly Part[];
  readonly blocks: readonly Part[];
  /** Blocks that stand among rows: Kirby makes an empty row of each. */
  readonly strays: readonly Part[];
  readonly misfits: readonly Misfit[];
}

export interface Part {
  readonly value: JsonObject;
  readonly path: JsonPath;
  /** The list it stands in: ids must differ within one list only. */
  readonly list: string;
}

/** A value of a type that has no business where it stands. */
export interface Misfit {
  readonly path: JsonPath;
  readonly value: JsonValue;
  readonly place:
    'field' | 'row' | 'columns' | 'column' | 'blocks' | 'block' | 'attrs' | 'id' | 'width';
}

/** The shapes of all Layout and Blocks fields of a document whose JSON can be read. */
export function shapes(context: RuleContext): readonly FieldShape[] {
  return jsonFields(context.document, context.site, context.file).flatMap(({ field, kind }) => {
    const shape = kind === 'layout' ? layoutShape(field) : blocksShape(field);
    return shape === undefined ? [] : [shape];
  });
}

const layoutShape = memo((field: Field): FieldShape | undefined => readShape(field, 'layout'));
const blocksShape = memo((field: Field): FieldShape | undefined => readShape(field, 'blocks'));

function readShape(field: Field, kind: Shape['kind']): FieldShape | undefined {
  if (field.value.text === '') return undefined;
  const json = jsonOf(field);
  if (json.value === undefined) return undefined;
  return {
    kind,
    field,
    json,
    spansAt: (paths) => json.spansAt(paths),
    change: (change) => {
      const edit = editJson(json, change);
      return edit.ok ? edit.edits : undefined;
    },
    seed: () => json.source.text,
    ...partsOf(json.value, kind),
  };
}

/** What stands in a value, wherever that was read. */
export function partsOf(value: JsonValue, kind: Shape['kind']): Parts {
  const walk = new Walk();
  if (kind === 'layout') walk.layout(value);
  else walk.blocksField(value);
  const { rows, columns, blocks, strays, misfits } = walk;
  return { rows, columns, blocks, strays, misfits };
}

/** Follows `Layouts::parse()`, `Blocks::parse()` and their factories, and goes on where those throw. */
class Walk {
  readonly rows: Part[] = [];
  readonly columns: Part[] = [];
  readonly blocks: Part[] = [];
  readonly strays: Part[] = [];
  readonly misfits: Misfit[] = [];

  layout(value: JsonValue): void {
    if (isArray(value)) this.#rowsOrBlocks(value);
    else if (!isObject(value)) {
      if (value !== null) this.#misfit('field', value, []);
    } else if ('columns' in value) this.#row(value, [], '');
    else if (isBlock(value) && 'id' in value) this.#block(value, [], '');
    else if (isBlock(value)) this.#misfit('field', value, []);
    else if ('id' in value) this.#row(value, [], '');
    else {
      for (const [key, item] of Object.entries(value)) this.#row(item, [key], '');
    }
  }

  blocksField(value: JsonValue): void {
    if (isArray(value)) {
      if (isRow(value[0]))
        value.forEach((row, index) => {
          this.#row(row, [index], '');
        });
      else this.#blockList(value, []);
    } else if (isObject(value) && '0' in value) {
      for (const [key, block] of Object.entries(value)) this.#block(block, [key], '');
    } else if (!isEmpty(value)) this.#misfit('field', value, []);
  }

  #rowsOrBlocks(items: readonly JsonValue[]): void {
    const [first] = items;
    if (isObject(first) && isBlock(first) && !isRow(first)) {
      this.#blockList(items, []);
      return;
    }
    items.forEach((item, index) => {
      if (!isObject(item)) this.#row(item, [index], '');
      else if (index > 0 && isBlock(item) && !isRow(item)) {
        this.strays.push({ value: item, path: [index], list: '' });
      } else this.#add(rowAt(item, index));
    });
  }

  #add(row: Walk): void {
    append(this.rows, row.rows);
    append(this.columns, row.columns);
    append(this.blocks, row.blocks);
    append(this.misfits, row.misfits);
  }

  static row(value: JsonObject, index: number): Walk {
    const walk = new Walk();
    walk.#row(value, [index], '');
    return walk;
  }

  #row(value: JsonValue, path: JsonPath, list: string): void {
    if (!isObject(value)) {
      if (!isEmpty(value)) this.#misfit('row', value, path);
      return;
    }
    this.rows.push({ value, path, list });
    this.#id(value, path);
    const attrs = value['attrs'];
    if (attrs !== undefined && attrs !== null && !isArray(attrs) && !isObject(attrs)) {
      this.#misfit('attrs', attrs, [...path, 'attrs']);
    }
    const columns = value['columns'] ?? null;
    const inside = [...path, 'columns'];
    if (columns === null) return;
    if (isArray(columns)) {
      columns.forEach((column, index) => {
        this.#column(column, [...inside, index], inside);
      });
    } else if (isObject(columns) && !isColumn(columns)) {
      for (const [key, column] of Object.entries(columns)) {
        this.#column(column, [...inside, key], inside);
      }
    } else this.#misfit('columns', columns, inside);
  }

  #column(value: JsonValue, path: JsonPath, list: JsonPath): void {
    if (!isObject(value)) {
      if (!isEmpty(value)) this.#misfit('column', value, path);
      return;
    }
    this.columns.push({ value, path, list: list.join('/') });
    this.#id(value, path);
    const width = value['width'];
    if (isArray(width) || isObject(width)) this.#misfit('width', width, [...path, 'width']);
    const blocks = value['blocks'] ?? null;
    if (blocks === null) return;
    const inside = [...path, 'blocks'];
    if (isArray(blocks)) {
      if (isRow(blocks[0])) {
        blocks.forEach((row, index) => {
          this.#row(row, [...inside, index], inside.join('/'));
        });
      } else this.#blockList(blocks, inside);
    } else if (!isEmpty(blocks)) this.#misfit('blocks', blocks, inside);
  }

  #blockList(items: readonly JsonValue[], path: JsonPath): void {
    const list = path.join('/');
    items.forEach((item, index) => {
      this.#block(item, [...path, index], list);
    });
  }

  #block(value: JsonValue, path: JsonPath, list: string): void {
    if (!isObject(value)) {
      this.#misfit('block', value, path);
      return;
    }
    this.blocks.push({ value, path, list });
    this.#id(value, path);
  }

  #id(value: JsonObject, path: JsonPath): void {
    const id = value['id'];
    if (isArray(id) || isObject(id)) this.#misfit('id', id, [...path, 'id']);
  }

  #misfit(place: Misfit['place'], value: JsonValue, path: JsonPath): void {
    this.misfits.push({ place, value, path });
  }
}

/** A row that a key elsewhere leaves as it is keeps its parts: they are the same objects. */
function rowAt(value: JsonObject, index: number): Walk {
  const last = lastRows.get(value);
  if (last?.index === index) return last.walk;
  const walk = Walk.row(value, index);
  lastRows.set(value, { index, walk });
  return walk;
}

const lastRows = new Notes<JsonObject, { readonly index: number; readonly walk: Walk }>();

function append<Item>(list: Item[], more: readonly Item[]): void {
  for (const item of more) list.push(item);
}

function isBlock(value: JsonObject): boolean {
  return 'content' in value || 'type' in value;
}

function isRow(value: JsonValue | undefined): boolean {
  return isObject(value) && 'columns' in value;
}

/**
 * Values with their spans in the document, of a field of the file found in one pass over the JSON.
 * What cannot be found (it always can, in JSON that was parsed) is left out.
 */
export function placed<Item>(
  shape: Shape,
  items: readonly Item[],
  pathOf: (item: Item) => JsonPath,
): readonly { readonly item: Item; readonly span: Span }[] {
  if (items.length === 0) return [];
  const spans = shape.spansAt(items.map(pathOf));
  return items.flatMap((item, index) => {
    const span = spans[index];
    return span === undefined ? [] : [{ item, span }];
  });
}

/** The first character of a value: enough to show which block is meant, however long it is. */
export function opening(span: Span): Span {
  return { start: span.start, end: Math.min(span.start + 1, span.end) };
}

/** A column that stands where the list of columns belongs. */
function isColumn(value: JsonObject): boolean {
  return 'blocks' in value || 'width' in value;
}

/** `[]` and `{}` are both an empty array for PHP. */
function isEmpty(value: JsonValue): boolean {
  if (isArray(value)) return value.length === 0;
  return isObject(value) && Object.keys(value).length === 0;
}
