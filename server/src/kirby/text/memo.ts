/**
 * A function that computes once per immutable object and remembers the answer for as long as the
 * object lives. This is the whole of our incremental computation: a new version of a document is a
 * new object.
 */
export function memo<Key extends object, Value>(derive: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const hit = known.get(key);
    if (hit !== undefined) return hit.value;
    const value = derive(key);
    known.set(key, { value });
    return value;
  };
}
