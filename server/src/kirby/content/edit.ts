import { applied, insert, replace, type TextEdit } from '../json/text-edit.ts';
import { isTrimmed, phpTrim } from '../text/php.ts';
import { slice } from '../text/span.ts';
import type { ContentDocument, Field } from './document.ts';
import { fieldName, parseContent } from './parse.ts';
import { encodeField, hideDividers } from './write.ts';

/**
 * Edits of whole fields. Each is parsed again before it is handed out: one that would change
 * anything but its field is refused, and the answer is `undefined`.
 */
type Edits = readonly TextEdit[] | undefined;

/**
 * Gives a field another value, which is what Kirby shall read: `\----` is written where it needs to
 * be. Only the characters that differ are replaced, and a value stays beside or below its key; one
 * that comes to have several lines goes below it, as Kirby writes it.
 */
export function setFieldValue(document: ContentDocument, field: Field, value: string): Edits {
  const { text } = document;
  const { start, end } = field.valueSpan;
  const old = text.slice(start, end);
  const written = hideDividers(phpTrim(withBreaks(value, old, document)));
  const colon = colonOf(text, field) + 1;
  return verified(document, [valueEdit(text, colon, field, written)], (fields) =>
    fields.map((other) => (other === field ? { name: field.name, value: phpTrim(value) } : other)),
  );
}

/** Removes a field with one of the dividers beside it. Every other character stays. */
export function removeField(document: ContentDocument, field: Field): Edits {
  const { text, dividers } = document;
  const before = dividers.findLast(({ end }) => end <= field.nameSpan.start);
  const after = dividers.find(({ start }) => start >= field.span.end);
  const start = before?.end ?? textStart(text);
  const edit =
    after !== undefined
      ? replace(start, after.end, '')
      : before !== undefined
        ? replace(contentEnd(text, before.start), lineEnd(text, field.span.end), '')
        : replace(start, lineEnd(text, field.span.end), '');
  return verified(document, [edit], (fields) => fields.filter((other) => other !== field));
}

/**
 * Gives a field another key, as it is to stand in the file: `My-field`. Refused where the document
 * has a field of that name already.
 */
export function renameField(document: ContentDocument, field: Field, key: string): Edits {
  const name = fieldName(key);
  if (name !== field.name && hasField(document, name)) return undefined;
  const { start, end } = field.nameSpan;
  return verified(document, [replace(start, end, key)], (fields) =>
    fields.map((other) => (other === field ? { name, value: field.value.text } : other)),
  );
}

/** Where a new field goes: first, last, or behind another one. */
export type FieldPlace = 'start' | 'end' | { readonly after: Field };

/**
 * Adds a field under a key as it is to stand in the file, with the divider that it needs, in the
 * style of the document. Refused where the document has a field of that name already.
 */
export function insertField(
  document: ContentDocument,
  key: string,
  value: string,
  place: FieldPlace = 'end',
): Edits {
  const name = fieldName(key);
  if (hasField(document, name)) return undefined;
  const written = withBreaks(encodeField(key, value), '', document);
  const added = { name, value: phpTrim(value) };
  return verified(document, [fieldInsertion(document, written, place)], (fields) => {
    const index =
      place === 'start'
        ? 0
        : place === 'end'
          ? fields.length
          : fields.findIndex((field) => field === place.after) + 1;
    return fields.toSpliced(index, 0, added);
  });
}

function fieldInsertion(document: ContentDocument, written: string, place: FieldPlace): TextEdit {
  const { text, dividers } = document;
  const divider = dividerOf(document);
  if (place !== 'start' && place !== 'end') {
    return insert(lineEnd(text, place.after.span.end), divider + written);
  }
  const first = textStart(text);
  const isBlank = phpTrim(text.slice(first)) === '';
  if (place === 'start') return insert(first, isBlank ? written : written + divider);
  const lastStart = dividers.at(-1)?.end ?? first;
  if (phpTrim(text.slice(lastStart)) === '') return insert(isBlank ? first : text.length, written);
  return insert(contentEnd(text, text.length), divider + written);
}

function valueEdit(text: string, colon: number, field: Field, written: string): TextEdit {
  const { start, end } = field.valueSpan;
  const old = text.slice(start, end);
  if (written === '' && old !== '') return replace(colon, end, ' ');
  const isBelow = text.slice(colon, start).includes('\n');
  if (written.includes('\n') && !isBelow && !old.includes('\n')) {
    const lineBreak = written.includes('\r\n') ? '\r\n' : '\n';
    return replace(colon, end, lineBreak + lineBreak + written);
  }
  if (old === '') return insert(start, (start === colon && written !== '' ? ' ' : '') + written);
  return smallest(old, written, start);
}

