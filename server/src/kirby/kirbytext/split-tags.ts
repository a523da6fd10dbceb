import { slice, type Span } from '../text/span.ts';
import type { KirbyTag } from './tags.ts';

/** A place where Kirby takes the end of a word for an attribute and tears the text apart there. */
export interface SplitTag {
  readonly type: string;
  /** What Kirby takes for the attribute: `title` of `subtitle:`. */
  readonly name: string;
  /** The whole word with its colon. */
  readonly span: Span;
  /** `word`: `subtitle:`. `address`: `?text:foo`. `tag`: a tag in the text of another. */
  readonly kind: 'word' | 'address' | 'tag';
}

/**
 * `Kirby\Text\KirbyTag::parse()` splits at the name of an attribute and its colon without asking
 * whether a word begins there. An attribute after a blank is what is meant, as far as one can tell;
 * so is one that merely lacks its blank (`a.jpgcaption: …`).
 */
export function splitTags(text: string, tags: readonly KirbyTag[]): readonly SplitTag[] {
  return tags.flatMap((tag) =>
    tag.attributes.flatMap(({ name, nameSpan }): readonly SplitTag[] => {
      const valueAt = tag.span.start + tag.type.length + 2;
      const torn = wordBefore(text, { start: valueAt, end: nameSpan.start });
      if (torn === undefined) return [];
      const span = { start: nameSpan.start - torn.length, end: nameSpan.end + 1 };
      return [{ type: tag.type, name, span, kind: torn.kind }];
    }),
  );
}

interface Torn {
  readonly kind: SplitTag['kind'];
  readonly length: number;
}

/** Longer than any word and most addresses. */
const MOST = 300;

/** @param before from the tag's value to what Kirby takes for an attribute */
function wordBefore(text: string, before: Span): Torn | undefined {
  const from = Math.max(before.start, before.end - MOST);
  const token = text.slice(from, before.end).split(/\s/).at(-1) ?? '';
  // In the value itself: `(link: blogtext: Read)` lacks a blank.
  const isValue = slice(text, { start: from, end: before.end - token.length }).trim() === '';
  if (/^["'„“‘«]?\(["'„“‘«]?$/.test(token)) {
    return isValue ? undefined : { kind: 'tag', length: 1 };
  }
  if (/:\/\/|^[/?#]|[?&=]$/.test(token)) {
    // `https://a.comtext: Home` lacks one, too; an address goes on after its colon.
    const colon = text.indexOf(':', before.end);
    return /\S/.test(text.charAt(colon + 1)) ? { kind: 'address', length: 0 } : undefined;
  }
  const word = /^(?:["'(„“‘«]*)(\p{L}[\p{L}\d-]*)$/u.exec(token)?.[1];
  return word === undefined || isValue ? undefined : { kind: 'word', length: word.length };
}

/** The whole of a tag that stands in the text of another one, when its parentheses are in order. */
export function tagInside(text: string, { span, kind }: SplitTag): Span | undefined {
  if (kind !== 'tag') return undefined;
  const end = text.indexOf(')', span.start);
  const inside = { start: span.start, end: end + 1 };
  return end < 0 || slice(text, inside).lastIndexOf('(') > 0 ? undefined : inside;
}
