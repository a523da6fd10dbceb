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

/** The word that one with a slip was meant for: its beginning, or a few letters wrong. */
export function likelyWord(word: string, words: Iterable<string>): string | undefined {
  const most = Math.max(1, likelySlips(word));
  const [near] = nearest(words, (one) =>
    word.length > 2 && one.startsWith(word) ? 0 : distance(word, one, most),
  );
  return near;
}

/** How many slips are likely in a word: one in three characters, four at most. */
export function likelySlips(wanted: string): number {
  return Math.min(4, Math.floor(wanted.length / 3));
}

/**
 * A quick look before `distance()`: whether a word may be what is wanted with so few slips. What has no part of
 * it in common is not.
 */
export function sieveFor(wanted: string, most: number): (word: string) => boolean {
  // A slip spoils two parts at most: where it swaps the characters around a border.
  const count = 2 * most + 1;
  const length = Math.floor(wanted.length / count);
  if (length < 2) return () => true;
  const parts = Array.from({ length: count }, (_, index) =>
    wanted.slice(index * length, (index + 1) * length),
  );
  return (word) => parts.some((part) => word.includes(part));
}

/**
 * How many characters have to be typed, deleted, replaced or swapped with their neighbour to make
 * one word of the other.
 *
 * @param most `undefined` is answered for more than this
 */
export function distance(a: string, b: string, most: number): number | undefined {
  if (Math.abs(a.length - b.length) > most) return undefined;
  // Of each row only what lies near the diagonal is written, and nothing else is read.
  let [before, last, row] = rowsFor(b);
  for (let j = 0; j <= most; j++) last[j] = j;
  last[most + 1] = FAR;
  for (let i = 1; i <= a.length; i++) {
    const from = Math.max(1, i - most);
    const to = Math.min(b.length, i + most);
    row[from - 1] = from === 1 ? i : FAR;
    let least = at(row, from - 1);
    for (let j = from; j <= to; j++) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      let steps = at(last, j - 1) + (isSame ? 0 : 1);
      steps = Math.min(steps, at(last, j) + 1, at(row, j - 1) + 1);
      if (isSwap) steps = Math.min(steps, at(before, j - 2) + 1);
      row[j] = steps;
      least = Math.min(least, steps);
    }
    if (to < b.length) row[to + 1] = FAR;
    if (least > most) return undefined;
    [before, last, row] = [last, row, before];
  }
  const result = at(last, b.length);
  return result > most ? undefined : result;
}

/** More than any two words differ by. */
const FAR = 1_000_000;

type Rows = [before: Int32Array, last: Int32Array, row: Int32Array];

/** Used again and again: a word is compared with those of whole sites. */
let rows: Rows = newRows(64);

function rowsFor(word: string): Rows {
  // Two more than there are characters, and as many as a short word has slips.
  if (rows[0].length < word.length + 8) rows = newRows(word.length * 2 + 8);
  return rows;
}

function newRows(length: number): Rows {
  return [new Int32Array(length), new Int32Array(length), new Int32Array(length)];
}

function at(row: Int32Array, index: number): number {
  return row[index] ?? FAR;
}
