import { stringText } from '../../kirby/json/string.ts';
import { type MappedText, plainText } from '../../kirby/text/mapped-text.ts';
import { phpTrim } from '../../kirby/text/php.ts';
import type { Span } from '../../kirby/text/span.ts';
import type { RuleContext } from '../../rules/rule.ts';
import { findText, type TextAddress } from './address.ts';
import { addedBreaks, textShown, withPlainBreaks } from './presentation.ts';
import { textsIn } from './target.ts';
import type { TextPlace } from './text-place.ts';

/** The places of a text as a tab shows it, and of the same text in its document. */
export interface TextMap {
  /** An offset of what is shown → the offset in the document. */
  toSource(offset: number): number;
  /**
   * A span of the document → what is shown of it: of what holds the text and little more the whole.
   * `undefined`: it is about something else.
   */
  toShown(span: Span): Span | undefined;
  /** What an insertion into the document puts into the text; `undefined` where that is not clear. */
  decoded(text: string): string | undefined;
}

/**
 * How the places of a shown text and of its document belong together.
 *
 * @param shown what the tab shows
 * @returns `undefined`: the document says something else by now
 */
export function textMap(
  context: RuleContext,
  address: TextAddress,
  shown: string,
): TextMap | undefined {
  const place = findText(textsIn(context), address, shown);
  const source = place?.holder.textAt(place.path);
  if (place === undefined || source === undefined) return undefined;
  const isField = place.holder.field !== undefined;
  const text = textShown(shown, address.kind);
  // A field of the file has no blanks around its value, and a tab may have some.
  const kept = isField ? phpTrim(text) : text;
  if (kept !== withPlainBreaks(source.text)) return undefined;
  const shift = text.indexOf(kept);
  const breaks = addedBreaks(shown, address.kind);
  const whole = { start: 0, end: shown.length };
  const toText = (offset: number): number => {
    const within = offset - breaks.filter((at) => at < offset).length - shift;
    return withOwnBreaks(source.text, Math.max(0, Math.min(within, kept.length)));
  };
  const toShown = (offset: number): number => {
    let at = withPlainBreaks(source.text.slice(0, offset)).length + shift;
    for (const added of breaks) if (added <= at) at++;
    return at;
  };
  return {
    toSource: (offset) => source.toSource({ start: toText(offset), end: toText(offset) }).start,
    toShown: (span) => {
      const [start, end] = [source.fromSource(span.start), source.fromSource(span.end)];
      if (start !== undefined && end !== undefined)
        return {
          start: toShown(start),
          end: Math.max(toShown(start), endShown(toShown, start, end)),
        };
      const own = source.toSource({ start: 0, end: source.text.length });
      // With its quotes a text is still itself.
      const isWhole = span.start <= own.start && span.end >= own.end;
      return isWhole && own.start - span.start + span.end - own.end <= 4 ? whole : undefined;
    },
    decoded: (inserted) => decodedInsertion(context, place, source, inserted),
  };
}

/** The end of a span lies behind its last character, not behind a line break that the tab adds there. */
function endShown(toShown: (offset: number) => number, start: number, end: number): number {
  return end > start ? toShown(end - 1) + 1 : toShown(end);
}

/**
 * What an insertion into the document is in the text itself: the document may hold it in a string of JSON.
 * Of more encodings than one only what needs none is clear.
 */
function decodedInsertion(
  { document }: RuleContext,
  { way, holder }: TextPlace,
  source: MappedText,
  inserted: string,
): string | undefined {
  if (holder.field !== undefined || !/["\\\n]/u.test(inserted)) return inserted;
  const field = document.fields.find(({ name }) => name === way[0]);
  const { start, end } = source.toSource({ start: 0, end: source.text.length });
  const isJson = /^\s*[[{]/u.test(field?.value.text ?? '');
  if (!isJson || unescaped(document.text.slice(start, end)) !== source.text) return undefined;
  const text = unescaped(inserted);
  return text.includes('\\') ? undefined : text;
}

/** What stands between the quotes of a JSON string. */
function unescaped(written: string): string {
  const literal = `"${written}"`;
  const span = { start: 0, end: literal.length };
  return stringText({ kind: 'string', span }, plainText(literal, 0)).text;
}

/** An offset of a text with `\n` as its line breaks → the offset in the text with its own. */
function withOwnBreaks(text: string, offset: number): number {
  if (!text.includes('\r')) return offset;
  let at = 0;
  for (let count = 0; count < offset; count++) at += text.startsWith('\r\n', at) ? 2 : 1;
  return at;
}
