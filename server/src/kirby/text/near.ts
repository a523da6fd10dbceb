/** More than this nobody chooses from. */
const MOST = 5;

/** The items that have a rank, the lowest first. */
export function nearest<Item>(
  items: Iterable<Item>,
  rank: (item: Item) => number | undefined,
): readonly Item[] {
  const ranked: { readonly item: Item; readonly rank: number }[] = [];
  for (const item of items) {
    const value = rank(item);
    if (value !== undefined) ranked.push({ item, rank: value });
  }
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ item }) => item);
}

/** How many slips are likely in a word: one in three characters, four at most. */
export function likelySlips(wanted: string): number {
  return Math.min(4, Math.floor(wanted.length / 3));
}

/**
 * How many characters have to be typed, deleted, replaced or swapped with their neighbour to make
 * one word of the other.
 *
 * @param most `undefined` is answered for more than this
 */
export function distance(a: string, b: string, most: number): number | undefined {
  if (Math.abs(a.length - b.length) > most) return undefined;
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const candidates = [at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (isSame ? 0 : 1)];
      if (isSwap) candidates.push(at(before, j - 2) + 1);
      row.push(Math.min(...candidates));
    }
    if (Math.min(...row) > most) return undefined;
    before = last;
    last = row;
  }
  const result = at(last, b.length);
  return result > most ? undefined : result;
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
