import { isArray, type JsonArray, type JsonObject, type JsonValue } from '../json/value.ts';

/** What has items or keys. */
export type Collection = JsonArray | JsonObject;

export function isCollection(value: JsonValue): value is Collection {
  return typeof value === 'object' && value !== null;
}

/** Whether PHP holds it as a list: the keys count from 0, as those of `{"0": …, "1": …}` do. */
export function isList(collection: Collection): boolean {
  return (
    isArray(collection) || Object.keys(collection).every((key, index) => key === String(index))
  );
}

export function entriesIn(collection: Collection): readonly (readonly [string, JsonValue])[] {
  return Object.entries(collection);
}
