import { type Chunk, chunksOf } from '../kirby/content/chunks.ts';
import type { ContentDocument, Field } from '../kirby/content/document.ts';
import { fieldName } from '../kirby/content/parse.ts';
import { jsonOf } from '../kirby/json/json-text.ts';
import { memo } from '../kirby/text/memo.ts';
import { isSpace, phpTrim } from '../kirby/text/php.ts';
import { intersects, slice, type Span } from '../kirby/text/span.ts';
import { jsonFields } from '../site/json-fields.ts';
import { conflictsOf } from './conflicts.ts';
import { isKnownField, looksLikeKey, writtenKey } from './field-key.ts';
import type { RuleContext } from './rule.ts';

/**
 * A chunk that is no field as its author means one. Whatever follows from one mistake is one odd
 * chunk of one kind, so that it is reported once:
 *
 * - `long-divider`: more than four hyphens, and a field behind them: `-----` `Text: …`
 * - `stray-divider`: the hyphens before it are text: a rule, an underline, a table
 * - `extra-divider`: hyphens on a line of their own before its key
 * - `swallowed-key`: text before its key, which has become a part of that
 * - `missing-key`: text without a key
 */
export interface OddChunk extends Chunk {
  readonly kind:
    'long-divider' | 'stray-divider' | 'extra-divider' | 'swallowed-key' | 'missing-key';
  /** The field before it, which its divider ends. */
  readonly owner: Field | undefined;
  /** The key that is meant, where one can be told from what stands before it. */
  readonly key: Key | undefined;
}

/** A key that stands behind something else. */
interface Key {
  /** As it is written: `My-Text`. */
  readonly written: string;
  readonly start: number;
  /** Whether Kirby or the blueprint has such a field, and the file no other. */
  readonly isKnown: boolean;
}

/**
 * The odd chunks of a document. What has been cut out of JSON is not among them: `broken-json`
 * explains it.
 */
export function oddChunks(context: RuleContext): readonly OddChunk[] {
  const { document, site, file } = context;
  const suspects = suspectsIn(document);
  // Beside the content other texts stand in a site, which nobody reads as fields.
  const isContent = site === undefined || (file !== undefined && !file.isChanges);
  if (suspects.length === 0 || !isContent) return [];
  const json = jsonFields(document, site, file).map(({ field }) => field);
  const broken = new Set(json.filter((field) => jsonOf(field).value === undefined));
  const conflicts = conflictsOf(document);
  return suspects.flatMap((suspect) => {
    if (suspect.owner !== undefined && broken.has(suspect.owner)) return [];
    // What a merge makes odd is told where its marks are.
    if (conflicts.some(({ span }) => intersects(span, suspect.span))) return [];
    const kind = kindOf(context, suspect);
    return kind === undefined ? [] : [{ ...suspect, ...kind }];
  });
}

type Suspect = Omit<OddChunk, 'kind' | 'key'>;

/** Chunks that Kirby drops and those whose key reads like none, whatever the site knows. */
export const suspectsIn = memo((document: ContentDocument): readonly Suspect[] => {
  const suspects: Suspect[] = [];
  let owner: Field | undefined;
  for (const chunk of chunksOf(document)) {
    if (!isSuspect(document, chunk)) owner = chunk.field;
    else suspects.push({ ...chunk, owner });
  }
  return suspects;
});

/** Whether a field is only what Kirby makes of a chunk that was not meant so. */
export function isBogus(document: ContentDocument, field: Field): boolean {
  return bogusFields(document).has(field);
}

const bogusFields = memo(
  (document: ContentDocument): ReadonlySet<Field> =>
    new Set(suspectsIn(document).flatMap(({ field }) => field ?? [])),
);

function isSuspect(document: ContentDocument, { span, divider, field }: Chunk): boolean {
  if (field === undefined) return slice(document.text, span).trim() !== '';
  const key = writtenKey(document, field);
  // Of a key in one line at the start of the file nothing has been cut off.
  if (divider === undefined && !key.includes('\n') && !key.startsWith('----')) return false;
  return !looksLikeKey(key) || isAddress(document.text, field);
}

