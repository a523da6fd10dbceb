import { isArray, isObject, type JsonObject, type JsonValue } from '../../kirby/json/value.ts';

/** What of a row, column or block a tag shows. Other objects are written as what they are. */

const blockType = /^[A-Za-z][\w-]*$/;
const reservedTypes: ReadonlySet<string> = new Set(['row', 'column']);
const width = /^\d+\/\d+$/;

export function isRow(
  value: JsonValue,
): value is JsonObject & { readonly columns: readonly JsonValue[] } {
  return (
    isObject(value) &&
    isArray(value['columns']) &&
    hasOnly(value, ['attrs', 'columns', 'id']) &&
    hasId(value) &&
    isFieldset(value['attrs'])
  );
}

export function isColumn(
  value: JsonValue,
): value is JsonObject & { readonly blocks: readonly JsonValue[] } {
  return (
    isObject(value) &&
    isArray(value['blocks']) &&
    hasOnly(value, ['blocks', 'id', 'width']) &&
    hasId(value) &&
    (!Object.hasOwn(value, 'width') || isWidth(value['width']))
  );
}

export function isBlock(value: JsonValue): value is JsonObject & { readonly type: string } {
  return (
    isObject(value) &&
    isBlockType(value['type']) &&
    hasOnly(value, ['content', 'id', 'isHidden', 'type']) &&
    hasId(value) &&
    (!Object.hasOwn(value, 'isHidden') || typeof value['isHidden'] === 'boolean') &&
    isFieldset(value['content'])
  );
}

export function isWidth(value: JsonValue | undefined): value is string {
  return typeof value === 'string' && width.test(value);
}

export function isBlockType(value: JsonValue | undefined): boolean {
  return typeof value === 'string' && blockType.test(value) && !reservedTypes.has(value);
}

/** The fields in `content` or `attrs`; PHP writes an empty list where there are none. */
export function fieldsOf(value: JsonValue | undefined): readonly (readonly [string, JsonValue])[] {
  return isObject(value) ? Object.entries(value) : [];
}

function isFieldset(value: JsonValue | undefined): boolean {
  return value === undefined || isObject(value) || (isArray(value) && value.length === 0);
}

function hasOnly(value: JsonObject, keys: readonly string[]): boolean {
  return Object.keys(value).every((key) => keys.includes(key));
}

function hasId(value: JsonObject): boolean {
  return !Object.hasOwn(value, 'id') || typeof value['id'] === 'string';
}
