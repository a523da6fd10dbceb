import { Notes } from './notes.ts';

/**
 * A function that computes once per immutable object and remembers the answer for as long as the
 * object lives. This is the whole of our incremental computation: a new version of a document is a
 * new object.
 */
export function memo<Key extends object, Value>(derive: (key: Key) => Value): (key: Key) => Value {
  const known = new Notes<Key, Value>();
  return (key) => {
    const hit = known.find(key);
    if (hit !== undefined) return hit.value;
    const value = derive(key);
    known.set(key, value);
    return value;
  };
}
