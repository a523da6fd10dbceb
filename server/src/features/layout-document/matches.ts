import { isArray, isObject, type JsonValue } from '../../kirby/json/value.ts';
import { sameValue } from './same-value.ts';

/** The id of a row, column or block. */
export function idOf(value: JsonValue): string | undefined {
  const id = isObject(value) ? value['id'] : undefined;
  return typeof id === 'string' && id !== '' ? id : undefined;
}

/** All ids in a value. */
export function idsIn(value: JsonValue): readonly string[] {
  if (isArray(value)) return value.flatMap(idsIn);
  if (!isObject(value)) return [];
  const id = idOf(value);
  const inside = Object.values(value).flatMap(idsIn);
  return id === undefined ? inside : [id, ...inside];
}

/**
 * For each item of a new list the item of the old one that it was, by its id; where there is none, by
 * what it says, and last by what it is and where it stands.
 */
export function matches(
  before: readonly JsonValue[],
  after: readonly JsonValue[],
): readonly (number | undefined)[] {
  const found: (number | undefined)[] = after.map(() => undefined);
  const free = new Set(before.keys());
  const take = (index: number, isMatch: (item: JsonValue) => boolean): void => {
    if (found[index] !== undefined) return;
    for (const at of free) {
      const item = before[at];
      if (item === undefined || !isMatch(item)) continue;
      found[index] = at;
      free.delete(at);
      return;
    }
  };
  const isKnown = (item: JsonValue): boolean => {
    const id = idOf(item);
    return id !== undefined && before.some((one) => idOf(one) === id);
  };
  after.forEach((item, index) => {
    const id = idOf(item);
    if (id !== undefined) take(index, (one) => idOf(one) === id);
  });
  after.forEach((item, index) => {
    if (!isKnown(item)) take(index, (one) => sameValue(one, item));
  });
  after.forEach((item, index) => {
    // An id that is another one means another block.
    if (idOf(item) === undefined)
      take(index, (one) => idOf(one) === undefined && kindOf(one) === kindOf(item));
  });
  return found;
}

function kindOf(value: JsonValue): string {
  if (!isObject(value)) return typeof value;
  const { type } = value;
  return typeof type === 'string' ? type : Object.keys(value).sort().join();
}
