/**
 * Which of the items that two lists share stand elsewhere in the second: the fewest that could have
 * been moved. `abc`, `bca` → `a`
 */
export function movedIn(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const places = new Map(before.map((key, index) => [key, index]));
  const shared = after.filter((key) => places.has(key));
  const kept = longestRise(shared.map((key) => places.get(key) ?? 0));
  return new Set(shared.filter((_, index) => !kept.has(index)));
}

/**
 * Puts the items of a list in order: those of our side stand as there; each one whose place is that of
 * their side stands behind what it follows there.
 *
 * @param ours what of the list our side has, in its order; so for `theirs`
 * @param isTheirs whether an item that is there on their side stands as there
 */
export function ordered(
  ours: readonly string[],
  theirs: readonly string[],
  isTheirs: (key: string) => boolean,
): readonly string[] {
  const onTheirSide = new Set(theirs);
  const result = ours.filter((key) => !isTheirs(key));
  const placed = new Set(result);
  for (const [index, key] of theirs.entries()) {
    if (!isTheirs(key)) continue;
    const before = theirs.slice(0, index).findLast((one) => placed.has(one));
    let at = before === undefined ? 0 : result.indexOf(before) + 1;
    // What only our side has there comes first.
    for (let next = result[at]; next !== undefined && !onTheirSide.has(next); next = result[at])
      at++;
    result.splice(at, 0, key);
    placed.add(key);
  }
  return result;
}

/** The indices of a longest rising part of some numbers. */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  const lengths: number[] = [];
  const previous: number[] = [];
  let last = -1;
  numbers.forEach((number, index) => {
    let best = -1;
    for (let at = 0; at < index; at++) {
      const rises = (numbers[at] ?? 0) < number;
      if (rises && (best < 0 || (lengths[at] ?? 0) > (lengths[best] ?? 0))) best = at;
    }
    lengths.push(best < 0 ? 1 : (lengths[best] ?? 0) + 1);
    previous.push(best);
    if (last < 0 || (lengths[index] ?? 0) > (lengths[last] ?? 0)) last = index;
  });
  const found = new Set<number>();
  for (let at = last; at >= 0; at = previous[at] ?? -1) found.add(at);
  return found;
}
