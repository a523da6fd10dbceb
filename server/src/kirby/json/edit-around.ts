import { type JsonStyle, writeJson, writeString } from './style.ts';
import { insert, type TextEdit } from './text-edit.ts';
import type { JsonNode } from './tree.ts';
import { isArray, isObject, type JsonValue } from './value.ts';

/**
 * What is put around a value when the new one holds the old one: `{…}` becomes `[{…}]`. The old one
 * keeps its source, with every habit of whoever wrote it.
 *
 * @param old the value at `node`, the very one that `value` holds
 * @returns `undefined` when the new value does not hold the old one once
 */
export function putAround(
  node: JsonNode,
  old: JsonValue,
  value: JsonValue,
  style: JsonStyle,
  depth: number,
): readonly TextEdit[] | undefined {
  if (value === old) return undefined;
  const around = writeJson(withMark(value, old), style, depth).split(writeString(mark, style));
  const [before, after] = around;
  if (before === undefined || after === undefined || around.length !== 2) return undefined;
  const { start, end } = node.span;
  return [insert(start, before), insert(end, after)];
}

/** Stands for the old value. Escaped in JSON, so that no text of an author is taken for it. */
const mark = '\u0001old\u0001';

function withMark(value: JsonValue, old: JsonValue): JsonValue {
  if (value === old) return mark;
  if (isArray(value)) return value.map((item) => withMark(item, old));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withMark(item, old)]));
}
