import type { FieldDefinition, Fieldset } from '../../kirby/blueprint/blueprint.ts';
import { stringText } from '../../kirby/json/string.ts';
import { type JsonStyle, writeStringPart } from '../../kirby/json/style.ts';
import { styleOf } from '../../kirby/json/style-of.ts';
import type { MappedText } from '../../kirby/text/mapped-text.ts';
import { touches } from '../../kirby/text/span.ts';
import { kirbyBlueprints } from '../../site/blueprint-loader.ts';
import type { BlueprintSet } from '../../site/blueprint-set.ts';
import { jsonFields } from '../../site/json-fields.ts';
import type { CompletionContext } from './completion.ts';
import { jsonCursor, type JsonCursor } from './json-cursor.ts';
import type { JsonFrame } from './json-frames.ts';
import { rowTextAt } from './row-text.ts';

/** How much of a field shows its style. */
const enoughForStyle = 20_000;

type Definitions = ReadonlyMap<string, FieldDefinition>;
type Fieldsets = ReadonlyMap<string, Fieldset>;

/** What the innermost object or array around the cursor is to Kirby. */
export type JsonLevel =
  | { readonly kind: 'rows'; readonly field: FieldDefinition | undefined }
  | { readonly kind: 'row'; readonly field: FieldDefinition | undefined }
  | { readonly kind: 'columns'; readonly field: FieldDefinition | undefined }
  | { readonly kind: 'column'; readonly field: FieldDefinition | undefined }
  /** `fieldsets`: `undefined` where no blueprint says which blocks are allowed. */
  | { readonly kind: 'blocks'; readonly fieldsets: Fieldsets | undefined }
  | { readonly kind: 'block'; readonly fieldsets: Fieldsets | undefined }
  /** A block's `content` or a row's `attrs`, or a row of a structure. */
  | { readonly kind: 'values'; readonly fields: Definitions | undefined }
  /** The array of a files, pages or structure field. */
  | { readonly kind: 'list'; readonly field: FieldDefinition }
  | { readonly kind: 'other' };

/** The cursor in a Layout or Blocks field. */
export interface JsonPlace {
  /** The JSON text: a field's value, or a string in it that holds the JSON of an inner field. */
  readonly source: MappedText;
  readonly cursor: JsonCursor;
  readonly level: JsonLevel;
  /** How the field spells its JSON. */
  readonly style: JsonStyle;
  /** The key whose value the cursor is in; in an array the key of that array. */
  readonly key: string;
  /** A piece of the JSON text as the document has it: escaped, inside of a string. */
  readonly encode: (text: string) => string;
}

/** What the cursor stands in, when it stands in the JSON of a field. */
export function jsonPlaceAt(context: CompletionContext, offset: number): JsonPlace | undefined {
  const { document, site, file } = context;
  const found = jsonFields(document, site, file).find(({ field }) =>
    touches(field.valueSpan, offset),
  );
  const blueprints = site?.blueprints ?? kirbyBlueprints;
  if (found === undefined) return placeInRow(context, offset, blueprints);
  const { definition: field, kind } = found;
  const outermost: JsonLevel =
    kind === 'layout' ? { kind: 'rows', field } : { kind: 'blocks', fieldsets: field?.fieldsets };
  const place = placeIn(found.field.value, offset, outermost, blueprints, (text) => text);
  return place && innermost(place, offset, blueprints);
}

/** A Blocks or Layout field in a row of a structure keeps its JSON as a text in YAML. */
function placeInRow(
  context: CompletionContext,
  offset: number,
  blueprints: BlueprintSet,
): JsonPlace | undefined {
  const row = rowTextAt(context, offset);
  if (row === undefined || !isJson(row.definition)) return undefined;
  const place = placeIn(row.source, offset, enterValue(row.definition), blueprints, row.encode);
  return place && innermost(place, offset, blueprints);
}

function isJson(field: FieldDefinition | undefined): field is FieldDefinition {
  return field?.type === 'blocks' || field?.type === 'layout';
}

