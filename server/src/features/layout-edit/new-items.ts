import type { Fieldset } from '../../kirby/blueprint/blueprint.ts';
import { storesValue } from '../../kirby/field-types/index.ts';
import { changed } from '../../kirby/json/changed.ts';
import { editJson } from '../../kirby/json/edit.ts';
import { jsonText } from '../../kirby/json/json-text.ts';
import { applied } from '../../kirby/json/text-edit.ts';
import {
  isArray,
  isObject,
  type JsonArray,
  type JsonObject,
  type JsonValue,
  parseJson,
} from '../../kirby/json/value.ts';
import { plainText } from '../../kirby/text/mapped-text.ts';
import { emptyValue } from '../completion/empty-value.ts';

/** The content of a new block: all its fields, empty or with their defaults, as the Panel saves one. */
export function newContent(fieldset: Fieldset | undefined): JsonObject {
  const fields = [...(fieldset?.fields ?? [])].filter(([, field]) => storesValue(field.type));
  return Object.fromEntries(
    fields.map(([key, field]) => {
      const { before, after } = emptyValue(field);
      return [key, parseJson(before + after) ?? ''];
    }),
  );
}

export function newBlock(type: string, content: JsonObject, id: string): JsonObject {
  return { content, id, isHidden: false, type };
}

/** A row of empty columns. */
export function newRow(widths: readonly string[], newId: () => string): JsonObject {
  return { attrs: {}, columns: widths.map((width) => newColumn(width, newId())), id: newId() };
}

export function newColumn(width: string, id: string): JsonObject {
  return { blocks: [], id, width };
}

/**
 * A row or a block with new ids, and all rows, columns and blocks inside of it, however deep. Whatever
 * else there is stays: settings and rows of structures may have a `type` or an `id` of their own. Blocks
 * in a string keep its spelling.
 */
export function withNewIds(value: JsonValue, newId: () => string): JsonValue {
  if (isBlock(value)) return blockWithNewIds(value, newId);
  return isRow(value) ? identified(withColumns(value, newId), newId) : value;
}

function blockWithNewIds(block: JsonObject, newId: () => string): JsonValue {
  const { content, type } = block;
  // What a code block shows is a text, whatever it looks like.
  if (!isObject(content) || type === 'code') return identified(block, newId);
  const inside: JsonObject = Object.fromEntries(
    Object.entries(content).map(([key, item]) => [key, nestedWithNewIds(item, newId)]),
  );
  return identified({ ...block, content: inside }, newId);
}

function identified(value: JsonObject, newId: () => string): JsonValue {
  return changed(value, { kind: 'set', path: ['id'], value: newId() }) ?? value;
}

function withColumns(row: JsonObject, newId: () => string): JsonObject {
  const { columns } = row;
  if (!isArray(columns)) return row;
  const changedColumns = columns.map((column) => {
    if (!isColumn(column)) return column;
    const { blocks } = column;
    const inside = isArray(blocks) ? blocks.map((block) => withNewIds(block, newId)) : [];
    return identified({ ...column, blocks: inside }, newId);
  });
  return { ...row, columns: changedColumns };
}

/** The value of a block's field, which may be rows or blocks, or blocks as JSON in a string. */
function nestedWithNewIds(value: JsonValue, newId: () => string): JsonValue {
  if (typeof value === 'string')
    return /^\s*\[\s*\{/u.test(value) ? textWithNewIds(value, newId) : value;
  return areParts(value) ? value.map((item) => withNewIds(item, newId)) : value;
}

/** The same for the blocks of a Blocks field in a block, which are JSON in a string. */
function textWithNewIds(text: string, newId: () => string): string {
  const list = parseJson(text);
  if (!areParts(list)) return text;
  let written = text;
  list.forEach((item, index) => {
    const json = jsonText(plainText(written, 0));
    const edit = editJson(json, { kind: 'set', path: [index], value: withNewIds(item, newId) });
    written = (edit.ok ? applied(written, edit.edits) : undefined) ?? written;
  });
  return written;
}

/** Whether a list can be nothing but rows or blocks: these have their content in a key of their own. */
function areParts(value: JsonValue | undefined): value is JsonArray {
  return (
    isArray(value) &&
    value.every((item) => {
      if (isRow(item)) return isArray(item['columns']) && item['columns'].every(isColumn);
      return isBlock(item) && isObject(item['content']);
    })
  );
}

/** As it stands in a list of rows. */
export function isRow(value: JsonValue | undefined): value is JsonObject {
  return isObject(value) && isArray(value['columns']);
}

export function isColumn(value: JsonValue | undefined): value is JsonObject {
  return isObject(value) && isArray(value['blocks']) && value['type'] === undefined;
}

export function isBlock(value: JsonValue | undefined): value is JsonObject {
  return isObject(value) && typeof value['type'] === 'string' && !isRow(value);
}
