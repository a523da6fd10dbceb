import { parseContent, fieldNamed } from '../../kirby/content/parse.ts';
import type { Field } from '../../kirby/content/document.ts';
import { jsonOf } from '../../kirby/json/json-text.ts';
import { applied, type TextEdit } from '../../kirby/json/text-edit.ts';
import { type JsonValue, parseJson } from '../../kirby/json/value.ts';
import { slice } from '../../kirby/text/span.ts';
import type { RuleContext } from '../../rules/rule.ts';
import { jsonFields } from '../../site/json-fields.ts';
import { merged } from '../block-text/merged.ts';
import { Draft, Refusal } from '../layout-edit/draft.ts';
import { changesBetween } from './alteration.ts';
import { literal } from './literal.ts';
import { type ReadDocument, readDocument } from './read-document.ts';
import { sameValue } from './same-value.ts';
import { writeDocument } from './write-document.ts';

/** A Layout or Blocks field as a document. */
export interface FieldDocument {
  /** Kirby's name of the field. */
  readonly field: string;
  readonly shown: string;
  /** `Layout · About us` */
  readonly name: string;
}

/** The document of the field at an offset; elsewhere that of the only field of its kind. */
export function documentUnder(context: RuleContext, offset: number): FieldDocument | undefined {
  const { document, site, file } = context;
  const fields = jsonFields(document, site, file);
  const here = fields.find(({ field: { span } }) => span.start <= offset && offset <= span.end);
  const field = (here ?? (fields.length === 1 ? fields[0] : undefined))?.field;
  const shown = field && shownField(field);
  if (field === undefined || shown === undefined) return undefined;
  const title = fieldNamed(document, 'title')?.value.text.trim() ?? '';
  const label = slice(document.text, field.nameSpan);
  return { field: field.name, shown, name: title === '' ? label : `${label} · ${title}` };
}

/** Where the tag of a row, column or block begins in a document; `undefined` where none has the id. */
export function tagOf(shown: string, id: string): number | undefined {
  const at = shown.indexOf(` id=${literal(id)}`);
  return at < 0 ? undefined : shown.lastIndexOf('<', at);
}

/** What a field says as a document; `undefined` where its JSON cannot be read. */
export function shownField(field: Field): string | undefined {
  const value = field.value.text === '' ? [] : jsonOf(field).value;
  return value === undefined ? undefined : writeDocument(value);
}

/**
 * What the document of a field is now.
 *
 * @param shown what an editor shows of it
 * @returns `undefined` where there is none; `isSame` where what is shown says the same
 */
export function documentNow(
  { document }: RuleContext,
  name: string,
  shown: string | undefined,
): { readonly shown: string; readonly isSame: boolean } | undefined {
  const field = fieldNamed(document, name);
  const now = field && shownField(field);
  if (now === undefined) return undefined;
  return { shown: now, isSame: shown !== undefined && saysTheSame(shown, now) };
}

/** What becomes of an edit of a document. */
export type WrittenDocument =
  | { readonly kind: 'edits'; readonly edits: readonly TextEdit[]; readonly isMerged: boolean }
  | { readonly kind: 'lost' | 'changed' }
  | {
      readonly kind: 'refused';
      readonly problem?: { readonly message: string; readonly line: number };
    };

/**
 * The edits of the content file that an edit of a document comes to: the smallest ones, in the
 * field's own style. What they make is read again; when that is not what the document says, or another
 * field has changed, they are refused.
 *
 * @param before what an editor showed when it and the content file were last the same
 * @param after what it shows now
 */
export function writtenDocument(
  context: RuleContext,
  name: string,
  before: string,
  after: string,
): WrittenDocument {
  const field = fieldNamed(context.document, name);
  const now = field && shownField(field);
  if (field === undefined || now === undefined) return { kind: 'lost' };
  const isMerged = !saysTheSame(before, now);
  const text = isMerged ? merged(before, after, now) : after;
  if (text === undefined) return { kind: 'changed' };
  const wanted = readDocument(text);
  if (!wanted.ok) {
    const { message, line } = wanted;
    return isMerged ? { kind: 'changed' } : { kind: 'refused', problem: { message, line } };
  }
  const edits = editsOf(context, field, readDocument(now), wanted.value);
  return edits === undefined ? { kind: 'refused' } : { kind: 'edits', edits, isMerged };
}

function editsOf(
  { document }: RuleContext,
  field: Field,
  now: ReadDocument,
  wanted: JsonValue,
): readonly TextEdit[] | undefined {
  const changes = now.ok ? changesBetween(now.value, wanted) : undefined;
  if (changes === undefined) return undefined;
  const draft = new Draft(document);
  const index = document.fields.indexOf(field);
  try {
    for (const change of changes) draft.change(index, change);
    const edits = draft.edits();
    return isMeant(document.text, edits, index, wanted) ? edits : undefined;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function isMeant(
  text: string,
  edits: readonly TextEdit[],
  index: number,
  wanted: JsonValue,
): boolean {
  const before = parseContent(text).fields;
  const after = parseContent(applied(text, edits) ?? '').fields;
  return (
    after.length === before.length &&
    after.every(({ name, value }, at) => {
      if (name !== before[at]?.name) return false;
      if (at !== index) return value.text === before[at].value.text;
      const result = parseJson(value.text === '' ? '[]' : value.text);
      const read = result === undefined ? undefined : readDocument(writeDocument(result));
      return read?.ok === true && sameValue(read.value, wanted);
    })
  );
}

/** Whether two documents stand for the same value, whatever their blanks. */
function saysTheSame(shown: string, other: string): boolean {
  if (shown === other) return true;
  const [one, two] = [readDocument(shown), readDocument(other)];
  return one.ok && two.ok && sameValue(one.value, two.value);
}
