import type { JsonPath, JsonValue } from '../json/value.ts';
import {
  type Block,
  type BlocksReading,
  lastOfEachId,
  type RawBlock,
  read,
  readEach,
  type Reading,
  refused,
} from './block.ts';
import { convertBuilderBlock, convertEditorBlock, convertEditorBlocks } from './convert.ts';
import { decodeJson } from './decode.ts';
import { importBlocks } from './import.ts';
import {
  isPhpArray,
  isPhpEmpty,
  isSet,
  lowerKeys,
  type PhpArray,
  phpBool,
  phpEntries,
  phpGet,
  phpString,
} from './php.ts';
import { say } from '../text/say.ts';

export type { Block, BlocksReading } from './block.ts';

/** How the site reads YAML; it matters for values of the old builder plugin alone. */
export interface ReadingOptions {
  readonly yamlHandler: 'spyc' | 'symfony';
}

/**
 * The blocks of a value, hidden ones too, as `$field->toBlocks()` makes them
 * (`Kirby\Cms\Blocks::parse()` and `factory()`): with Kirby's conversions of older formats and its
 * silent losses. A text that is no JSON becomes blocks as if it were HTML; so a Blocks field with
 * broken JSON shows its source.
 *
 * @param value the text of a field, or a value that was decoded already
 */
export function readBlocks(
  value: string | JsonValue,
  options: ReadingOptions = { yamlHandler: 'spyc' },
): BlocksReading {
  if (isPhpEmpty(value)) return { ok: true, blocks: [] };
  if (isPhpArray(value)) return blocksOf(value, []);
  const text = phpString(value) ?? '';
  const decoded = decodeJson(text);
  if (decoded !== undefined) return blocksOf(decoded, []);
  return blocksFrom(importBlocks(text, options.yamlHandler), () => []);
}

/** `Kirby\Cms\Blocks::factory()`: the blocks of a decoded list that stands at `path`. */
export function blocksOf(list: PhpArray, path: JsonPath): BlocksReading {
  return blocksFrom(list, (key) => [...path, key]);
}

function blocksFrom(list: PhpArray, pathOf: (key: string | number) => JsonPath): BlocksReading {
  if (isPhpEmpty(list)) return { ok: true, blocks: [] };
  const first = phpGet(list, 0) ?? phpGet(list, '0');
  if (first === undefined) return refused(say`The blocks are an object, not a list.`);
  if (!isPhpArray(first)) return refused(say`The first block is not an object.`);

  const items = phpEntries(list).map(([key, value]) => ({ value, path: pathOf(key) }));
  const flat = isLayoutRow(first) ? flatten(items) : read(items);
  if (!flat.ok) return flat;
  const current = convertEditorBlocks(flat.value);
  if (!current.ok) return current;
  const blocks = readEach(current.value, blockFrom);
  return blocks.ok ? { ok: true, blocks: lastOfEachId(blocks.value) } : blocks;
}

function isLayoutRow(item: PhpArray): boolean {
  return phpGet(item, 'columns') !== undefined && phpGet(item, '_key') === undefined;
}

/** `extractFromLayouts()`: the blocks of all columns of all rows. */
function flatten(rows: readonly RawBlock[]): Reading<readonly RawBlock[]> {
  const blocks: RawBlock[] = [];
  for (const row of rows) {
    const columns = childrenOf(row, 'columns');
    if (!columns.ok) return columns;
    for (const column of columns.value) {
      const children = childrenOf(column, 'blocks');
      if (!children.ok) return children;
      blocks.push(...children.value);
    }
  }
  return read(blocks);
}

function childrenOf(parent: RawBlock, key: string): Reading<readonly RawBlock[]> {
  const list = isPhpArray(parent.value) ? (phpGet(parent.value, key) ?? []) : [];
  if (!isPhpArray(list)) return refused(say`The "${key}" of a layout are not a list.`);
  const path = [...parent.path, key];
  return read(phpEntries(list).map(([index, value]) => ({ value, path: [...path, index] })));
}

/** `Kirby\Cms\Block::factory()`. */
function blockFrom({ value, path }: RawBlock): Reading<Block> {
  if (!isPhpArray(value)) return refused(say`A block is not an object.`);
  const id = idOf(value);
  if (!id.ok) return id;
  const converted = convertEditorBlock(convertBuilderBlock(value));
  if (!converted.ok) return converted;
  const block = converted.value;

  const type = phpGet(block, 'type');
  if (!isSet(type)) return refused(say`A block has no type.`);
  const typeName = phpString(type);
  if (typeName === undefined) return refused(say`The type of a block is not a text.`);
  const isHidden = phpBool(phpGet(block, 'isHidden') ?? false);
  if (isHidden === undefined)
    return refused(say`The "isHidden" of a block is neither true nor false.`);
  const content = phpGet(block, 'content');
  return read({
    id: id.value,
    type: typeName,
    isHidden,
    content: isPhpArray(content) ? lowerKeys(content) : {},
    path,
  });
}

/** The id of a row, column or block: numbers and booleans become text, as `Item::$id` is typed. */
export function idOf(item: PhpArray): Reading<string | undefined> {
  const id = phpGet(item, 'id');
  if (!isSet(id)) return read(undefined);
  const text = phpString(id);
  return text === undefined ? refused(say`An id is not a text.`) : read(text);
}
