import { asciiLower, isSpace, trimSpan } from '../text/php.ts';
import { decodedText, type Jump, type MappedText, plainText } from '../text/mapped-text.ts';
import type { Span } from '../text/span.ts';
import type { ContentDocument, Field } from './document.ts';

/** A divider, when a line begins with it; hidden in a value by a backslash before it. */
const hyphens = '----';
const lineFeed = 10;
const backslash = 92;

/**
 * A content file as `Kirby\Data\Txt::decode()` splits it, with the place of everything. Any text
 * is a content file: what Kirby drops is listed, nothing is refused. All spans are offsets in
 * `text` as given, a byte order mark at its start included.
 *
 * @param byteOrderMark what counts as one; differs only where bytes stand for characters
 */
export function parseContent(text: string, byteOrderMark = '\uFEFF'): ContentDocument {
  const fields: Field[] = [];
  const dividers: Span[] = [];
  const dropped: Span[] = [];
  let start = text.startsWith(byteOrderMark) ? byteOrderMark.length : 0;
  let colon = start - 1;
  for (;;) {
    const { end, hidden } = chunkFrom(text, start);
    // Kept from chunk to chunk: many chunks without a colon would otherwise search the file anew.
    if (colon < start) colon = indexOrInfinity(text.indexOf(':', start));
    const field = colon < end ? readField(text, start, colon, end, hidden) : undefined;
    if (field !== undefined) fields.push(field);
    else addDropped(dropped, text, { start, end });
    if (end === text.length) return { text, fields, dividers, dropped };
    start = end + 1 + hyphens.length;
    while (isSpace(text.charCodeAt(start))) start++;
    dividers.push({ start: end + 1, end: start });
  }
}

/** The field of a name as Kirby keys it (`my_text`). Of several the last: it is the one Kirby uses. */
export function fieldNamed(document: ContentDocument, name: string): Field | undefined {
  return document.fields.findLast((field) => field.name === name);
}

/**
 * Names and values in Kirby's order: a name that comes again brings its value but keeps the first
 * place. A `Map`, because no name is special in it: `__proto__: x` is a field like any other.
 */
export function decodeContent(text: string): ReadonlyMap<string, string> {
  return new Map(parseContent(text).fields.map(({ name, value }) => [name, value.text]));
}

/** A name as `Txt::decode()` keys it: `My Field-Name` gives `my_field_name`. */
export function fieldName(written: string): string {
  const known = names.get(written);
  if (known !== undefined) return known;
  const name = asciiLower(written).replace(/[- ]/g, '_');
  // Broken files have names like no other.
  if (names.size >= MOST_NAMES) names.clear();
  // A copy, because a slice of a file keeps all of it in memory.
  names.set(` ${written}`.slice(1), ` ${name}`.slice(1));
  return name;
}

/**
 * A name for people to read: the marks that git leaves above a field become a part of its name.
 *
 * @param name as it stands, or as Kirby keys it
 */
export function nameBehindMark(name: string): string {
  return name.startsWith('<<<<<<<') ? name.slice(name.lastIndexOf('\n') + 1) : name;
}

/** A site has a few hundred names, and each of them in a thousand files. */
const names = new Map<string, string>();
const MOST_NAMES = 2_000;

/** What stands before the next divider. */
interface Chunk {
  /** The line break before the divider, or the end of the text. */
  readonly end: number;
  /** The backslashes before four hyphens that begin lines. */
  readonly hidden: readonly number[];
}

const none: readonly number[] = [];

/** Looks for hyphens, which are rarer than line breaks, and finds both kinds in one pass. */
function chunkFrom(text: string, start: number): Chunk {
  let hidden: number[] | undefined;
  let at = text.indexOf(hyphens, start);
  while (at >= 0) {
    const before = at > start ? text.charCodeAt(at - 1) : 0;
    if (before === lineFeed) return { end: at - 1, hidden: hidden ?? none };
    if (before === backslash && text.charCodeAt(at - 2) === lineFeed) (hidden ??= []).push(at - 1);
    at = text.indexOf(hyphens, at + hyphens.length);
  }
  return { end: text.length, hidden: hidden ?? none };
}

function readField(
  text: string,
  start: number,
  colon: number,
  end: number,
  hidden: readonly number[],
): Field | undefined {
  const nameSpan = trimSpan(text, { start, end: colon });
  const name = fieldName(text.slice(nameSpan.start, nameSpan.end));
  // PHP's `empty()` holds for both.
  if (name === '' || name === '0') return undefined;
  const valueSpan = valueIn(text, { start: colon + 1, end });
  return {
    name,
    nameSpan,
    span: { start: nameSpan.start, end: valueSpan.end },
    valueSpan,
    value: unescape(text, valueSpan, hidden),
  };
}

/** The trimmed value. An empty one stands where an author would write it: `Title: |`. */
function valueIn(text: string, rest: Span): Span {
  const trimmed = trimSpan(text, rest);
  if (trimmed.start < trimmed.end) return trimmed;
  const gap = rest.start < rest.end && text.charCodeAt(rest.start) === 32 ? 1 : 0;
  return { start: rest.start + gap, end: rest.start + gap };
}

/** Takes the backslash from `\----` at the start of the value and of its lines. */
function unescape(text: string, { start, end }: Span, hidden: readonly number[]): MappedText {
  const raw = text.slice(start, end);
  const plain = plainText(raw, start);
  // The start of the value counts as one of a line: `Text: \----`.
  const startsHidden = raw.startsWith(`\\${hyphens}`);
  if (!startsHidden && hidden.length === 0) return plain;
  const inside = hidden.filter((at) => at > start);
  const backslashes = startsHidden ? [start, ...inside] : inside;
  const jumps: Jump[] = [];
  let decoded = '';
  let copied = 0;
  for (const at of backslashes) {
    decoded += raw.slice(copied, at - start);
    copied = at - start + 1;
    jumps.push({ text: decoded.length, sourceEnd: copied - 1, source: copied });
  }
  return decodedText(decoded + raw.slice(copied), plain, 0, raw.length, jumps);
}

function addDropped(dropped: Span[], text: string, chunk: Span): void {
  const span = trimSpan(text, chunk);
  if (span.start < span.end) dropped.push(span);
}

function indexOrInfinity(index: number): number {
  return index < 0 ? Infinity : index;
}
