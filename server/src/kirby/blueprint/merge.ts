import { isArray, type JsonObject, type JsonValue } from '../json/value.ts';
import { entriesOf, mapOf } from './raw.ts';

/**
 * A definition laid over a mixin, as `A::merge()` does it in `Blueprint::extend()`: maps key by
 * key, the mixin's keys first; scalars and lists of the mixin are replaced; a list over a map goes
 * by its indexes, so an empty one changes nothing.
 */
export function merge(base: JsonObject, over: JsonObject): JsonObject {
  const merged = new Map<string, JsonValue>(Object.entries(base));
  for (const [key, value] of Object.entries(over)) {
    const below = merged.get(key);
    merged.set(key, below === undefined ? value : mergeValues(below, value));
  }
  return Object.fromEntries(merged);
}

function mergeValues(below: JsonValue, above: JsonValue): JsonValue {
  const bothCollections = isCollection(below) && isCollection(above);
  if (!bothCollections || isArray(below) || entriesOf(below).length === 0) return above;
  return merge(mapOf(below), mapOf(above));
}

function isCollection(value: JsonValue): boolean {
  return typeof value === 'object' && value !== null;
}
