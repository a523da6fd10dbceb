import type { JsonPath } from '../../kirby/json/value.ts';
import { type TextKind, textShown, withPlainBreaks } from './presentation.ts';
import { textAt, type TextPlace, type Texts, waysToBlock } from './text-place.ts';

/** Where a text stood when it was last seen, and how it is found when other things have moved. */
export interface TextAddress {
  readonly way: JsonPath;
  /** The innermost block with an id on the way, and how many steps lead to it. */
  readonly block?: { readonly id: string; readonly depth: number };
  /** How many items the lists had that stand on the way without a block inside, by their depth. */
  readonly lists: readonly { readonly depth: number; readonly length: number }[];
  readonly kind: TextKind;
}

export function addressOf({ way, block, lists }: TextPlace, kind: TextKind): TextAddress {
  const id = block?.value['id'];
  if (block === undefined || typeof id !== 'string' || id === '') return { way, lists, kind };
  const { depth } = block;
  const inBlock = lists.filter((list) => list.depth >= depth);
  return { way, block: { id, depth }, lists: inBlock, kind };
}

/** Equal for addresses of the same text, wherever it has moved. */
export function keyOf({ way, block }: TextAddress): string {
  return JSON.stringify(block === undefined ? way : [{ id: block.id }, ...way.slice(block.depth)]);
}

/**
 * The text of an address: in the block of that id, or where it stood. In a list whose items have no
 * id it is followed by what it says; where that is not clear there is none.
 *
 * @param shown what the text was when it was last seen
 */
export function findText(
  texts: Texts,
  address: TextAddress,
  shown: string | undefined,
): TextPlace | undefined {
  const known = shown === undefined ? undefined : textShown(shown, address.kind);
  const found = waysOf(texts, address).flatMap((way) => inLists(texts, address, way, known) ?? []);
  return found.find(({ text }) => known !== undefined && isSame(text, known)) ?? found[0];
}

/** Where the text may stand now, the likeliest way first. */
function waysOf(texts: Texts, { way, block }: TextAddress): readonly JsonPath[] {
  if (block === undefined) return [way];
  const rest = way.slice(block.depth);
  const ways = [...waysToBlock(texts, block.id)].map((toBlock) => [...toBlock, ...rest]);
  const same = ways.filter((one) => isSameWay(one, way));
  return [...same, ...ways.filter((one) => !isSameWay(one, way))];
}

function inLists(
  texts: Texts,
  address: TextAddress,
  way: JsonPath,
  known: string | undefined,
): TextPlace | undefined {
  const here = textAt(texts, way);
  const before = address.lists.at(-1);
  if (before === undefined || known === undefined) return here;
  const moved = way.length - address.way.length;
  const depth = before.depth + moved;
  const isAsLong = address.lists.every(
    (list) => here?.lists.find((one) => one.depth === list.depth + moved)?.length === list.length,
  );
  if (here !== undefined && isAsLong && isSame(here.text, known)) return here;
  const equal = siblings(texts, way, depth).filter(({ text }) => isSame(text, known));
  // An empty text says nothing.
  if (equal.length === 1 && known !== '') return equal[0];
  return isAsLong && equal.length === 0 ? here : undefined;
}

/** The texts that stand in the other items of a list as one does in its own. */
function siblings(texts: Texts, way: JsonPath, depth: number): readonly TextPlace[] {
  const found: TextPlace[] = [];
  let misses = 0;
  for (let index = 0; misses < MOST_MISSES; index++) {
    const place = textAt(texts, way.with(depth, index));
    if (place !== undefined) found.push(place);
    const length = place?.lists.find((list) => list.depth === depth)?.length;
    if (length === undefined) misses++;
    else if (index + 1 >= length) break;
  }
  return found;
}

/** So many rows in a row may lack a text. */
const MOST_MISSES = 50;

function isSame(text: string, known: string): boolean {
  return withPlainBreaks(text) === known || withPlainBreaks(text).trim() === known.trim();
}

function isSameWay(a: JsonPath, b: JsonPath): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index]);
}
