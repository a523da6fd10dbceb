import { isArray, isObject, type JsonObject, type JsonValue } from '../json/value.ts';

/** What stands in one blueprint file, before anything is resolved. */
export type RawBlueprint =
  | { readonly status: 'read'; readonly value: JsonValue }
  /** It exists, but only PHP could say what it holds, or its YAML cannot be read. */
  | { readonly status: 'unreadable' };

/** A blueprint or mixin by its name: `pages/article`, `fields/cover`, `blocks/heading`. */
export type BlueprintSource = (name: string) => RawBlueprint | undefined;

/** What the steps of resolving share. */
export interface Scope {
  readonly find: BlueprintSource;
  /** `core`: Kirby's own; `plugin`: may be some plugin's; `unknown`: Kirby would refuse it. */
  readonly typeOrigin: (type: string) => 'core' | 'plugin' | 'unknown';
  /** Told each time something stays unknown: a missing mixin, a type that nothing here knows. */
  readonly doubt: () => void;
}

/** The entries of what PHP calls an array: a list's keys are `0`, `1`, …; a scalar has none. */
export function entriesOf(value: JsonValue | undefined): readonly (readonly [string, JsonValue])[] {
  if (isArray(value)) return value.map((item, index) => [String(index), item] as const);
  return isObject(value) ? Object.entries(value) : [];
}

/** A map as it is, a list with its indexes as keys, nothing of a scalar. */
export function mapOf(value: JsonValue | undefined): JsonObject {
  return isObject(value) ? value : Object.fromEntries(entriesOf(value));
}

/** What PHP's `isset()` says of a key: `null` is not there. */
export function isSet(value: JsonValue | undefined): value is Exclude<JsonValue, null> {
  return value !== undefined && value !== null;
}

/** What PHP's `empty()` says. */
export function isEmpty(value: JsonValue | undefined): boolean {
  if (value === undefined || value === null || value === false) return true;
  if (value === '' || value === '0' || value === 0) return true;
  return typeof value === 'object' && entriesOf(value).length === 0;
}

/** The map without some of its keys. */
export function without(map: JsonObject, ...keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(map).filter(([key]) => !keys.includes(key)));
}

/** A scalar as PHP casts it to a string; nothing of a list or map. */
export function scalarText(value: JsonValue | undefined): string {
  if (value === true) return '1';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
