import type { ContentDocument, Field } from '../kirby/content/document.ts';
import { nameBehindMark } from '../kirby/content/parse.ts';
import { jsonOf } from '../kirby/json/json-text.ts';
import { type JsonNode, type JsonObjectNode, memberAt } from '../kirby/json/tree.ts';
import { type JsonPath, type JsonValue, valueAt } from '../kirby/json/value.ts';
import type { Span } from '../kirby/text/span.ts';
import type { RuleContext } from '../rules/rule.ts';
import { type JsonField, jsonFields } from '../site/json-fields.ts';
import { firstWords, referenceNames } from './words.ts';
import { say } from '../kirby/text/say.ts';

/** One line of the outline: a field, a row, a column or a block. Spans are in the document. */
export interface DocumentSymbol {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'field' | 'row' | 'column' | 'block';
  readonly span: Span;
  /** What is selected when the author goes there; inside `span`. */
  readonly selection: Span;
  readonly children: readonly DocumentSymbol[];
}

/** The outline of a content file: its fields, and in Layout and Blocks fields every block. */
export function documentSymbols(context: RuleContext): readonly DocumentSymbol[] {
  const { document, site, file } = context;
  const json = new Map(jsonFields(document, site, file).map((one) => [one.field, one]));
  return document.fields.map((field) => ({
    name: nameOf(document, field),
    detail: '',
    kind: 'field',
    span: field.span,
    selection: field.nameSpan,
    children: partsOf(json.get(field), context),
  }));
}

function nameOf(document: ContentDocument, field: Field): string {
  const name = document.text.slice(field.nameSpan.start, field.nameSpan.end);
  return name === '' ? field.name : nameBehindMark(name);
}

function partsOf(found: JsonField | undefined, context: RuleContext): readonly DocumentSymbol[] {
  if (found === undefined) return [];
  const { field, definition } = found;
  const json = jsonOf(field);
  const root = json.tree();
  if (root?.kind !== 'array') return [];
  const toSource = (node: JsonNode): Span => field.value.toSource(node.span);
  // The plain value is there already; only broken JSON is read piece by piece.
  const valueOf = (node: JsonNode, path: JsonPath): JsonValue | undefined =>
    json.value === undefined ? leafValue(field.value.text, node) : valueAt(json.value, path);

  const referenced = referenceNames(context);
  const labelOf = (type: string): string | undefined =>
    definition?.fieldsets?.get(type)?.label ?? context.site?.blueprints.fieldset(type)?.label;

  const block = (node: JsonObjectNode, path: JsonPath): DocumentSymbol => {
    const span = toSource(node);
    const type = memberAt(node, 'type')?.value;
    const content = memberAt(node, 'content')?.value;
    const typeName = type === undefined ? undefined : valueOf(type, [...path, 'type']);
    const value = content === undefined ? undefined : valueOf(content, [...path, 'content']);
    const name = typeof typeName === 'string' ? typeName : '';
    return {
      name: name === '' ? say`block` : name,
      detail: value === undefined ? '' : firstWords(value, referenced, labelOf(name)),
      kind: 'block',
      span,
      selection: type === undefined ? span : toSource(type),
      children: [],
    };
  };
  const blocksIn = (node: JsonNode | undefined, path: JsonPath): readonly DocumentSymbol[] =>
    objectsIn(node).map(([item, index]) => block(item, [...path, index]));

  return objectsIn(root).map(([node, index]) => {
    const columns = memberAt(node, 'columns')?.value;
    if (columns?.kind !== 'array') return block(node, [index]);
    const children = objectsIn(columns).map(([column, place]): DocumentSymbol => {
      const path = [index, 'columns', place];
      const width = memberAt(column, 'width')?.value;
      const widthText = width === undefined ? undefined : valueOf(width, [...path, 'width']);
      return {
        name: typeof widthText === 'string' ? widthText : '1/1',
        detail: '',
        kind: 'column',
        span: toSource(column),
        selection: width === undefined ? toSource(column) : toSource(width),
        children: blocksIn(memberAt(column, 'blocks')?.value, [...path, 'blocks']),
      };
    });
    const span = toSource(node);
    return {
      name: say`Row ${index + 1}`,
      detail: children.map((column) => column.name).join(' + '),
      kind: 'row',
      span,
      selection: { start: span.start, end: span.start + 1 },
      children,
    };
  });
}

/** The objects of an array node with their indices; whatever else stands there has no outline. */
function objectsIn(node: JsonNode | undefined): readonly (readonly [JsonObjectNode, number])[] {
  if (node?.kind !== 'array') return [];
  return node.items.flatMap((item, index) =>
    item.kind === 'object' ? [[item, index] as const] : [],
  );
}

function leafValue(text: string, node: JsonNode): JsonValue | undefined {
  try {
    return JSON.parse(text.slice(node.span.start, node.span.end)) as JsonValue;
  } catch {
    // A string that is being typed right now.
    return undefined;
  }
}
