import {
  isArray,
  isObject,
  type JsonObject,
  type JsonValue,
  parseJson,
} from '../../kirby/json/value.ts';
import { htmlToBlocks } from '../../kirby/blocks/parsley.ts';
import { type Draft, Refusal } from './draft.ts';
import { type StructureField, typesAt, typesIn } from './fields.ts';
import { storedItem } from './stored-values.ts';
import { isBlock, isColumn, isRow, newBlock, newContent, newRow, withNewIds } from './new-items.ts';
import type { Gap, Place } from './operation.ts';
import { fieldAt, insertAll, type Outcome, type Work } from './perform.ts';
import { say } from '../../kirby/text/say.ts';

/**
 * What the Panel puts on the clipboard for the same rows or blocks, and takes from it: one row, a list
 * of rows, or a list of blocks, as JSON. Rows among blocks are told by their blocks.
 */
export function clipboardText(draft: Draft, items: readonly Place[]): string | undefined {
  const values = items.flatMap((item) => draft.at(item) ?? []);
  const rows = values.filter(isRow);
  const [row] = rows;
  if (row !== undefined && rows.length === values.length)
    return JSON.stringify(rows.length === 1 ? row : rows);
  const blocks = values.flatMap(blocksIn);
  return blocks.length === 0 ? undefined : JSON.stringify(blocks, undefined, 2);
}

/**
 * Puts what was copied at a gap, with new ids; types that the field does not allow are left out.
 * A text that is no JSON becomes blocks as if it were HTML, as in the Panel.
 */
export function paste(work: Work, at: Gap, text: string): Outcome {
  const field = fieldAt(work, at.field);
  const list = typesAt(field, at.list, work.draft.value(at.field));
  const types = list ?? field.types;
  const given = pasted(text, types);
  if (given.length === 0) throw new Refusal(say`The clipboard holds no rows or blocks.`);
  const style = work.draft.style(at.field);
  const left = [...new Set(typesIn(given).filter((type) => !types.has(type)))];
  const allowed = given.flatMap((item) => {
    const kept = withoutTypes(item, new Set(left));
    return kept === undefined ? [] : [storedItem(kept, types, field, style)];
  });
  const items = (
    list === undefined ? itemsAmongRows(allowed, at, field, work) : allowed.flatMap(blocksIn)
  ).map((item) => parseJson(withNewIds(JSON.stringify(item), work.newId)) ?? item);
  const what = left.map((type) => `"${type}"`).join(', ');
  if (items.length === 0)
    throw new Refusal(
      left.length > 0
        ? say`The field allows no blocks of the type ${what}.`
        : say`The clipboard holds no rows or blocks.`,
    );
  const note =
    left.length === 0
      ? undefined
      : say`Blocks of the type ${what} were left out, because the field does not allow them.`;
  return { selected: insertAll(work, at, items), note };
}

function pasted(text: string, types: StructureField['types']): readonly JsonObject[] {
  const value = parseJson(text);
  if (isArray(value) || isObject(value)) {
    const list = isArray(value) ? value : [value];
    return list.filter((item): item is JsonObject => isRow(item) || isBlock(item));
  }
  if (text.trim() === '') return [];
  // The Panel makes blanks of those that do not break, which browsers put into what they copy.
  return htmlToBlocks(paragraphs(text.replaceAll('\u00a0', ' '))).flatMap((block) => {
    const { type, content } = block;
    if (typeof type !== 'string') return [];
    const empty = newContent(types.get(type));
    return [newBlock(type, { ...empty, ...(isObject(content) ? content : {}) }, '')];
  });
}

/** Plain text as HTML: empty lines part paragraphs. What has elements is taken as it is. */
function paragraphs(text: string): string {
  if (/<[a-z][^>]*>/iu.test(text)) return text;
  return text
    .trim()
    .split(/\r?\n\s*\r?\n/u)
    .map((part) => `<p>${escapeText(part).replace(/\r?\n/gu, '<br>')}</p>`)
    .join('');
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Rows; blocks among them get a row of their own. */
function itemsAmongRows(
  given: readonly JsonObject[],
  at: Gap,
  field: StructureField,
  work: Work,
): readonly JsonValue[] {
  if (at.list.length > 0) throw new Refusal(say`No row or block can stand there.`);
  const [pattern = ['1/1']] = field.patterns;
  const items: JsonValue[] = [];
  let loose: JsonValue[] = [];
  const close = (): void => {
    const row = newRow(pattern, work.newId);
    const columns = isArray(row['columns']) ? row['columns'] : [];
    const [first, ...others] = columns;
    if (loose.length > 0 && isObject(first))
      items.push({ ...row, columns: [{ ...first, blocks: loose }, ...others] });
    loose = [];
  };
  for (const item of given) {
    if (isRow(item)) {
      close();
      items.push(item);
    } else loose.push(item);
  }
  close();
  return items;
}

function blocksIn(item: JsonValue): readonly JsonValue[] {
  if (isBlock(item)) return [item];
  if (isRow(item)) return isArray(item['columns']) ? item['columns'].flatMap(blocksIn) : [];
  return isColumn(item) && isArray(item['blocks']) ? item['blocks'].filter(isBlock) : [];
}

/** A row or block without blocks of some types; `undefined` where it is one itself. */
function withoutTypes(item: JsonObject, types: ReadonlySet<string>): JsonObject | undefined {
  const { type, columns } = item;
  if (typeof type === 'string' && !isArray(columns)) return types.has(type) ? undefined : item;
  if (!isArray(columns) || types.size === 0) return item;
  const filtered = columns.map((column) =>
    isColumn(column) && isArray(column['blocks'])
      ? {
          ...column,
          blocks: column['blocks'].filter((block) => !typesIn(block).some((one) => types.has(one))),
        }
      : column,
  );
  return { ...item, columns: filtered };
}
