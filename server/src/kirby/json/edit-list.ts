import type { Span } from '../text/span.ts';
import { placeOfKey } from './changed.ts';
import { inBrackets, type JsonStyle, separator, writeMember } from './style.ts';
import { insert, type TextEdit } from './text-edit.ts';
import type { JsonArrayNode, JsonNode, JsonObjectNode } from './tree.ts';
import type { JsonValue } from './value.ts';

/** Adds a member to an object: where the alphabet wants it if the keys are sorted, else at the end. */
export function insertMember(
  object: JsonObjectNode,
  key: string,
  value: JsonValue,
  style: JsonStyle,
  depth: number,
): TextEdit {
  const place = placeOfKey(
    object.members.map((member) => member.key),
    key,
  );
  return insertPart(object, place, writeMember(key, value, style, depth), style, depth);
}

/** Inserts the text of an item into an array. */
export function insertItem(
  list: JsonArrayNode,
  index: number,
  item: string,
  style: JsonStyle,
  depth: number,
): TextEdit {
  return insertPart(list, index, item, style, depth);
}

/** Removes a member or an item with one comma and the blanks that belong to it. */
export function removePart(
  parent: JsonNode,
  step: string | number,
): readonly TextEdit[] | undefined {
  const parts = partsOf(parent);
  const indexes =
    parent.kind === 'object'
      ? // Duplicates go together: with only the last one gone, an older value would come to light.
        parent.members.flatMap((member, index) => (member.key === String(step) ? [index] : []))
      : typeof step === 'number' && step in parts
        ? [step]
        : [];
  if (indexes.length === 0) return undefined;
  return spansWithout(parent, parts, indexes).map((span) => ({ span, text: '' }));
}

interface Place {
  readonly list: JsonArrayNode;
  readonly index: number;
  /** Of the items, in levels of indentation. */
  readonly depth: number;
}

/** Moves an item as it is spelled; only its indentation follows when it comes to stand deeper. */
export function moveItem(
  text: string,
  from: Place,
  to: Place,
  style: JsonStyle,
): readonly TextEdit[] | undefined {
  const item = from.list.items[from.index];
  const gone = removePart(from.list, from.index)?.[0];
  if (item === undefined || gone === undefined) return undefined;
  const literal = reindented(
    text.slice(item.span.start, item.span.end),
    to.depth - from.depth,
    style,
  );
  const staysPut =
    from.list.span.start === to.list.span.start &&
    (to.index === from.index || Math.min(to.index, from.list.items.length) === from.index + 1);
  if (staysPut) return [];
  const added = insertPart(to.list, to.index, literal, style, to.depth);
  return added.span.start < gone.span.start ? [added, gone] : [gone, added];
}

function insertPart(
  parent: JsonNode,
  index: number,
  part: string,
  style: JsonStyle,
  depth: number,
): TextEdit {
  const parts = partsOf(parent);
  const next = parts[index];
  const last = parts.at(-1);
  if (next !== undefined) return insert(next.start, part + separator(style, depth));
  if (last !== undefined) return insert(last.end, separator(style, depth) + part);
  const inside = { start: parent.span.start + 1, end: parent.span.end - 1 };
  return { span: inside, text: inBrackets(part, style, depth) };
}

/** The spans of the items of an array or the members of an object. */
function partsOf(node: JsonNode): readonly Span[] {
  if (node.kind === 'array') return node.items.map((item) => item.span);
  if (node.kind !== 'object') return [];
  return node.members.map(({ keySpan, value }) => ({
    start: keySpan.start,
    end: value?.span.end ?? keySpan.end,
  }));
}

/** What has to go so that some parts are gone: runs of neighbours, each with its commas. */
function spansWithout(
  parent: JsonNode,
  parts: readonly Span[],
  indexes: readonly number[],
): readonly Span[] {
  if (indexes.length === parts.length)
    return [{ start: parent.span.start + 1, end: parent.span.end - 1 }];
  const spans: Span[] = [];
  for (let at = 0; at < indexes.length; at++) {
    const first = indexes[at] ?? 0;
    let last = first;
    while (indexes[at + 1] === last + 1) last = indexes[++at] ?? last;
    const start = parts[first];
    const end = parts[last];
    const next = parts[last + 1];
    const previous = parts[first - 1];
    if (start === undefined || end === undefined) continue;
    if (next !== undefined) spans.push({ start: start.start, end: next.start });
    else spans.push({ start: previous?.end ?? start.start, end: end.end });
  }
  return spans;
}

function reindented(item: string, deeper: number, style: JsonStyle): string {
  if (style.indent === undefined || style.onlyItems || deeper === 0) return item;
  const indent = style.indent;
  // Line breaks stand only between tokens: inside of strings JSON has none.
  return deeper > 0
    ? item.replace(/\n/g, `\n${indent.repeat(deeper)}`)
    : item.replace(new RegExp(`\\n(?:${indent}){0,${-deeper}}`, 'g'), '\n');
}
