import { isArray, isObject, type JsonValue } from '../../kirby/json/value.ts';

/** Whether two values are the same to Kirby, in whatever order their keys stand. */
export function sameValue(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (a === b) return true;
  if (isArray(a))
    return (
      isArray(b) && a.length === b.length && a.every((item, index) => sameValue(item, b[index]))
    );
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameValue(a[key], b[key]))
  );
}
