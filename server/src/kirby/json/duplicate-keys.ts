import { memo } from '../text/memo.ts';
import type { Span } from '../text/span.ts';
import type { JsonText } from './json-text.ts';
import type { JsonNode } from './tree.ts';
import { isArray, isObject, type JsonArray, type JsonObject, type JsonValue } from './value.ts';
import { Notes } from '../text/notes.ts';

/** A key that a later one of the same object overrides. */
export interface DuplicateKey {
  readonly key: string;
  /** The key that is overridden, with its quotes, in the text of `JsonText.source`. */
  readonly span: Span;
}

/**
 * Whether a text may hold one key twice in one object: `JSON.parse` keeps only the last of them, so
 * that the value then has fewer keys than the text. Answers without a tree; `false` is certain,
 * `true` nearly so (a text that quotes JSON looks the same).
 */
export const hasDuplicateKeys = memo(({ value, source: { text }, ends }: JsonText): boolean => {
  if (value === undefined) return false;
  if (!isArray(value) || ends === undefined) return countKeys(value) !== countKeyMarks(text);
  let start = 0;
  return ends().some((end, index) => {
    const item = value[index];
    const from = start;
    start = end + 1;
    return typeof item === 'object' && item !== null && surplusMarks(item, text, from, end) > 0;
  });
});

/** Of an item that stays the same object the text is the same as well, and it is counted once. */
function surplusMarks(
  item: JsonArray | JsonObject,
  text: string,
  start: number,
  end: number,
): number {
  let surplus = surpluses.get(item);
  if (surplus === undefined) {
    surplus = countKeyMarks(text.slice(start, end)) - countKeys(item);
    surpluses.set(item, surplus);
  }
  return surplus;
}

const surpluses = new Notes<JsonArray | JsonObject, number>();

/** Every key that PHP's `json_decode()` drops without a message, in the order of the text. */
export function duplicateKeys(json: JsonText): readonly DuplicateKey[] {
  if (!hasDuplicateKeys(json)) return [];
  const root = json.tree();
  if (root === undefined) return [];
  const found: DuplicateKey[] = [];
  collect(root, found);
  return found;
}

function collect(node: JsonNode, found: DuplicateKey[]): void {
  if (node.kind === 'array') {
    for (const item of node.items) collect(item, found);
  } else if (node.kind === 'object') {
    const last = new Map(node.members.map((member, index) => [member.key, index]));
    node.members.forEach(({ key, keySpan, value }, index) => {
      if (last.get(key) !== index) found.push({ key, span: keySpan });
      if (value !== undefined) collect(value, found);
    });
  }
}

function countKeys(value: JsonValue): number {
  let keys = 0;
  if (isArray(value)) {
    for (const item of value) if (typeof item === 'object') keys += countKeys(item);
  } else if (isObject(value)) {
    for (const key in value) {
      keys++;
      const item = value[key];
      if (typeof item === 'object') keys += countKeys(item);
    }
  }
  return keys;
}

const COLON = 58;

/** Counts the quotes before a colon, those inside of strings as well. */
function countKeyMarks(text: string): number {
  let marks = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    let next = at + 1;
    while (text.charCodeAt(next) <= 32) next++;
    if (text.charCodeAt(next) === COLON) marks++;
  }
  return marks;
}
