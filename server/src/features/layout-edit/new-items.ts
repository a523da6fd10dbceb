import type { Fieldset } from '../../kirby/blueprint/blueprint.ts';
import { storesValue } from '../../kirby/field-types/index.ts';
import { changed } from '../../kirby/json/changed.ts';
import { editJson } from '../../kirby/json/edit.ts';
import { jsonText } from '../../kirby/json/json-text.ts';
import { applied } from '../../kirby/json/text-edit.ts';
import {
  isArray,
  isObject,
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
 * A row or a block with new ids, and all rows, columns and blocks inside of it, however deep. Ids of
 * anything else stay: a structure may have a field of that name. Blocks in a string keep its spelling.
 */
export function withNewIds(value: JsonValue, newId: () => string): JsonValue {
  if (isArray(value)) return value.map((item) => withNewIds(item, newId));
  if (typeof value === 'string' && /^\s*\[\s*\{/u.test(value)) return textWithNewIds(value, newId);
  if (!isObject(value)) return value;
  const inside: JsonObject = Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withNewIds(item, newId)]),
  );
  if (!isRow(value) && !isColumn(value) && !isBlock(value)) return inside;
  return changed(inside, { kind: 'set', path: ['id'], value: newId() }) ?? inside;
}

/** The same for the blocks of a Blocks field in a block, which are JSON in a string. */
function textWithNewIds(text: string, newId: () => string): string {
  const list = parseJson(text);
  if (!isArray(list) || !list.every((item) => isBlock(item) && isObject(item['content'])))
    return text;
  let written = text;
  list.forEach((item, index) => {
    const json = jsonText(plainText(written, 0));
    const edit = editJson(json, { kind: 'set', path: [index], value: withNewIds(item, newId) });
    written = (edit.ok ? applied(written, edit.edits) : undefined) ?? written;
  });
  return written;
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
