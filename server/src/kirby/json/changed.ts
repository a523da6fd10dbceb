import type { JsonChange } from './edit.ts';
import {
  isArray,
  isObject,
  type JsonArray,
  type JsonObject,
  type JsonPath,
  type JsonValue,
  valueAt,
} from './value.ts';

/** The value that a change is meant to give; `undefined` when its path leads nowhere. */
export function changed(value: JsonValue, change: JsonChange): JsonValue | undefined {
  const at = change.path.slice(0, -1);
  const step = change.path.at(-1);
  switch (change.kind) {
    case 'set':
      if (step === undefined) return change.value;
      return replaced(value, at, (parent) => withItem(parent, step, change.value));
    case 'remove':
      return step === undefined
        ? undefined
        : replaced(value, at, (parent) => without(parent, step));
    case 'insert':
    case 'insert-all':
      return replaced(value, change.path, (list) =>
        withInserted(list, change.index, itemsOf(change)),
      );
    case 'rename':
      return step === undefined
        ? undefined
        : replaced(value, at, (parent) => renamed(parent, String(step), change.key));
    case 'move':
      return typeof step === 'number' ? moved(value, at, step, change.to, change.index) : undefined;
  }
}

type Replace = (value: JsonValue) => JsonValue | undefined;

/** The value with what stands at a path replaced. */
function replaced(value: JsonValue, path: JsonPath, replace: Replace): JsonValue | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return replace(value);
  const child = valueAt(value, [step]);
  const result = child === undefined ? undefined : replaced(child, rest, replace);
  return result === undefined ? undefined : withItem(value, step, result);
}

function withItem(
  parent: JsonValue,
  step: string | number,
  value: JsonValue,
): JsonValue | undefined {
  if (isArray(parent) && typeof step === 'number') {
    return step in parent ? parent.with(step, value) : undefined;
  }
  if (!isObject(parent)) return undefined;
  const key = String(step);
  if (Object.hasOwn(parent, key))
    return fromEntries(
      Object.entries(parent).map((entry) => (entry[0] === key ? [key, value] : entry)),
    );
  const entries = Object.entries(parent);
  return fromEntries(
    entries.toSpliced(
      placeOfKey(
        entries.map(([name]) => name),
        key,
      ),
      0,
      [key, value],
    ),
  );
}

/**
 * Where a new key goes: keys in alphabetical order, as Kirby writes rows, columns and blocks, stay in
 * order; otherwise it goes to the end.
 */
export function placeOfKey(keys: readonly string[], key: string): number {
  const sorted = keys.every((name, index) => index === 0 || (keys[index - 1] ?? '') < name);
  const place = sorted ? keys.findIndex((name) => name > key) : -1;
  return place < 0 ? keys.length : place;
}

function without(parent: JsonValue, step: string | number): JsonValue | undefined {
  if (isArray(parent) && typeof step === 'number') {
    return step in parent ? parent.toSpliced(step, 1) : undefined;
  }
  if (!isObject(parent) || !Object.hasOwn(parent, step)) return undefined;
  return fromEntries(Object.entries(parent).filter(([key]) => key !== String(step)));
}

/** What an insertion inserts. */
export function itemsOf(
  change: Extract<JsonChange, { readonly kind: 'insert' | 'insert-all' }>,
): readonly JsonValue[] {
  return change.kind === 'insert' ? [change.value] : change.values;
}

function withInserted(
  list: JsonValue,
  index: number,
  items: readonly JsonValue[],
): JsonArray | undefined {
  return isArray(list) && index >= 0
    ? [...list.slice(0, index), ...items, ...list.slice(index)]
    : undefined;
}

function renamed(parent: JsonValue, from: string, to: string): JsonObject | undefined {
  if (!isObject(parent) || !Object.hasOwn(parent, from)) return undefined;
  // A key that is there already would swallow the value it has.
  if (from !== to && Object.hasOwn(parent, to)) return undefined;
  return fromEntries(
    Object.entries(parent).map(([key, value]) => [key === from ? to : key, value]),
  );
}

function moved(
  value: JsonValue,
  from: JsonPath,
  step: number,
  to: JsonPath,
  index: number,
): JsonValue | undefined {
  const item = valueAt(value, [...from, step]);
  const isInside = to.length > from.length && [...from, step].every((part, at) => to[at] === part);
  if (item === undefined || isInside) return undefined;
  const sameList = from.length === to.length && from.every((part, at) => to[at] === part);
  if (sameList) {
    const place = index > step ? index - 1 : index;
    return replaced(value, from, (list) => {
      const rest = without(list, step);
      return rest === undefined ? undefined : withInserted(rest, place, [item]);
    });
  }
  // Inserted before removed when that place comes first would shift the other path: mark instead.
  const inserted = replaced(value, to, (list) => withInserted(list, index, [item]));
  const shifted = shiftedBy(from, to, index);
  return inserted === undefined
    ? undefined
    : replaced(inserted, shifted, (list) => without(list, step));
}

/** The path after an insertion into the list at `list`. */
function shiftedBy(path: JsonPath, list: JsonPath, index: number): JsonPath {
  const runsThrough = path.length > list.length && list.every((part, at) => path[at] === part);
  const step = path[list.length];
  if (!runsThrough || typeof step !== 'number' || step < index) return path;
  return path.with(list.length, step + 1);
}

/** Own keys only: `__proto__` is a key like any other. */
function fromEntries(entries: Iterable<readonly [string, JsonValue]>): JsonObject {
  return Object.fromEntries(entries);
}