/** `https://…` at the start of a chunk is text. */
function isAddress(text: string, { nameSpan, name }: Field): boolean {
  return /^(?:https?|ftp)$/.test(name) && text.startsWith('://', nameSpan.end);
}

function kindOf(
  context: RuleContext,
  suspect: Suspect,
): Pick<OddChunk, 'kind' | 'key'> | undefined {
  const { text } = context.document;
  const { span, divider, field } = suspect;
  const rest = behindHyphens(text, suspect);
  if (rest >= span.end) return undefined;
  const key = keyAt(context, rest, span.end);
  if (rest > span.start) {
    if (key === undefined)
      return { kind: divider === undefined ? whole(field) : 'stray-divider', key };
    return { kind: isLong(text, suspect) ? 'long-divider' : 'extra-divider', key };
  }
  if (field === undefined) {
    if (isWord(slice(text, span))) return undefined;
    return { kind: isGlued(text, suspect) ? 'stray-divider' : 'missing-key', key: undefined };
  }
  const last = lastLineKey(context, field);
  if (divider === undefined) return { kind: 'swallowed-key', key: last };
  return last?.isKnown === true
    ? { kind: 'swallowed-key', key: last }
    : { kind: 'stray-divider', key: undefined };
}

function whole(field: Field | undefined): OddChunk['kind'] {
  return field === undefined ? 'missing-key' : 'swallowed-key';
}

/** A key whose colon is still to come: nothing is lost with it. */
function isWord(chunk: string): boolean {
  return /^[\w-]{1,40}$/u.test(phpTrim(chunk));
}

/** Where hyphens at the start of a chunk end, with the blanks behind them; its start without any. */
function behindHyphens(text: string, { span, divider }: Suspect): number {
  const isOpen = divider === undefined;
  if (!text.startsWith(isOpen ? '----' : '-', span.start)) return span.start;
  let end = span.start;
  while (text[end] === '-') end++;
  const line = lineEnd(text, span.start);
  const isWholeLine = /^[- \t\r\v\f]*$/u.test(text.slice(end, line));
  // `----- Text: B` and `-----Text: B`, but not `---- - Text: B`.
  const isGlued = isOpen || divider.end - divider.start === 4;
  if (!isWholeLine && !isGlued) return span.start;
  if (isWholeLine) end = line;
  while (end < span.end && isSpace(text.charCodeAt(end))) end++;
  return end;
}

/** Whether the hyphens of a divider go on in its line. */
function isLong(text: string, suspect: Suspect): boolean {
  return suspect.divider !== undefined && isGlued(text, suspect);
}

/** Whether the chunk begins in the line of the divider. */
function isGlued(text: string, { span, divider }: Suspect): boolean {
  return divider !== undefined && !slice(text, { ...divider, end: span.start }).includes('\n');
}

/** The key that begins at an offset, if there is one. */
function keyAt(context: RuleContext, start: number, end: number): Key | undefined {
  const { text } = context.document;
  const colon = text.indexOf(':', start);
  if (colon < 0 || colon >= end) return undefined;
  return keyOf(context, text.slice(start, colon), start);
}

/** The key in the last line of what Kirby takes for one. */
function lastLineKey(context: RuleContext, field: Field): Key | undefined {
  const written = writtenKey(context.document, field);
  const start = written.lastIndexOf('\n') + 1;
  return keyOf(context, written.slice(start), field.nameSpan.start + start);
}

function keyOf(context: RuleContext, raw: string, start: number): Key | undefined {
  const written = phpTrim(raw);
  if (!looksLikeKey(written)) return undefined;
  const name = fieldName(written);
  const isKnown =
    isKnownField(context, name) && !context.document.fields.some((field) => field.name === name);
  return { written, start, isKnown };
}

/** Where a line ends, before its line break. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** The first line of a span, without the blanks behind it. */
export function firstLine(text: string, { start, end }: Span): Span {
  const line = text.slice(start, Math.min(end, lineEnd(text, start)));
  return { start, end: start + line.trimEnd().length };
}
