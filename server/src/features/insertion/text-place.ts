import type { FieldDefinition } from '../../kirby/blueprint/blueprint.ts';
import { setFieldValue } from '../../kirby/content/edit.ts';
import type { Field } from '../../kirby/content/document.ts';
import type { TextEdit } from '../../kirby/json/text-edit.ts';
import { type MappedText, plainText } from '../../kirby/text/mapped-text.ts';
import type { Span } from '../../kirby/text/span.ts';
import { valueAtOffset } from '../../kirby/values/at.ts';
import { type FieldValue, replaced, textOf } from '../../kirby/values/field-value.ts';
import { forms } from '../../site/forms.ts';
import { definitionOf } from '../../site/json-fields.ts';
import { fieldAround } from '../completion/field-around.ts';
import { looksLikeKirbytext } from '../completion/kirbytext-place.ts';
import type { SiteDocument } from './insertion.ts';

/** A span of a text that an author writes, decoded from whatever it stands in. */
export interface TextPlace {
  readonly text: string;
  readonly span: Span;
  /** HTML of a writer or list field, or KirbyText. */
  readonly kind: 'kirbytext' | 'html';
  /** `undefined`: no blueprint knows the field; it reads like KirbyText. */
  readonly definition: FieldDefinition | undefined;
  /** The edits that put another text in the place of this one; `undefined`: they are refused. */
  readonly put: (text: string) => readonly TextEdit[] | undefined;
}

const kinds: ReadonlyMap<string, TextPlace['kind']> = new Map([
  ['textarea', 'kirbytext'],
  ['writer', 'html'],
  ['list', 'html'],
]);

/** The text around a span of the document, in a field of the file, a block, a row, wherever. */
export function textPlaceAt(context: SiteDocument, span: Span): TextPlace | undefined {
  const { document, site, file } = context;
  const all = forms(document, site, file);
  const found = valueAtOffset(all, span.start, site.options.yamlHandler);
  if (found?.isOnKey === true) return undefined;
  if (found !== undefined) return inValue(found.value, span, document.text);
  // Behind the value there are blanks, up to the divider, where an author may well write on.
  const field = fieldAround(document, span.start);
  const [own] = all;
  if (field === undefined) return undefined;
  const value = [...(own?.values.values() ?? [])].find(({ holder }) => holder.field === field);
  if (value !== undefined) return inValue(value, span, document.text);
  return isUnknown(context, field) ? inUnknown(context, field, span) : undefined;
}

function isUnknown({ site, file }: SiteDocument, field: Field): boolean {
  const definitions = site.blueprints.of(file.model)?.fields;
  const isKnown = definitions !== undefined && definitionOf(definitions, field.name) !== undefined;
  return !isKnown && looksLikeKirbytext(field, field.value.text);
}

function inUnknown({ document }: SiteDocument, field: Field, span: Span): TextPlace | undefined {
  return placed(field.value, field, span, document.text, {
    kind: 'kirbytext',
    definition: undefined,
    put: (text) => setFieldValue(document, field, text),
  });
}

function inValue(value: FieldValue, span: Span, source: string): TextPlace | undefined {
  const { definition, holder } = value;
  const kind = kinds.get(definition.type);
  if (kind === undefined) return undefined;
  // JSON may hold a number or nothing; a text takes its place only where one stands.
  const text = textOf(value);
  return (
    text &&
    placed(text, holder.field, span, source, {
      kind,
      definition,
      put: (whole) => replaced(value, whole),
    })
  );
}

function placed(
  mapped: MappedText,
  field: Field | undefined,
  span: Span,
  source: string,
  rest: Pick<TextPlace, 'kind' | 'definition' | 'put'>,
): TextPlace | undefined {
  if (field !== undefined && !endsBefore(field, span, source)) return undefined;
  const { text } = field === undefined ? mapped : withBlanks(mapped, field, span.end, source);
  const start = offsetIn(mapped, field, span.start);
  const end = offsetIn(mapped, field, span.end);
  if (start === undefined || end === undefined || start > end) return undefined;
  return { ...rest, text, span: { start, end } };
}

/** Whether a span reaches no further than the blanks behind a field. */
function endsBefore({ valueSpan }: Field, { end }: Span, source: string): boolean {
  return source.slice(valueSpan.end, Math.max(valueSpan.end, end)).trim() === '';
}

/** The text of a field with the blanks behind it up to an offset, which belong to what is added. */
function withBlanks(
  mapped: MappedText,
  { valueSpan }: Field,
  end: number,
  source: string,
): MappedText {
  return end <= valueSpan.end
    ? mapped
    : plainText(mapped.text + source.slice(valueSpan.end, end), valueSpan.start);
}

/** Before the value of a field its beginning is meant, and behind it what follows there. */
function offsetIn(
  mapped: MappedText,
  field: Field | undefined,
  offset: number,
): number | undefined {
  const inside = mapped.fromSource(offset);
  if (inside !== undefined || field === undefined) return inside;
  const { start, end } = field.valueSpan;
  if (offset < start) return offset > field.nameSpan.end ? 0 : undefined;
  return mapped.text.length + (offset - end);
}
