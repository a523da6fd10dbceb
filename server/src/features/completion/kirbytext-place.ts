import { type OpenTag, openTagAt } from '../../kirby/kirbytext/open-tag.ts';
import { stringText } from '../../kirby/json/string.ts';
import { writeStringPart } from '../../kirby/json/style.ts';
import { type MappedText, plainText } from '../../kirby/text/mapped-text.ts';
import { memo } from '../../kirby/text/memo.ts';
import type { Span } from '../../kirby/text/span.ts';
import type { Field } from '../../kirby/content/document.ts';
import { definitionOf } from '../../site/json-fields.ts';
import type { CompletionContext, CompletionRequest } from './completion.ts';
import { fieldAround } from './field-around.ts';
import type { JsonPlace } from './json-place.ts';
import { rowTextAt } from './row-text.ts';

/** The cursor in a KirbyTag, or where one may begin. */
export interface TagPlace {
  readonly tag: OpenTag;
  /** The text that the tag stands in, decoded. */
  readonly text: string;
  /** Of the cursor in the text. */
  readonly offset: number;
  /** Whether Kirby replaces tags there, as far as the blueprint or the looks of it tell. */
  readonly isKirbytext: boolean;
  readonly toSource: (span: Span) => Span;
  /** A piece of the text as the document has it: escaped, in a string of JSON. */
  readonly encode: (text: string) => string;
}

/** The tag that the cursor is in, in any text: what a template does with a field is not known. */
export const tagPlaceAt = memo((request: CompletionRequest): TagPlace | undefined => {
  const { context, offset, json } = request;
  const place =
    json === undefined
      ? (rowPlace(context, offset) ?? fieldPlace(context, offset))
      : stringPlace(json, offset);
  const inside = place?.source.fromSource(offset);
  if (place === undefined || inside === undefined) return undefined;
  const { source, isKirbytext, encode } = place;
  const tag = openTagAt(source.text, inside);
  return (
    tag && {
      tag,
      text: source.text,
      offset: inside,
      isKirbytext,
      toSource: (span) => source.toSource(span),
      encode,
    }
  );
});

interface TextPlace extends Pick<TagPlace, 'isKirbytext' | 'encode'> {
  readonly source: MappedText;
}

/** A string in the JSON of a Layout or Blocks field. */
function stringPlace(json: JsonPlace, offset: number): TextPlace | undefined {
  const { cursor, level, key, source, style } = json;
  if (cursor.place !== 'value' || !cursor.isQuoted) return undefined;
  const span = { start: cursor.span.start - 1, end: cursor.span.end };
  const text = stringText({ kind: 'string', span }, source);
  if (text.fromSource(offset) === undefined) return undefined;
  const field = level.kind === 'values' ? level.fields?.get(key) : undefined;
  return {
    source: text,
    isKirbytext: field?.type === 'textarea',
    encode: (piece) => json.encode(writeStringPart(piece, style)),
  };
}

/** A text in a row of a structure or in an object. */
function rowPlace(context: CompletionContext, offset: number): TextPlace | undefined {
  const row = rowTextAt(context, offset);
  return row && { ...row, isKirbytext: row.definition.type === 'textarea' };
}

/** The value of a field, with the blanks that the author has typed at its end. */
function fieldPlace(
  { document, site, file }: CompletionContext,
  offset: number,
): TextPlace | undefined {
  const field = fieldAround(document, offset);
  if (field === undefined || offset < field.valueSpan.start) return undefined;
  const { start, end } = field.valueSpan;
  const text = document.text.slice(start, Math.max(end, offset));
  const definitions = file && site?.blueprints.of(file.model)?.fields;
  const definition = definitions && definitionOf(definitions, field.name);
  const isKirbytext =
    definition === undefined ? looksLikeKirbytext(field, text) : definition.type === 'textarea';
  return { source: plainText(text, start), isKirbytext, encode: (piece) => piece };
}

/** Kirby's own fields, none of which is a textarea. */
const reserved: ReadonlySet<string> = new Set([
  'title',
  'slug',
  'uuid',
  'template',
  'sort',
  'focus',
]);

/** Whether a field that no blueprint knows may be one that Kirby replaces tags in. */
export function looksLikeKirbytext({ name }: Pick<Field, 'name'>, text: string): boolean {
  return !reserved.has(name) && isProse(text);
}

/** Several words, or a line of them: not a list, a row, JSON, an address or a title. */
function isProse(text: string): boolean {
  if (/^(?:[[{]|- )/.test(text)) return false;
  return text.includes('\n') || text.trim().split(/\s+/, 4).length > 3 || /^\([a-z]*$/.test(text);
}
