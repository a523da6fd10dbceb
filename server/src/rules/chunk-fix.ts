import { type Chunk, chunksOf } from '../kirby/content/chunks.ts';
import type { ContentDocument } from '../kirby/content/document.ts';
import { parseContent } from '../kirby/content/parse.ts';
import { storages } from '../kirby/field-types/storage.ts';
import { applied, insert, replace, type TextEdit } from '../kirby/json/text-edit.ts';
import { slice, type Span } from '../kirby/text/span.ts';
import { definitionOf, jsonFields } from '../site/json-fields.ts';
import { type OddChunk, suspectsIn } from './odd-chunk.ts';
import type { Fix, RuleContext } from './rule.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A fix that changes which chunks a file has. Nothing is offered unless one odd chunk less is left
 * and every field but the owner, which may grow, is what it was.
 */
export function chunkFix(
  { document }: RuleContext,
  odd: Pick<OddChunk, 'owner' | 'field'>,
  title: string,
  edits: readonly TextEdit[],
  safe: boolean,
): readonly Fix[] {
  const text = applied(document.text, edits);
  if (text === undefined) return [];
  const mended = parseContent(text);
  const isBetter = suspectsIn(mended).length < suspectsIn(document).length;
  return isBetter && keepsOthers(document, mended, odd) ? [{ title, edits, safe }] : [];
}

/** Hides the divider before a chunk, which then belongs to the field before it. */
export function hideDivider(
  context: RuleContext,
  odd: OddChunk,
  { safe }: { readonly safe: boolean },
): readonly Fix[] {
  const { document, site, file } = context;
  const { owner, span } = odd;
  if (odd.divider === undefined || owner === undefined) return [];
  // What is no JSON has no place behind JSON.
  if (jsonFields(document, site, file).some(({ field }) => field === owner)) return [];
  const definitions = file && site?.blueprints.of(file.model)?.fields;
  const definition = definitions && definitionOf(definitions, owner.name);
  if (definition !== undefined && !holdsProse(definition.type)) return [];
  const edits = joinedChunks(document, span).flatMap((chunk) => hidingOf(document.text, chunk));
  const name = slice(document.text, owner.nameSpan);
  const title = say`Put a backslash before the hyphens, so that the text stays in "${name}"`;
  return chunkFix(context, odd, title, edits, safe);
}

/** Whether a field takes text of several lines: a date with a divider in it is no date. */
function holdsProse(type: string): boolean {
  const storage = storages.get(type);
  return storage === undefined || storage === 'kirbytext' || storage === 'html';
}

/** The chunk, and those right before it that hold only hyphens: with those its text would be lost again. */
function joinedChunks(document: ContentDocument, span: Span): readonly Chunk[] {
  const chunks = chunksOf(document);
  const last = chunks.findIndex((chunk) => chunk.span.start === span.start);
  let first = last;
  while (isOnlyHyphens(document.text, chunks[first - 1])) first--;
  return chunks.slice(first, last + 1);
}

function isOnlyHyphens(text: string, chunk: Chunk | undefined): boolean {
  return (
    chunk?.divider !== undefined &&
    chunk.field === undefined &&
    /^[-\s]*$/u.test(slice(text, chunk.span))
  );
}

/** The backslash before a divider, and before a second one that it would uncover. */
function hidingOf(text: string, { divider, span }: Chunk): readonly TextEdit[] {
  if (divider === undefined) return [];
  const isSecond = text.startsWith('----', span.start) && text[span.start - 1] === '\n';
  return [insert(divider.start, '\\'), ...(isSecond ? [insert(span.start, '\\')] : [])];
}

/** Takes away what stands between two offsets. */
export function removal(start: number, end: number): readonly TextEdit[] {
  return [replace(start, end, '')];
}

function keepsOthers(
  before: ContentDocument,
  after: ContentDocument,
  { owner, field: bogus }: Pick<OddChunk, 'owner' | 'field'>,
): boolean {
  const values = new Map(after.fields.map(({ name, value }) => [name, value.text]));
  return before.fields.every(
    (field) =>
      field === bogus ||
      field === owner ||
      field.name === owner?.name ||
      values.get(field.name) !== undefined,
  );
}
