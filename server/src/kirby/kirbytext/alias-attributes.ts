import type { Span } from '../text/span.ts';
import { tagTypes } from './tag-types.ts';
import type { KirbyTag } from './tags.ts';

/** A tag under another name whose author gave it attributes. */
export interface AliasAttribute {
  readonly type: string;
  /** The type that takes them: `video`. */
  readonly aliasOf: string;
  /** The name of the tag, without its parenthesis and colon. */
  readonly typeSpan: Span;
  /** The name of the first attribute. */
  readonly span: Span;
}

/**
 * `(youtube: … width: 300)`: `Kirby\Text\KirbyTag::parse()` looks for the attributes of a type
 * `youtube`, which is no type of its own and has none. All of the text becomes the address.
 */
export function aliasAttributes(tags: readonly KirbyTag[]): readonly AliasAttribute[] {
  return tags.flatMap(({ type, span, value }): readonly AliasAttribute[] => {
    const { aliasOf } = tagTypes.get(type) ?? {};
    const attributes = aliasOf === undefined ? [] : (tagTypes.get(aliasOf)?.attributes ?? []);
    if (aliasOf === undefined || attributes.length === 0) return [];
    const found = new RegExp(`(?<=\\s)(?:${attributes.join('|')})(?=:)`, 'i').exec(value.text);
    if (found === null) return [];
    const start = value.span.start + found.index;
    const typeStart = span.start + 1;
    return [
      {
        type,
        aliasOf,
        typeSpan: { start: typeStart, end: typeStart + type.length },
        span: { start, end: start + found[0].length },
      },
    ];
  });
}
