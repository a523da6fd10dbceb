import type { Fieldset } from '../../kirby/blueprint/blueprint.ts';
import { storesValue } from '../../kirby/field-types/index.ts';
import { jsonText } from '../../kirby/json/json-text.ts';
import { styleOf } from '../../kirby/json/style-of.ts';
import { applied } from '../../kirby/json/text-edit.ts';
import {
  isArray,
  isObject,
  type JsonArray,
  type JsonObject,
  type JsonPath,
  type JsonValue,
  parseJson,
} from '../../kirby/json/value.ts';
import { plainText } from '../../kirby/text/mapped-text.ts';
import { emptyValue } from '../completion/empty-value.ts';
import { deepEdit } from './deep.ts';

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
 * The JSON of a row or a block with new ids, and of all rows, columns and blocks inside of it, however
 * deep, also in strings. Whatever else there is stays as it is spelled: settings and rows of structures
 * may have a `type` or an `id` of their own.
 */
export function withNewIds(text: string, newId: () => string): string {
  const json = jsonText(plainText(text, 0));
  const style = styleOf(text);
  // Each id stands in a place of its own, so that all of them are changed in the text as it is.
  const edits = placesOfParts(json.value ?? null).flatMap((place) => {
    const edit = deepEdit(json, { kind: 'set', path: [...place, 'id'], value: newId() }, style);
    return edit.ok ? edit.edits : [];
  });
  return applied(text, edits) ?? text;
}

/** Where the row or block is that a value is, and the rows, columns and blocks inside of it. */
function placesOfParts(value: JsonValue, path: JsonPath = []): readonly JsonPath[] {
  if (isBlock(value)) return [...placesInBlock(value, path), path];
  if (!isRow(value)) return [];
  const columns = isArray(value['columns']) ? value['columns'] : [];
  return [
    ...columns.flatMap((column, index) => {
      const at = [...path, 'columns', index];
      if (!isColumn(column)) return [];
      return [...placesInList(column['blocks'], [...at, 'blocks']), at];
    }),
    path,
  ];
}

function placesInBlock({ content, type }: JsonObject, path: JsonPath): readonly JsonPath[] {
  // What a code block shows is a text, whatever it looks like.
  if (!isObject(content) || type === 'code') return [];
  return Object.entries(content).flatMap(([key, item]) => {
    // The blocks of a Blocks field in a block are JSON in a string.
    const isText = typeof item === 'string' && /^\s*\[\s*\{/u.test(item);
    const list = isText ? parseJson(item) : item;
    return areParts(list) ? placesInList(list, [...path, 'content', key]) : [];
  });
}

function placesInList(list: JsonValue | undefined, path: JsonPath): readonly JsonPath[] {
  if (!isArray(list)) return [];
  return list.flatMap((item, index) => placesOfParts(item, [...path, index]));
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
