import { insert, replace, type TextEdit, applied } from '../json/text-edit.ts';
import type { ContentDocument, Field } from './document.ts';
import { parseContent } from './parse.ts';
import { hideDividers } from './write.ts';

/**
 * Gives a field another value, `\----` before dividers in it: only the characters that differ are
 * replaced, and a value of several lines goes below its key, as Kirby writes it.
 *
 * @returns `undefined` where another field would change as well
 */
export function setFieldValue(
  document: ContentDocument,
  field: Field,
  value: string,
): readonly TextEdit[] | undefined {
  const { text } = document;
  const { start, end } = field.valueSpan;
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const written = hideDividers(value).replace(/\r?\n/g, lineBreak);
  const colon = text.indexOf(':', field.nameSpan.end) + 1;
  const gap = text.slice(colon, start);
  const goesBelow = written.includes('\n') && !gap.includes('\n');
  const lead = gap === '' && written !== '' ? ' ' : '';
  const edit = goesBelow
    ? replace(colon, end, lineBreak + lineBreak + written)
    : start === end
      ? insert(start, lead + written)
      : smallest(text, start, text.slice(start, end), written);
  return verified(document, [edit], field.name, value);
}

/** Removes a field with one of the dividers beside it. All other bytes stay. */
export function removeField(
  document: ContentDocument,
  field: Field,
): readonly TextEdit[] | undefined {
  const { text, dividers } = document;
  const { start, end } = field.span;
  const before = dividers.findLast((divider) => divider.start < start);
  const after = dividers.find((divider) => divider.start >= end);
  const edit =
    before === undefined
      ? replace(start, after?.end ?? end, '')
      : after === undefined
        ? replace(inkEnd(text, before.start), end, '')
        : replace(before.start, after.start, '');
  return verified(document, [edit], field.name, undefined);
}

/** Gives a field another key, as it is to stand in the file: `My-field`. */
export function renameField({ nameSpan }: Field, key: string): readonly TextEdit[] {
  return [replace(nameSpan.start, nameSpan.end, key)];
}

/** Replaces what lies between the beginning and the end that both texts share. */
function smallest(text: string, offset: number, old: string, written: string): TextEdit {
  let start = 0;
  while (start < Math.min(old.length, written.length) && old[start] === written[start]) start++;
  let same = 0;
  const most = Math.min(old.length, written.length) - start;
  while (same < most && old.at(-1 - same) === written.at(-1 - same)) same++;
  // Half of a pair of surrogates is no character.
  if (isLow(text.charCodeAt(offset + start)) || isLow(written.charCodeAt(start))) start--;
  if (isLow(old.charCodeAt(old.length - same))) same--;
  return replace(
    offset + start,
    offset + old.length - same,
    written.slice(start, written.length - same),
  );
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

/** The end of what stands before a divider, without the blank lines between. */
function inkEnd(text: string, offset: number): number {
  let end = offset;
  while (end > 0 && /\s/.test(text.charAt(end - 1))) end--;
  return end;
}

/** The edits, if nothing but the one field changes; `value` is `undefined` where it has to be gone. */
function verified(
  document: ContentDocument,
  edits: readonly TextEdit[],
  name: string,
  value: string | undefined,
): readonly TextEdit[] | undefined {
  const result = applied(document.text, edits);
  if (result === undefined) return undefined;
  const wanted = document.fields.map((field): [string, string] => [field.name, field.value.text]);
  const found = parseContent(result).fields.map((field): [string, string] => [
    field.name,
    field.value.text,
  ]);
  const count = (pairs: readonly (readonly [string, string])[]): number =>
    pairs.filter(([other]) => other === name).length;
  const others = (pairs: readonly (readonly [string, string])[]): string =>
    JSON.stringify(pairs.filter(([other]) => other !== name));
  if (others(wanted) !== others(found)) return undefined;
  if (value === undefined) return count(found) === count(wanted) - 1 ? edits : undefined;
  const isSet = found.some(
    ([other, text]) => other === name && withoutReturns(text) === withoutReturns(value),
  );
  return isSet && count(found) === count(wanted) ? edits : undefined;
}

function withoutReturns(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}
