import type { FieldDefinition, Fieldset } from '../kirby/blueprint/blueprint.ts';
import { stringText } from '../kirby/json/string.ts';
import { type JsonMember, type JsonNode, memberAt, parseJsonTree } from '../kirby/json/tree.ts';
import { jsonOf } from '../kirby/json/json-text.ts';
import type { MappedText } from '../kirby/text/mapped-text.ts';
import { asciiLower } from '../kirby/text/php.ts';
import { type Span, touches } from '../kirby/text/span.ts';
import { type YamlEntry, yamlOutline } from '../kirby/yaml/outline.ts';
import type { BlueprintSet } from '../site/blueprint-set.ts';
import type { SourceStep } from '../site/blueprint-source.ts';
import { definitionOf, type JsonField } from '../site/json-fields.ts';

/** What a key or a block's type inside of a value names. */
export interface Way {
  /** The key or the type in the document. */
  readonly span: Span;
  /** The way to it through the blueprints. */
  readonly steps: readonly SourceStep[];
}

type Definitions = ReadonlyMap<string, FieldDefinition>;
type Fieldsets = ReadonlyMap<string, Fieldset>;
type Steps = readonly SourceStep[];

/** A JSON text and the place in it that is asked about. */
interface Cursor {
  readonly source: MappedText;
  readonly offset: number;
  readonly blueprints: BlueprintSet;
}

/**
 * The way to the key or type at an offset of a Layout or Blocks field.
 *
 * @param steps the way to the field; empty when no blueprint knows it
 */
export function jsonWay(
  { field, kind, definition }: JsonField,
  steps: Steps,
  offset: number,
  blueprints: BlueprintSet,
): Way | undefined {
  const inside = field.value.fromSource(offset);
  if (inside === undefined) return undefined;
  const cursor = { source: field.value, offset: inside, blueprints };
  const root = jsonOf(field).tree();
  return kind === 'layout'
    ? inRows(cursor, root, definition, steps)
    : inBlocks(cursor, root, definition?.fieldsets, steps);
}

/** The way to a key of the YAML of a structure or an object. */
export function yamlWay(
  value: MappedText,
  fields: Definitions,
  steps: Steps,
  offset: number,
): Way | undefined {
  const inside = value.fromSource(offset);
  if (inside === undefined) return undefined;
  const found = inYaml(yamlOutline(value.text), inside, fields, steps);
  return found && { ...found, span: value.toSource(found.span) };
}

/** Answers with a span of the YAML text. */
function inYaml(
  outline: readonly YamlEntry[],
  offset: number,
  definitions: Definitions,
  start: Steps,
): Way | undefined {
  let [entries, fields, steps] = [outline, definitions, start];
  for (;;) {
    const entry = entries.findLast(({ keySpan }) => keySpan.start <= offset);
    if (entry === undefined) return undefined;
    entries = entry.entries;
    if (entry.isItem) continue;
    steps = [...steps, { kind: 'field', name: entry.key }];
    if (touches(entry.keySpan, offset)) return { span: entry.keySpan, steps };
    const nested = definitionOf(fields, asciiLower(entry.key))?.fields;
    if (nested === undefined) return undefined;
    fields = nested;
  }
}

function inRows(
  cursor: Cursor,
  rows: JsonNode | undefined,
  field: FieldDefinition | undefined,
  steps: Steps,
): Way | undefined {
  const inRow = memberHere(itemHere(rows, cursor), cursor);
  if (inRow?.key === 'attrs') {
    return inValues(cursor, inRow.value, field?.settings, steps, 'setting');
  }
  if (inRow?.key !== 'columns') return undefined;
  const inColumn = memberHere(itemHere(inRow.value, cursor), cursor);
  return inColumn?.key === 'blocks'
    ? inBlocks(cursor, inColumn.value, field?.fieldsets, steps)
    : undefined;
}