function placeIn(
  source: MappedText,
  offset: number,
  outermost: JsonLevel,
  blueprints: BlueprintSet,
  encode: JsonPlace['encode'],
): JsonPlace | undefined {
  const inside = source.fromSource(offset);
  const cursor = inside === undefined ? undefined : jsonCursor(source.text, inside);
  if (cursor === undefined) return undefined;
  const style = styleOf(source.text.slice(0, enoughForStyle));
  return { ...levelAt(cursor, outermost, blueprints), source, cursor, style, encode };
}

/** A blocks field in a block keeps its JSON as a string in the JSON around it. */
function innermost(place: JsonPlace, offset: number, blueprints: BlueprintSet): JsonPlace {
  const { level, key, cursor, source, style } = place;
  const field = level.kind === 'values' ? level.fields?.get(key) : undefined;
  if (!isJson(field) || !cursor.isQuoted || cursor.place === 'key') return place;
  const span = { start: cursor.span.start - 1, end: cursor.span.end };
  const inner = placeIn(
    stringText({ kind: 'string', span }, source),
    offset,
    enterValue(field),
    blueprints,
    (text) => place.encode(writeStringPart(text, style)),
  );
  return inner === undefined ? place : innermost(inner, offset, blueprints);
}

function levelAt(
  { frames, path }: JsonCursor,
  outermost: JsonLevel,
  blueprints: BlueprintSet,
): { readonly level: JsonLevel; readonly key: string } {
  let level = outermost;
  let key = '';
  for (const [index, step] of path.entries()) {
    if (typeof step === 'string') key = step;
    const frame = frames[index];
    if (frame !== undefined && index < path.length - 1)
      level = enter(level, step, frame, blueprints);
  }
  return { level, key };
}

/** The level that a key or an index of `frame` leads to. */
function enter(
  level: JsonLevel,
  step: string | number,
  frame: JsonFrame,
  blueprints: BlueprintSet,
): JsonLevel {
  switch (level.kind) {
    case 'rows':
      return { kind: 'row', field: level.field };
    case 'row':
      return enterRow(level.field, step);
    case 'columns':
      return { ...level, kind: 'column' };
    case 'column':
      return step === 'blocks'
        ? { kind: 'blocks', fieldsets: level.field?.fieldsets }
        : { kind: 'other' };
    case 'blocks':
      return { kind: 'block', fieldsets: level.fieldsets };
    case 'block':
      return step === 'content' ? contentOf(level.fieldsets, frame, blueprints) : { kind: 'other' };
    case 'values':
      return enterValue(level.fields?.get(String(step)));
    case 'list':
      return level.field.fields === undefined
        ? { kind: 'other' }
        : { kind: 'values', fields: level.field.fields };
    case 'other':
      return level;
  }
}

function enterRow(field: FieldDefinition | undefined, step: string | number): JsonLevel {
  if (step === 'columns') return { kind: 'columns', field };
  return step === 'attrs' ? { kind: 'values', fields: field?.settings } : { kind: 'other' };
}

/** The fields of a block by its `type`, which Kirby writes after the content. */
function contentOf(
  fieldsets: Fieldsets | undefined,
  block: JsonFrame,
  blueprints: BlueprintSet,
): JsonLevel {
  const type = block.members.get('type');
  if (type === undefined) return { kind: 'values', fields: undefined };
  const fieldset = fieldsets?.get(type) ?? blueprints.fieldset(type);
  return { kind: 'values', fields: fieldset?.fields };
}

function enterValue(field: FieldDefinition | undefined): JsonLevel {
  if (field === undefined) return { kind: 'other' };
  switch (field.type) {
    case 'blocks':
      return { kind: 'blocks', fieldsets: field.fieldsets };
    case 'layout':
      return { kind: 'rows', field };
    case 'object':
      return { kind: 'values', fields: field.fields };
    default:
      return { kind: 'list', field };
  }
}
