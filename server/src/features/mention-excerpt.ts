import type { FieldDefinition } from '../kirby/blueprint/blueprint.ts';
import type { Field } from '../kirby/content/document.ts';
import { htmlTexts } from '../kirby/html/readable.ts';
import { jsonOf } from '../kirby/json/json-text.ts';
import { pathAtOffset } from '../kirby/json/path-at.ts';
import { isObject, type JsonPath, type JsonValue, valueAt } from '../kirby/json/value.ts';
import { say } from '../kirby/text/say.ts';
import type { MappedText } from '../kirby/text/mapped-text.ts';
import type { Span } from '../kirby/text/span.ts';
import type { RuleContext } from '../rules/rule.ts';
import { definitionOf, jsonFields } from '../site/json-fields.ts';
import { leavesOf } from '../site/mentions/leaves.ts';
import { isBlock, isRow } from './layout-edit/new-items.ts';
import { readableText, type ReferenceNames, referenceNames } from './words.ts';

/**
 * What a list tells of a place that mentions something, on one line: in a Layout or Blocks field the row
 * and the block, as the Panel calls them, and of a text the words around, decoded.
 * `Row 2, Text: …ask the team of the workshop for a…`. Empty where the field holds nothing else.
 */
export function mentionExcerpt(context: RuleContext, field: Field, span: Span): string {
  const { document, site, file } = context;
  const nameOf = referenceNames(context);
  const json = jsonFields(document, site, file).find((one) => one.field === field);
  const where = json === undefined ? [] : stepsTo(json.definition, field, span.start, context);
  const around = wordsAround(context, span, nameOf);
  if (where.length > 0) return around === '' ? where.join(', ') : `${where.join(', ')}: ${around}`;
  if (around !== '') return around;
  const value = document.text.slice(field.valueSpan.start, field.valueSpan.end);
  const isAlone = value.replace(/^\s*- /, '').trim().length <= span.end - span.start;
  return isAlone ? '' : cut(document.text, field.valueSpan, span, nameOf);
}

/** The row and the block, or the setting, that an offset of a field is in. */
function stepsTo(
  definition: FieldDefinition | undefined,
  field: Field,
  offset: number,
  { site }: RuleContext,
): readonly string[] {
  const { value, source } = jsonOf(field);
  const inside = source.fromSource(offset);
  if (value === undefined || inside === undefined) return [];
  const path = pathAtOffset(source.text, inside);
  const [index] = path;
  const isInRow = typeof index === 'number' && isRow(valueAt(value, [index]));
  const row = isInRow ? [say`Row ${index + 1}`] : [];
  if (path[1] === 'attrs') return [...row, ...labelAt(path[2], definition?.settings)];
  const length = isInRow ? 5 : 1;
  const block = valueAt(value, path.slice(0, length));
  if (!isBlock(block)) return row;
  return [...row, ...inBlock(block, path.slice(length), definition, site)];
}

function inBlock(
  block: JsonValue,
  path: JsonPath,
  definition: FieldDefinition | undefined,
  site: RuleContext['site'],
): readonly string[] {
  const type = isObject(block) && typeof block['type'] === 'string' ? block['type'] : '';
  const fieldset = definition?.fieldsets?.get(type) ?? site?.blueprints.fieldset(type);
  const name = fieldset === undefined || fieldset.name === '' ? type : fieldset.name;
  const [, key] = path;
  // A text block has a text, and an image block an image.
  const isPlain = key === 'text' || key === type;
  return [name, ...(isPlain ? [] : labelAt(key, fieldset?.fields))];
}

function labelAt(
  key: string | number | undefined,
  definitions: ReadonlyMap<string, FieldDefinition> | undefined,
): readonly string[] {
  if (typeof key !== 'string') return [];
  const label = definitions && definitionOf(definitions, key.toLowerCase())?.label;
  return [label === undefined || label === '' ? key : label];
}

/** The words around a mention; empty where it stands alone. */
function wordsAround(context: RuleContext, span: Span, nameOf: ReferenceNames): string {
  const { document, site, file } = context;
  for (const leaf of leavesOf(document, site, file, span.start)) {
    const source = leaf.source();
    const start = source?.fromSource(span.start);
    if (source === undefined || start === undefined) continue;
    const [prose = source] = htmlTexts(source);
    const place = placeIn(prose, source, { start, end: source.fromSource(span.end) ?? start });
    const isAlone = source.text.trim().length <= place.end - place.start;
    return isAlone ? '' : cut(prose.text, { start: 0, end: prose.text.length }, place, nameOf);
  }
  return '';
}

/** Where something of a text stands once its tags are gone: of what stands in a tag the place of the tag. */
function placeIn(prose: MappedText, source: MappedText, { start, end }: Span): Span {
  const placeOf = (at: number): number | undefined =>
    prose.fromSource(source.toSource({ start: at, end: at }).start);
  const opening = source.text.lastIndexOf('<', start);
  const closing = source.text.indexOf('>', start);
  const isInTag =
    opening >= 0 && closing >= end && !source.text.slice(opening, start).includes('>');
  if (!isInTag) return { start: placeOf(start) ?? 0, end: placeOf(end) ?? prose.text.length };
  const place = placeOf(closing + 1) ?? prose.text.length;
  return { start: place, end: place };
}

/** Characters before and behind a mention. */
const BEFORE = 30;
const BEHIND = 50;

/** A piece of a text around a span, within another one. */
function cut(text: string, within: Span, { start, end }: Span, nameOf: ReferenceNames): string {
  const from = Math.max(within.start, start - BEFORE);
  const to = Math.min(within.end, end + BEHIND);
  const excerpt = readableText(text.slice(from, to), nameOf);
  return `${from > within.start ? '…' : ''}${excerpt}${to < within.end ? '…' : ''}`;
}
