import { isArray, isObject, type JsonObject, type JsonValue } from '../../kirby/json/value.ts';
import { fitsInTag, literal } from './literal.ts';
import { linesOf } from './raw-text.ts';
import { fieldsOf, isBlock, isColumn, isRow } from './shapes.ts';
import { isBareKey, partName, tagNameOf, type Tag, writeTag } from './tag.ts';

/**
 * The value of a Layout or Blocks field as a document that can be read and folded: a tag for each
 * row, column and block, with its short values in the tag and its texts between the tags, decoded and
 * indented. Any other JSON is written in the same manner; `readDocument()` finds every value again.
 *
 * ```text
 * <row id="r1">
 *   <column 1/2 id="c1">
 *     <heading level="h2" id="b1">
 *       About us
 *     </heading>
 *   </column>
 * </row>
 * ```
 */
export function writeDocument(value: JsonValue): string {
  const lines: string[] = [];
  if (isArray(value)) writeItems(value, '', lines);
  else writePart('=', value, '', lines);
  return lines.map((line) => `${line}\n`).join('');
}

const INDENT = '  ';

function writeItems(items: readonly JsonValue[], indent: string, lines: string[]): void {
  for (const item of items) {
    if (isRow(item)) writeRow(item, indent, lines);
    else if (isColumn(item)) writeColumn(item, indent, lines);
    else if (isBlock(item)) writeBlock(item, indent, lines);
    else if (fitsInTag(item)) lines.push(`${indent}- ${literal(item)}`);
    else writePart('-', item, indent, lines);
  }
}

function writeRow(
  row: JsonObject & { readonly columns: readonly JsonValue[] },
  indent: string,
  lines: string[],
): void {
  const { inTag, parts } = divided(fieldsOf(row['attrs']), ['id']);
  open({ name: 'row', words: [], values: [...idOf(row), ...inTag] }, indent, lines);
  writeParts('row', parts, indent + INDENT, lines);
  writeItems(row.columns, indent + INDENT, lines);
  lines.push(`${indent}</row>`);
}

function writeColumn(
  column: JsonObject & { readonly blocks: readonly JsonValue[] },
  indent: string,
  lines: string[],
): void {
  const { width } = column;
  const words = typeof width === 'string' ? [width] : [];
  open({ name: 'column', words, values: idOf(column) }, indent, lines);
  writeItems(column.blocks, indent + INDENT, lines);
  lines.push(`${indent}</column>`);
}

function writeBlock(
  block: JsonObject & { readonly type: string },
  indent: string,
  lines: string[],
): void {
  const name = block.type;
  const { inTag, parts } = divided(fieldsOf(block['content']), ['id', 'hidden', 'text']);
  const words = block['isHidden'] === true ? ['hidden'] : [];
  const tag = { name, words, values: [...inTag, ...idOf(block)] };
  const [only, ...others] = parts;
  if (only === undefined) {
    lines.push(indent + writeTag({ ...tag, isEmpty: true }));
    return;
  }
  open(tag, indent, lines);
  const text = others.length === 0 && only[0] === 'text' ? bodyOf(only[1], name) : undefined;
  if (text === undefined) writeParts(name, parts, indent + INDENT, lines);
  else writeLines(text, indent + INDENT, lines);
  lines.push(`${indent}</${name}>`);
}

/** The lines of a block that is nothing but its text; `undefined` where they read like its parts. */
function bodyOf(value: JsonValue, name: string): readonly string[] | undefined {
  if (typeof value !== 'string') return undefined;
  const lines = linesOf(value);
  const first = lines?.find((line) => line.trim() !== '');
  const isLikePart = tagNameOf(first?.trim() ?? '')?.startsWith(`${name}.`) === true;
  return isLikePart ? undefined : lines;
}

function writeParts(
  name: string,
  parts: readonly (readonly [string, JsonValue])[],
  indent: string,
  lines: string[],
): void {
  for (const [key, value] of parts) writePart(partName(name, key), value, indent, lines);
}

function writePart(name: string, value: JsonValue, indent: string, lines: string[]): void {
  const inside = indent + INDENT;
  const text = typeof value === 'string' ? linesOf(value) : undefined;
  if (text !== undefined) {
    open({ name, words: [], values: [] }, indent, lines);
    writeLines(text, inside, lines);
  } else if (isArray(value)) {
    open({ name, words: ['list'], values: [] }, indent, lines);
    writeItems(value, inside, lines);
  } else if (isObject(value)) {
    const { inTag, parts } = divided(Object.entries(value), []);
    open({ name, words: ['object'], values: inTag }, indent, lines);
    writeParts('', parts, inside, lines);
  } else {
    open({ name, words: ['json'], values: [] }, indent, lines);
    lines.push(inside + literal(value));
  }
  lines.push(`${indent}</${name}>`);
}

function writeLines(text: readonly string[], indent: string, lines: string[]): void {
  for (const line of text) lines.push(line === '' ? '' : indent + line);
}

function open(tag: Omit<Tag, 'rest' | 'isEmpty'>, indent: string, lines: string[]): void {
  lines.push(indent + writeTag({ ...tag, isEmpty: false }));
}

type Fields = readonly (readonly [key: string, value: JsonValue])[];

/** What stands in the tag, and what needs a part of its own. */
function divided(
  fields: Fields,
  reserved: readonly string[],
): { readonly inTag: Fields; readonly parts: Fields } {
  const inTag: (readonly [string, JsonValue])[] = [];
  const parts: (readonly [string, JsonValue])[] = [];
  for (const field of fields) {
    const [key, value] = field;
    const isShort = isBareKey(key) && !reserved.includes(key) && fitsInTag(value);
    (isShort ? inTag : parts).push(field);
  }
  return { inTag, parts };
}

function idOf({ id }: JsonObject): Fields {
  return id === undefined ? [] : [['id', id]];
}
