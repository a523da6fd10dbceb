import { distance } from '../text/near.ts';
import { asciiLower } from '../text/php.ts';
import type { Span } from '../text/span.ts';
import { tagTypes } from './tag-types.ts';
import type { KirbyTag, TagValue } from './tags.ts';

/** A word that looks like an attribute and is none, so that Kirby leaves it in the value before it. */
export interface UnknownAttribute {
  readonly type: string;
  /** As it stands, without its colon. */
  readonly name: string;
  readonly span: Span;
  /** What may have been meant, the likeliest first. */
  readonly near: readonly string[];
  /** Whether another type of tag has an attribute of this name. */
  readonly isOfOther: boolean;
}

/** What stands for what, from one type of tag to another. */
const counterparts: ReadonlyMap<string, readonly string[]> = new Map([
  ['text', ['caption', 'alt']],
  ['caption', ['text', 'title']],
  ['alt', ['title', 'text']],
  ['imgclass', ['class']],
  ['linkclass', ['class']],
]);

const others: ReadonlySet<string> = new Set(
  [...tagTypes.values()].flatMap(({ attributes }) => attributes),
);

/**
 * A slip in the name of an attribute, or an attribute of another type of tag. In the value of a tag,
 * which names something, any of these is one; where prose may stand only an obvious slip is.
 */
export function unknownAttributes(tags: readonly KirbyTag[]): readonly UnknownAttribute[] {
  return tags.flatMap((tag) => {
    const names = tagTypes.get(tag.type)?.attributes ?? [];
    if (names.length === 0) return [];
    const present = new Set(tag.attributes.map(({ name }) => name));
    const free = names.filter((name) => !present.has(name));
    const inValue = wordsIn(tag.value).flatMap((word) => inName(word, tag.type, free));
    const inProse = tag.attributes.flatMap(({ value, valueSpan }) =>
      wordsIn({ text: value, span: valueSpan }).flatMap((word) => slip(word, tag.type, free)),
    );
    return [...inValue, ...inProse];
  });
}

interface Word {
  readonly text: string;
  readonly span: Span;
}

/** Words with a colon behind them and a blank before, that begin no address. */
function wordsIn({ text, span }: TagValue): readonly Word[] {
  if (!text.includes(':')) return [];
  return [...text.matchAll(/(?<=\s)[A-Za-z]{2,30}(?=:(?!\/\/))/g)].map(({ 0: word, index }) => ({
    text: word,
    span: { start: span.start + index, end: span.start + index + word.length },
  }));
}

function inName(
  { text, span }: Word,
  type: string,
  free: readonly string[],
): readonly UnknownAttribute[] {
  const word = asciiLower(text);
  const isOfOther = others.has(word);
  const most = word.length < 3 ? 0 : word.length < 6 ? 1 : 2;
  const near = isOfOther
    ? (counterparts.get(word) ?? []).filter((name) => free.includes(name))
    : nearest(word, free, most);
  if (near.length === 0 && !isOfOther) return [];
  return [{ type, name: text, span, near, isOfOther }];
}

/** Two letters swapped, one missing, doubled or wrong, in a word that is too long for chance. */
function slip(
  { text, span }: Word,
  type: string,
  free: readonly string[],
): readonly UnknownAttribute[] {
  const isPlural = text.endsWith('s');
  if (text.length < 5 || isPlural || asciiLower(text) !== text || others.has(text)) return [];
  const near = nearest(text, free, 1).filter(
    (name) => name.length > 5 && name.startsWith(text.charAt(0)),
  );
  return near.length === 0 ? [] : [{ type, name: text, span, near, isOfOther: false }];
}

function nearest(word: string, names: readonly string[], most: number): readonly string[] {
  return names
    .flatMap((name) => {
      const rank = distance(word, name, most);
      return rank === undefined ? [] : [{ name, rank }];
    })
    .sort((a, b) => a.rank - b.rank)
    .slice(0, 2)
    .map(({ name }) => name);
}
