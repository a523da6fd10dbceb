/** What some files may mention (`mentionKeys()`), one after the other. It can be sent to another thread. */
export interface KeyLists {
  /** Where the keys of each file end in `keys`. */
  readonly ends: Uint32Array;
  readonly keys: Float64Array;
  /**
   * A bit for each key, by its hash, eight times as many as there are keys: of a key that no file of
   * these has it mostly says so, and that is what most are asked about.
   */
  readonly bits: Uint8Array;
}

/** Puts lists of keys one behind the other. */
export function keyLists(lists: readonly (readonly number[] | Float64Array)[]): KeyLists {
  const ends = new Uint32Array(lists.length);
  const keys = new Float64Array(lists.reduce((sum, list) => sum + list.length, 0));
  let end = 0;
  for (const [index, list] of lists.entries()) {
    keys.set(list, end);
    end += list.length;
    ends[index] = end;
  }
  const bits = new Uint8Array(keys.length);
  for (const key of keys) {
    const bit = bitOf(key, bits);
    bits[bit >> 3] = (bits[bit >> 3] ?? 0) | (1 << (bit & 7));
  }
  return { ends, keys, bits };
}

/** Keys are hashes: any of their digits serve. */
function bitOf(key: number, { length }: Uint8Array): number {
  return (((key % DIGITS) / DIGITS) * length * 8) | 0;
}

const DIGITS = 2 ** 26;

function mayHold({ bits }: KeyLists, key: number): boolean {
  const bit = bitOf(key, bits);
  return (((bits[bit >> 3] ?? 0) >> (bit & 7)) & 1) !== 0;
}

/** The keys of one file, by its place in the list. */
export function keysAt({ ends, keys }: KeyLists, index: number): Float64Array {
  return keys.subarray(index === 0 ? 0 : ends[index - 1], ends[index]);
}

/** The places of the files that have one of some keys, each once. */
export function placesWith(lists: KeyLists, wanted: ReadonlySet<number>): ReadonlySet<number> {
  // Most lists have none: thousands of them are asked, and nothing is made for those.
  let places: Set<number> | undefined;
  const { ends, keys } = lists;
  if (wanted.size > FEW) {
    for (let index = 0; index < ends.length; index++) {
      const isOne = keysAt(lists, index).some((key) => wanted.has(key));
      if (isOne) (places ??= new Set()).add(index);
    }
    return places ?? none;
  }
  for (const key of wanted) {
    for (let at = mayHold(lists, key) ? keys.indexOf(key) : -1; at >= 0;) {
      const index = firstAbove(ends, at);
      (places ??= new Set()).add(index);
      at = keys.indexOf(key, ends[index]);
    }
  }
  return places ?? none;
}

const none: ReadonlySet<number> = new Set();

/** Of more keys it costs less to look at each file than to look for each key. */
const FEW = 200;

/** The place of the first entry of a rising list that is greater. */
function firstAbove(list: Uint32Array, value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? Infinity) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
