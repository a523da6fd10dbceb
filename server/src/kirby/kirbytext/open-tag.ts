import { asciiLower } from '../text/php.ts';
import type { Span } from '../text/span.ts';
import { type TagType, tagTypes } from './tag-types.ts';

/** A tag in which an author types, closed or not. All spans are offsets of the text. */
export type OpenTag =
  | {
      readonly kind: 'name';
      /** `im` of `(im|`. */
      readonly typed: string;
      /** The whole word under the cursor. */
      readonly span: Span;
      /** Whether its parenthesis is closed. */
      readonly isClosed: boolean;
      /** Whether a colon follows: the tag is there, and only its name is typed. */
      readonly hasColon: boolean;
    }
  | {
      readonly kind: 'inside';
      readonly type: TagType;
      /** The attribute whose value the cursor is in; `undefined` in the value of the tag. */
      readonly attribute: string | undefined;
      /** The value up to the cursor, without the blanks before it. */
      readonly typed: string;
      /** Where `typed` stands. */
      readonly span: Span;
      /** The attributes that the tag has already. */
      readonly present: ReadonlySet<string>;
    };

/** How much of the text around the cursor a tag may fill. */
const REACH = 1500;

/** The tag around a cursor. Within one paragraph: a tag that was never closed ends there. */
export function openTagAt(text: string, offset: number): OpenTag | undefined {
  const from = paragraphStart(text, offset);
  const end = paragraphEnd(text, offset);
  let name: OpenTag | undefined;
  let depth = 0;
  for (let at = offset - 1; at >= from; at--) {
    const sign = text[at];
    if (sign === ')') depth++;
    if (sign !== '(') continue;
    if (depth > 0) {
      depth--;
      continue;
    }
    const inside = insideOf(text, at, offset, end);
    // In the text of a tag there is no other one.
    if (inside !== undefined) return inside;
    name ??= nameAt(text, at, offset, end);
  }
  return name;
}

function nameAt(text: string, at: number, offset: number, end: number): OpenTag | undefined {
  const typed = text.slice(at + 1, offset);
  // `[text](` is a link of Markdown, `call(` is code.
  if (!/^[A-Za-z\d_-]*$/.test(typed) || /[\]\w]/.test(text.charAt(at - 1))) return undefined;
  const rest = /^[A-Za-z\d_-]*/.exec(text.slice(offset, end))?.[0] ?? '';
  const hasColon = text[offset + rest.length] === ':';
  // Words that stand there already are no beginning of a name.
  const isWord = rest !== '' && !hasColon;
  const nameEnd = isWord ? offset : offset + rest.length;
  return {
    kind: 'name',
    typed,
    span: { start: at + 1, end: nameEnd },
    isClosed: isClosedBy(text, nameEnd, end),
    hasColon,
  };
}

function insideOf(text: string, at: number, offset: number, end: number): OpenTag | undefined {
  const head = /^\(([A-Za-z\d_-]+):/.exec(text.slice(at, Math.min(offset, at + 40)));
  const type = tagTypes.get(asciiLower(head?.[1] ?? ''));
  if (head === null || type === undefined) return undefined;
  const start = at + head[0].length;
  const names = namesIn(text, { start, end: closingFrom(text, offset, end) }, type);
  const current = names.findLast((name) => name.end <= offset);
  const valueStart = current?.end ?? start;
  const blanks = /^\s*/.exec(text.slice(valueStart, offset))?.[0].length ?? 0;
  const span = { start: valueStart + blanks, end: offset };
  return {
    kind: 'inside',
    type,
    attribute: current?.name,
    typed: text.slice(span.start, span.end),
    span,
    present: new Set(names.map(({ name }) => name)),
  };
}

interface Name {
  readonly name: string;
  /** Behind the colon. */
  readonly end: number;
}

/** The attributes with a blank before them: those that are meant. */
function namesIn(text: string, { start, end }: Span, { attributes }: TagType): readonly Name[] {
  if (attributes.length === 0) return [];
  const pattern = new RegExp(`(?<=\\s)(${attributes.join('|')}):(?!//)`, 'gi');
  return [...text.slice(start, end).matchAll(pattern)].map(({ 0: whole, 1: name = '', index }) => ({
    name: asciiLower(name),
    end: start + index + whole.length,
  }));
}

function isClosedBy(text: string, from: number, end: number): boolean {
  return text[closingFrom(text, from, end)] === ')';
}

/** The parenthesis that closes the one around `from`, or the end of the paragraph. */
function closingFrom(text: string, from: number, end: number): number {
  let depth = 0;
  for (let at = from; at < end; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')' && depth-- === 0) return at;
  }
  return end;
}

function paragraphStart(text: string, offset: number): number {
  const from = Math.max(0, offset - REACH);
  const before = text.slice(from, offset);
  const blank = /\n[ \t\r]*\n(?![^]*\n[ \t\r]*\n)/.exec(before);
  return blank === null ? from : from + blank.index + blank[0].length;
}

function paragraphEnd(text: string, offset: number): number {
  const after = text.slice(offset, offset + REACH);
  const blank = after.search(/\n[ \t\r]*\n/);
  return offset + (blank < 0 ? after.length : blank);
}
