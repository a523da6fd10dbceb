import { isArray, isObject, type JsonValue } from './value.ts';

/** Whether two values are the same, the order of their keys included. */
export function equalValues(a: JsonValue, b: JsonValue): boolean {
  if (a === b) return true;
  if (isArray(a)) {
    return (
      isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => {
        const other = b[index];
        return other !== undefined && equalValues(item, other);
      })
    );
  }
  if (isObject(a)) {
    if (!isObject(b)) return false;
    const entries = Object.entries(a);
    const others = Object.entries(b);
    return (
      entries.length === others.length &&
      entries.every(([key, value], index) => {
        const other = others[index];
        return other?.[0] === key && equalValues(value, other[1]);
      })
    );
  }
  return false;
}
