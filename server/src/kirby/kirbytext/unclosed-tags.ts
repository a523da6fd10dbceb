import { asciiLower } from '../text/php.ts';
import type { Span } from '../text/span.ts';
import { codeIn } from './in-code.ts';
import { type TagType, tagTypes } from './tag-types.ts';
import { parseTags } from './tags.ts';

/** The beginning of a tag that is none, because its parenthesis is never closed. */
export interface UnclosedTag {
  /** Lower case. */
  readonly type: string;
  /** `(image:` */
  readonly span: Span;
  /** Where a closing parenthesis makes a tag of it; `undefined` where no place is obvious. */
  readonly closeAt: () => number | undefined;
}

const head = /\(([A-Za-z\d_-]+):/g;

/**
 * The tags of Kirby's own types whose parentheses are not balanced: `Kirby\Text\KirbyTags` leaves
 * them in the text as they stand. Those in code are meant to be read.
 */
export function unclosedTags(text: string): readonly UnclosedTag[] {
  if (!text.includes('(')) return [];
  const heads = [...text.matchAll(head)].flatMap(({ 0: found, 1: name = '', index }) => {
    const type = tagTypes.get(asciiLower(name));
    return type === undefined ? [] : [{ type, span: { start: index, end: index + found.length } }];
  });
  if (heads.length === 0) return [];
  const tags = parseTags(text);
  const isInCode = codeIn(text);
  let tag = 0;
  return heads.flatMap(({ type, span }, index): readonly UnclosedTag[] => {
    while ((tags[tag]?.span.end ?? Infinity) <= span.start) tag++;
    const isInTag = (tags[tag]?.span.start ?? Infinity) <= span.start;
    if (isInTag || isInCode(span.start)) return [];
    const next = heads[index + 1]?.span.start ?? text.length;
    return [{ type: type.name, span, closeAt: () => placeToClose(text, type, span, next) }];
  });
}

/**
 * The end of the line, or of the lines of attributes that follow; before the next tag on the line,
 * where the value or attribute ends that has an open parenthesis of its own, or behind the last
 * closing one.
 */
function placeToClose(text: string, type: TagType, span: Span, next: number): number | undefined {
  const end = trimmedEnd(text, span.end, Math.min(next, endOfLines(text, type, span.end)));
  if (end === span.end) return undefined;
  // With more than one parenthesis open a closing one alone makes no tag.
  if (depth(text.slice(span.start, end)) !== 1) return undefined;
  return innerPlace(text, type, { start: span.end, end }) ?? end;
}

function endOfLines(text: string, { attributes }: TagType, from: number): number {
  const starts = new RegExp(`[ \\t]*(?:${attributes.join('|')}):`, 'iy');
  let end = lineEnd(text, from);
  while (attributes.length > 0 && end < text.length) {
    starts.lastIndex = end + 1;
    if (!starts.test(text)) break;
    end = lineEnd(text, end + 1);
  }
  return end;
}

/** In `text: a ( b) more` the parenthesis of the tag itself is missing after the one of `b`. */
function innerPlace(text: string, { attributes }: TagType, inside: Span): number | undefined {
  const source = text.slice(inside.start, inside.end);
  if (!source.includes('(')) return undefined;
  const names = attributes.length === 0 ? [] : source.matchAll(nameOf(attributes));
  let start = 0;
  for (const { index } of names) {
    if (depth(source.slice(start, index)) > 0) {
      return inside.start + source.slice(0, index).trimEnd().length;
    }
    start = index;
  }
  const last = source.lastIndexOf(')');
  return last < start ? undefined : inside.start + last + 1;
}

function nameOf(attributes: readonly string[]): RegExp {
  return new RegExp(`(?<=\\s)(?:${attributes.join('|')}):`, 'gi');
}

/** How many parentheses are open at the end of a piece. */
function depth(piece: string): number {
  return piece.split('(').length - piece.split(')').length;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}
