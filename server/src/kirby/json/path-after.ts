import type { JsonChange } from './edit.ts';
import type { JsonPath } from './value.ts';

/**
 * Where a value stands once a change is made: `[3]` is `[2]` after `[0]` was removed.
 *
 * @returns `undefined`: the value is gone, or was given another one
 */
export function pathAfter(path: JsonPath, change: JsonChange): JsonPath | undefined {
  switch (change.kind) {
    case 'insert':
      return afterInsertion(path, change.path, change.index);
    case 'insert-all':
      return afterInsertion(path, change.path, change.index, change.values.length);
    case 'remove':
      return afterRemoval(path, change.path);
    case 'rename': {
      const at = change.path.length - 1;
      return isInside(path, change.path) ? path.with(at, change.key) : path;
    }
    case 'set':
      return path.length > change.path.length && isInside(path, change.path) ? undefined : path;
    case 'move': {
      const step = change.path.at(-1);
      if (typeof step !== 'number') return path;
      const from = change.path.slice(0, -1);
      const sameList = from.length === change.to.length && isInside(change.to, from);
      const to = afterRemoval(change.to, change.path) ?? change.to;
      const index = sameList && change.index > step ? change.index - 1 : change.index;
      if (isInside(path, change.path)) return [...to, index, ...path.slice(change.path.length)];
      const left = afterRemoval(path, change.path);
      return left && afterInsertion(left, to, index);
    }
  }
}

/** Whether `path` is `outer` or leads into it. */
export function isInside(path: JsonPath, outer: JsonPath): boolean {
  return outer.every((step, at) => step === path[at]);
}

function afterInsertion(path: JsonPath, list: JsonPath, index: number, count = 1): JsonPath {
  const step = path[list.length];
  if (typeof step !== 'number' || step < index || !isInside(path, list)) return path;
  return path.with(list.length, step + count);
}

function afterRemoval(path: JsonPath, gone: JsonPath): JsonPath | undefined {
  if (isInside(path, gone)) return undefined;
  const at = gone.length - 1;
  const removed = gone[at];
  const step = path[at];
  if (typeof removed !== 'number' || typeof step !== 'number' || step < removed) return path;
  return isInside(path, gone.slice(0, -1)) ? path.with(at, step - 1) : path;
}
