import { asciiLower, trimSpan } from '../text/php.ts';
import { slice, type Span } from '../text/span.ts';
import { tagTypes } from './tag-types.ts';

/**
 * A KirbyTag. All spans are offsets of the text that was parsed.
 *
 * `(image: cover.jpg alt: A cover)` has the type `image`, the value `cover.jpg` and one attribute,
 * `alt`.
 */
export interface KirbyTag {
  /** Lower case; not always one of `tagTypes`: what no plugin knows either stays in the text. */
  readonly type: string;
  /** From the opening to the closing parenthesis. */
  readonly span: Span;
  readonly value: TagValue;
  /** All that Kirby takes for attributes, in the order of the text; the last of a name wins. */
  readonly attributes: readonly TagAttribute[];
}

export interface TagValue {
  /** Without blanks around it. */
  readonly text: string;
  readonly span: Span;
}

export interface TagAttribute {
  /** Lower case. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: string;
  readonly valueSpan: Span;
}

/**
 * The KirbyTags of a text, as `Kirby\Text\KirbyTags` finds them: anywhere, also in code. A tag reaches
 * to the parenthesis that matches its first one; what stands inside of a tag is no tag. Linear in the
 * length of the text.
 */
export function parseTags(text: string): readonly KirbyTag[] {
  const tags: KirbyTag[] = [];
  let ends: ReadonlyMap<number, number> | undefined;
  let after = 0;
  for (const { index } of text.matchAll(/\([A-Za-z\d_-]+:/g)) {
    if (index < after) continue;
    ends ??= matchingParentheses(text);
    const end = ends.get(index);
    if (end === undefined) continue;
    tags.push(parseTag(text, { start: index, end: end + 1 }));
    after = end + 1;
  }
  return tags;
}

/** What an attribute says; `undefined` when the tag does not have it. */
export function attributeOf(tag: KirbyTag, name: string): string | undefined {
  return tag.attributes.findLast((attribute) => attribute.name === name)?.value;
}

/** By the place of each opening parenthesis that is closed: where its closing one is. */
function matchingParentheses(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: sign, index } of text.matchAll(/[()]/g)) {
    if (sign === '(') open.push(index);
    else {
      const start = open.pop();
      if (start !== undefined) ends.set(start, index);
    }
  }
  return ends;
}

/**
 * `Kirby\Text\KirbyTag::parse()`: splits at each name of an attribute and its colon, in the middle of
 * words too. Empty pieces are dropped before the pieces are paired, so `(link:text: foo)` has the
 * value `text`.
 */
function parseTag(text: string, span: Span): KirbyTag {
  const inside = { start: span.start + 1, end: span.end - 1 };
  const type = asciiLower(text.slice(inside.start, text.indexOf(':', inside.start)));
  const names = tagTypes.get(type)?.attributes ?? [];
  const pairs = pair(text, split(text, inside, type, names), inside.end);

  const first = pairs[0];
  // A type that is named twice has the last value, when it is spelled the same.
  const value = pairs.findLast(({ key }) => key === first?.key);
  const attributes = pairs
    .filter((item) => item.key !== first?.key)
    .map(({ key, nameSpan, valueSpan }) => ({
      name: asciiLower(key),
      nameSpan,
      value: slice(text, valueSpan),
      valueSpan,
    }))
    .filter(({ name }) => names.includes(name));
  const valueSpan = value?.valueSpan ?? emptySpan(inside.end);
  return { type, span, value: { text: slice(text, valueSpan), span: valueSpan }, attributes };
}

/** The pieces that are not empty: names and what stands between them. */
function split(
  text: string,
  inside: Span,
  type: string,
  names: readonly string[],
): readonly Span[] {
  const pieces: Span[] = [];
  const add = (start: number, end: number): void => {
    if (end > start) pieces.push({ start: inside.start + start, end: inside.start + end });
  };
  const source = slice(text, inside);
  let at = 0;
  for (const name of names.length === 0 ? own(source, type) : declared(source, type, names)) {
    add(at, name.start);
    add(name.start, name.end - 1);
    at = name.end;
  }
  add(at, source.length);
  return pieces;
}

/** Where the type stands, with its colon, in a tag that takes no attributes. */
function* own(source: string, type: string): Iterable<Span> {
  const lower = asciiLower(source);
  const name = `${type}:`;
  for (let at = lower.indexOf(name); at >= 0; at = lower.indexOf(name, at + 1)) {
    yield { start: at, end: at + name.length };
  }
}

/** Where the type or one of its attributes stands, with its colon. */
function* declared(source: string, type: string, names: readonly string[]): Iterable<Span> {
  let pattern = patterns.get(type);
  if (pattern === undefined) {
    // `file://` begins a UUID and splits nothing.
    pattern = new RegExp(`(?:${[type, ...names].join('|')}):(?<!file:(?=//))`, 'gi');
    patterns.set(type, pattern);
  }
  for (const { 0: name, index } of source.matchAll(pattern)) {
    yield { start: index, end: index + name.length };
  }
}

/** Of Kirby's own types. */
const patterns = new Map<string, RegExp>();

interface Pair {
  /** As it stands. */
  readonly key: string;
  readonly nameSpan: Span;
  readonly valueSpan: Span;
}

function pair(text: string, pieces: readonly Span[], end: number): readonly Pair[] {
  const pairs: Pair[] = [];
  for (let index = 0; index < pieces.length; index += 2) {
    const nameSpan = pieces[index];
    if (nameSpan === undefined) break;
    const piece = pieces[index + 1] ?? emptySpan(Math.min(nameSpan.end + 1, end));
    pairs.push({ key: slice(text, nameSpan), nameSpan, valueSpan: trimSpan(text, piece) });
  }
  return pairs;
}

function emptySpan(offset: number): Span {
  return { start: offset, end: offset };
}
