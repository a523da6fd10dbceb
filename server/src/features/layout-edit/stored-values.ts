import type { FieldDefinition } from '../../kirby/blueprint/blueprint.ts';
import { separatorOf } from '../../kirby/field-types/separated.ts';
import { storages } from '../../kirby/field-types/storage.ts';
import { type JsonStyle, writeJson } from '../../kirby/json/style.ts';
import { isArray, isObject, type JsonObject, type JsonValue } from '../../kirby/json/value.ts';
import { asciiLower } from '../../kirby/text/php.ts';
import { type StructureField, typesOfNested } from './fields.ts';
import { isBlock, isColumn, isRow } from './new-items.ts';

type Types = StructureField['types'];
type Fields = ReadonlyMap<string, FieldDefinition> | undefined;

/** What a value is stored by, beside its own field. */
interface Storing {
  /** The types of the Layout or Blocks field. */
  readonly usual: Types;
  /** How its JSON is spelled, and so the JSON in its strings. */
  readonly style: JsonStyle;
}

/**
 * A row or block as a content file keeps it. The Panel copies what its form holds: files and pages with
 * their pictures and titles, lists of tags, toggles that are `true`, rows with ids of their own. Saving
 * makes of that what is made here (`Kirby\Form\Field::toStoredValue()`); whatever else there is stays.
 */
export function storedItem(
  item: JsonObject,
  types: Types,
  { types: all, definition }: Pick<StructureField, 'types' | 'definition'>,
  style: JsonStyle,
): JsonObject {
  const storing = { usual: all, style };
  if (!isRow(item)) return storedBlock(item, types, storing);
  const { attrs, columns } = item;
  const blocksOf = (column: JsonValue): JsonValue =>
    isColumn(column)
      ? { ...column, blocks: storedBlocks(column['blocks'] ?? [], all, storing) }
      : column;
  return {
    ...item,
    ...(isObject(attrs) ? { attrs: storedForm(attrs, definition?.settings, storing) } : {}),
    ...(isArray(columns) ? { columns: columns.map(blocksOf) } : {}),
  };
}

function storedBlock(block: JsonObject, types: Types, storing: Storing): JsonObject {
  const { type, content } = block;
  const fields = typeof type === 'string' ? types.get(type)?.fields : undefined;
  return isObject(content) ? { ...block, content: storedForm(content, fields, storing) } : block;
}

function storedBlocks(value: JsonValue, types: Types, storing: Storing): JsonValue {
  if (!isArray(value)) return value;
  return value.map((block) => (isBlock(block) ? storedBlock(block, types, storing) : block));
}

function storedForm(values: JsonObject, fields: Fields, storing: Storing): JsonObject {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      const definition = fields?.get(asciiLower(key));
      return [key, definition === undefined ? value : storedValue(value, definition, storing)];
    }),
  );
}

function storedValue(value: JsonValue, definition: FieldDefinition, storing: Storing): JsonValue {
  const { type, fields } = definition;
  if (type === 'toggle') return typeof value === 'boolean' ? String(value) : value;
  if (type === 'object') return isObject(value) ? storedForm(value, fields, storing) : value;
  if (!isArray(value)) return value;
  const nested = typesOfNested(definition, storing.usual);
  // In a block Kirby writes blocks as a text.
  if (nested !== undefined)
    return value.length === 0 ? '' : inString(storedBlocks(value, nested, storing), storing.style);
  if (type === 'files' || type === 'pages' || type === 'users') return value.map(nameOfPicked);
  if (type === 'structure')
    return value.map((row) => {
      if (!isObject(row)) return row;
      const own = Object.entries(row).filter(([key]) => key !== '_id');
      return storedForm(Object.fromEntries(own), fields, storing);
    });
  const isList =
    storages.get(type) === 'separated' && value.every((one) => typeof one === 'string');
  if (!isList) return value;
  const separator = separatorOf(definition);
  return value.join(separator === ',' ? ', ' : separator);
}

/** JSON for a string of other JSON, on one line. */
function inString(value: JsonValue, style: JsonStyle): string {
  return writeJson(value, { ...style, indent: undefined });
}

/** What a files, pages or users field keeps of one that is picked. */
function nameOfPicked(item: JsonValue): JsonValue {
  if (!isObject(item)) return item;
  const { uuid, id } = item;
  if (typeof uuid === 'string' && uuid !== '') return uuid;
  return typeof id === 'string' ? id : item;
}