/** Replaces what stands between the beginning and the end that both texts share. */
export function smallest(old: string, written: string, offset: number): TextEdit {
  const most = Math.min(old.length, written.length);
  let same = 0;
  while (same < most && old.charCodeAt(same) === written.charCodeAt(same)) same++;
  let sameAtEnd = 0;
  while (sameAtEnd < most - same && old.at(-1 - sameAtEnd) === written.at(-1 - sameAtEnd)) {
    sameAtEnd++;
  }
  // Half of a surrogate pair is no character, and half of a line break no line break.
  if (same > 0 && isFirstHalf(old.charCodeAt(same - 1))) same--;
  if (sameAtEnd > 0 && isSecondHalf(old.charCodeAt(old.length - sameAtEnd))) sameAtEnd--;
  return replace(
    offset + same,
    offset + old.length - sameAtEnd,
    written.slice(same, written.length - sameAtEnd),
  );
}

function isFirstHalf(code: number): boolean {
  return code === 13 || (code >= 0xd800 && code < 0xdc00);
}

function isSecondHalf(code: number): boolean {
  return code === 10 || (code >= 0xdc00 && code < 0xe000);
}

/** With the line breaks of the text around; a value that mixes them keeps its own. */
function withBreaks(value: string, old: string, { text }: ContentDocument): string {
  const sample = old.includes('\n') ? old : text;
  const isMixed = old.includes('\r\n') && /(?:^|[^\r])\n/.test(old);
  return isMixed ? value : value.replace(/\r?\n/g, sample.includes('\r\n') ? '\r\n' : '\n');
}

/** The divider between two fields, with its blank lines, as the first one of the document has it. */
function dividerOf({ text, dividers }: ContentDocument): string {
  const first = dividers[0];
  if (first !== undefined) {
    const found = text.slice(contentEnd(text, first.start), first.end);
    if (/^[\r\n]+----[\r\n]+$/.test(found)) return found;
  }
  return text.includes('\r\n') ? '\r\n\r\n----\r\n\r\n' : '\n\n----\n\n';
}

/** Where a line break may follow: the end of the line's blanks from here on. */
function lineEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && isInlineBlank(text.charCodeAt(end))) end++;
  return end;
}

/** The end of the last line before `offset` on which something stands, its blanks included. */
function contentEnd(text: string, offset: number): number {
  let end = offset;
  while (end > 0 && isTrimmed(text.charCodeAt(end - 1))) end--;
  return Math.min(lineEnd(text, end), offset);
}

function isInlineBlank(code: number): boolean {
  return isTrimmed(code) && code !== 10 && code !== 13;
}

function textStart(text: string): number {
  return text.startsWith('\uFEFF') ? 1 : 0;
}

/** The colon that ends the key; blanks may stand before it. */
function colonOf(text: string, { nameSpan }: Field): number {
  return text.indexOf(':', nameSpan.end);
}

function hasField({ fields }: ContentDocument, name: string): boolean {
  return fields.some((field) => field.name === name);
}

interface Wanted {
  readonly name: string;
  readonly value: string | Field['value'];
}

/** The edits, if the document has the wanted fields afterwards and drops what it dropped before. */
function verified(
  document: ContentDocument,
  edits: readonly TextEdit[],
  wanted: (fields: readonly Wanted[]) => readonly Wanted[],
): Edits {
  const result = applied(document.text, edits);
  if (result === undefined) return undefined;
  const after = parseContent(result);
  const expected = wanted(document.fields);
  const isExpected =
    after.fields.length === expected.length &&
    after.fields.every((field, index) => isAs(field, expected[index])) &&
    droppedTexts(after) === droppedTexts(document);
  return isExpected ? edits : undefined;
}

/** A value that was not to change is the same to the character; line breaks of a new one may differ. */
function isAs({ name, value }: Field, wanted: Wanted | undefined): boolean {
  if (wanted?.name !== name) return false;
  return typeof wanted.value === 'string'
    ? value.text.replaceAll('\r\n', '\n') === wanted.value.replaceAll('\r\n', '\n')
    : value.text === wanted.value.text;
}

function droppedTexts({ text, dropped }: ContentDocument): string {
  return JSON.stringify(dropped.map((span) => slice(text, span)));
}
