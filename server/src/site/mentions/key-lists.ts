/** What some files may mention (`mentionKeys()`), one after the other. It can be sent to another thread. */
export interface KeyLists {
  /** Where the keys of each file end in `keys`. */
  readonly ends: Uint32Array;
  readonly keys: Float64Array;
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
  return { ends, keys };
}

/** The keys of one file, by its place in the list. */
export function keysAt({ ends, keys }: KeyLists, index: number): Float64Array {
  return keys.subarray(index === 0 ? 0 : ends[index - 1], ends[index]);
}

/** The places of the files that have one of some keys, each once. */
export function placesWith({ ends, keys }: KeyLists, wanted: ReadonlySet<number>): Set<number> {
  const places = new Set<number>();
  if (wanted.size > FEW) {
    for (let index = 0; index < ends.length; index++) {
      if (keysAt({ ends, keys }, index).some((key) => wanted.has(key))) places.add(index);
    }
    return places;
  }
  for (const key of wanted) {
    for (let at = keys.indexOf(key); at >= 0;) {
      const index = firstAbove(ends, at);
      places.add(index);
      at = keys.indexOf(key, ends[index]);
    }
  }
  return places;
}

/** Of more keys it costs less to look at each file than to look for each key. */
const FEW = 30;

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
