import type { JsonObject, JsonPath, JsonValue } from '../json/value.ts';

/** A block as `Kirby\Cms\Block` holds it. */
export interface Block {
  /** `undefined`: the source has none, and Kirby makes up a new one at each reading. */
  readonly id: string | undefined;
  readonly type: string;
  readonly isHidden: boolean;
  /** Keys in lower case, values as stored. */
  readonly content: JsonObject;
  /** Where the block stands in the JSON that was read; empty for blocks that were imported from text. */
  readonly path: JsonPath;
}

/** What Kirby makes of a Blocks value. `reason`: why `toBlocks()` throws and the page dies. */
export type BlocksReading =
  | { readonly ok: true; readonly blocks: readonly Block[] }
  | { readonly ok: false; readonly reason: string };

/** A step of reading that Kirby may refuse by throwing. */
export type Reading<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly reason: string };

/** A block before it is checked, and where it was found. */
export interface RawBlock {
  readonly value: JsonValue;
  readonly path: JsonPath;
}

export function read<Value>(value: Value): Reading<Value> {
  return { ok: true, value };
}

/** Where Kirby throws. A plain sentence for an author. */
export function refused(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason };
}

/** Reads every item, up to the first that is refused. */
export function readEach<Item, Value>(
  items: readonly Item[],
  readOne: (item: Item) => Reading<Value>,
): Reading<readonly Value[]> {
  const values: Value[] = [];
  for (const item of items) {
    const reading = readOne(item);
    if (!reading.ok) return reading;
    values.push(reading.value);
  }
  return read(values);
}

/**
 * Of several items with one id the last stays, at the place of the first, as `Collection::append()`
 * with a key does (`Kirby\Cms\Items::factory()`). Items without an id get one of their own each.
 */
export function lastOfEachId<Item extends { readonly id: string | undefined }>(
  items: readonly Item[],
): readonly Item[] {
  const byId = new Map<unknown, Item>();
  for (const item of items) byId.set(item.id ?? item, item);
  return byId.size === items.length ? items : [...byId.values()];
}
