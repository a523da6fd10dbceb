import type { JsonValue } from '../../kirby/json/value.ts';
import { isPhpArray, type PhpValue } from './literal.ts';

/** A literal as JSON would have it; `undefined` when any part of it is none. */
export function literalJson(value: PhpValue): JsonValue | undefined {
  if (!isPhpArray(value)) return value;
  const entries: [string, JsonValue][] = [];
  for (const [key, item] of value) {
    const json = literalJson(item);
    if (json === undefined) return undefined;
    entries.push([key, json]);
  }
  const isList = entries.every(([key], index) => key === String(index));
  return isList ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}
