import type { ContentDocument, Field } from '../kirby/content/document.ts';
import { jsonOf } from '../kirby/json/json-text.ts';
import type { JsonNode } from '../kirby/json/tree.ts';
import { type Span, touches } from '../kirby/text/span.ts';
import type { RuleContext } from '../rules/rule.ts';
import { jsonFields } from '../site/json-fields.ts';

/**
 * What an expanding selection takes in from an offset on, the smallest first: a string, a block, its
 * column, its row, the value, the field, the file; of a text the line and the paragraph.
 */
export function selectionSpans(context: RuleContext, offset: number): readonly Span[] {
  const { document, site, file } = context;
  const field = document.fields.find(({ span }) => touches(span, offset));
  const whole = { start: 0, end: document.text.length };
  if (field === undefined) return [whole];
  const isJson = jsonFields(document, site, file).some((json) => json.field === field);
  const inside = isJson ? jsonSpans(field, offset) : textSpans(document, field, offset);
  return growing([...inside, field.valueSpan, field.span, whole], offset);
}

/** Only what holds the offset, and each larger than the one before. */
function growing(spans: readonly Span[], offset: number): readonly Span[] {
  const found: Span[] = [];
  for (const span of spans) {
    const last = found.at(-1);
    const isAround =
      last === undefined ||
      (span.start <= last.start && last.end <= span.end && size(span) > size(last));
    if (touches(span, offset) && isAround) found.push(span);
  }
  return found;
}

function size({ start, end }: Span): number {
  return end - start;
}

function jsonSpans(field: Field, offset: number): readonly Span[] {
  const at = field.value.fromSource(offset);
  let node = at === undefined ? undefined : jsonOf(field).tree();
  const spans: Span[] = [];
  while (node !== undefined && at !== undefined) {
    spans.unshift(field.value.toSource(node.span));
    if (node.kind === 'string') {
      const { start, end } = node.span;
      spans.unshift(field.value.toSource({ start: start + 1, end: end - 1 }));
    }
    node = childAt(node, at);
  }
  return spans;
}

function childAt(node: JsonNode, offset: number): JsonNode | undefined {
  if (node.kind === 'array') return node.items.find(({ span }) => touches(span, offset));
  if (node.kind !== 'object') return undefined;
  return node.members.find(({ value }) => value !== undefined && touches(value.span, offset))
    ?.value;
}

function textSpans(
  { text }: ContentDocument,
  { valueSpan: { start, end } }: Field,
  offset: number,
): readonly Span[] {
  const lineStart = Math.max(start, text.lastIndexOf('\n', offset - 1) + 1);
  const lineBreak = indexOr(text, '\n', offset, end);
  const line = { start: lineStart, end: Math.min(end, withoutReturn(text, lineBreak)) };
  const before = text.slice(start, offset);
  const blankBefore = [...before.matchAll(/\n[ \t\r]*\n/g)].at(-1);
  const blankBehind = /\n[ \t\r]*\n/.exec(text.slice(offset, end));
  const paragraph = {
    start: blankBefore === undefined ? start : start + blankBefore.index + blankBefore[0].length,
    end: blankBehind === null ? end : withoutReturn(text, offset + blankBehind.index),
  };
  return [line, paragraph];
}

function indexOr(text: string, what: string, from: number, otherwise: number): number {
  const index = text.indexOf(what, from);
  return index < 0 ? otherwise : index;
}

function withoutReturn(text: string, offset: number): number {
  return text[offset - 1] === '\r' ? offset - 1 : offset;
}