function inBlocks(
  cursor: Cursor,
  blocks: JsonNode | undefined,
  fieldsets: Fieldsets | undefined,
  steps: Steps,
): Way | undefined {
  const block = itemHere(blocks, cursor);
  const member = memberHere(block, cursor);
  const typeNode = block?.kind === 'object' ? memberAt(block, 'type')?.value : undefined;
  if (typeNode?.kind !== 'string' || member === undefined) return undefined;
  const type = stringText(typeNode, cursor.source).text;
  const way: Steps = [...steps, { kind: 'block', type }];
  if (member.key === 'type' && touches(typeNode.span, cursor.offset)) {
    return { span: cursor.source.toSource(typeNode.span), steps: way };
  }
  if (member.key !== 'content') return undefined;
  const fieldset = fieldsets?.get(type) ?? cursor.blueprints.fieldset(type);
  return inValues(cursor, member.value, fieldset?.fields, way, 'field');
}

/** A block's `content`, a row's `attrs`, an object or a row of a structure. */
function inValues(
  cursor: Cursor,
  values: JsonNode | undefined,
  fields: Definitions | undefined,
  steps: Steps,
  kind: 'field' | 'setting',
): Way | undefined {
  const member = memberHere(values, cursor);
  if (member === undefined || fields === undefined) return undefined;
  const way: Steps = [...steps, { kind, name: member.key }];
  if (touches(member.keySpan, cursor.offset)) {
    return { span: cursor.source.toSource(member.keySpan), steps: way };
  }
  const definition = definitionOf(fields, asciiLower(member.key));
  return definition && inField(cursor, member.value, definition, way);
}

function inField(
  cursor: Cursor,
  value: JsonNode | undefined,
  definition: FieldDefinition,
  steps: Steps,
): Way | undefined {
  if (value?.kind === 'string') return inString(cursor, value, definition, steps);
  const { type, fields, fieldsets } = definition;
  switch (type) {
    case 'layout':
      return inRows(cursor, value, definition, steps);
    case 'blocks':
      return inBlocks(cursor, value, fieldsets, steps);
    case 'structure':
      return inValues(cursor, itemHere(value, cursor), fields, steps, 'field');
    case 'object':
      return inValues(cursor, value, fields, steps, 'field');
    default:
      return undefined;
  }
}

/** A field in a block keeps its own JSON, or the YAML of older versions, as a string. */
function inString(
  cursor: Cursor,
  value: JsonNode,
  definition: FieldDefinition,
  steps: Steps,
): Way | undefined {
  const { type, fields } = definition;
  const isNested = fields !== undefined || type === 'blocks' || type === 'layout';
  if (!isNested) return undefined;
  const source = stringText(value, cursor.source);
  const documentOffset = cursor.source.toSource({ start: cursor.offset, end: cursor.offset }).start;
  const offset = source.fromSource(documentOffset);
  if (offset === undefined) return undefined;
  if (fields !== undefined && !/^\s*[[{]/u.test(source.text)) {
    return yamlWay(source, fields, steps, documentOffset);
  }
  const inner = { ...cursor, source, offset };
  const root = parseJsonTree(source.text);
  return root?.kind === 'string' ? undefined : inField(inner, root, definition, steps);
}

/** The item of an array that the cursor is in. */
function itemHere(node: JsonNode | undefined, { offset }: Cursor): JsonNode | undefined {
  return node?.kind === 'array' ? node.items.find(({ span }) => touches(span, offset)) : undefined;
}

/** The member of an object that the cursor is in. */
function memberHere(node: JsonNode | undefined, { offset }: Cursor): JsonMember | undefined {
  return node?.kind === 'object'
    ? node.members.find((member) => isHere(member, offset))
    : undefined;
}

function isHere({ keySpan, value }: JsonMember, offset: number): boolean {
  return keySpan.start <= offset && offset <= (value ?? { span: keySpan }).span.end;
}
