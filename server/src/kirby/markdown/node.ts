import type { Attributes } from './escape.ts';

/**
 * A block of a document. What stands inside is kept as text and rendered only when its turn comes,
 * because a link may use an address that is defined further down.
 */
export type MarkdownNode =
  | {
      readonly kind: 'element';
      readonly name: string;
      readonly attributes?: Attributes;
      readonly content: Content;
    }
  /** HTML of the author, as it stands. */
  | { readonly kind: 'html'; readonly html: string }
  /** HTML of the author that may hold `markdown="1"` (Parsedown Extra). */
  | { readonly kind: 'markup'; readonly html: string };

export type Content =
  /** An element that is never closed: `<hr />`. */
  | { readonly kind: 'void' }
  | { readonly kind: 'nodes'; readonly nodes: readonly MarkdownNode[] }
  /** A text without blocks, and HTML that follows it. */
  | { readonly kind: 'inline'; readonly text: string; readonly after?: string }
  /** A `<code>` with this text. */
  | { readonly kind: 'code'; readonly attributes: Attributes; readonly text: string }
  /** Blocks of their own. */
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  /** The same, but a paragraph at the start of an item without blank lines is no element. */
  | { readonly kind: 'item'; readonly lines: readonly string[] }
  /** A document of its own, which forgets all definitions. */
  | { readonly kind: 'document'; readonly text: string };

export function element(name: string, content: Content, attributes?: Attributes): MarkdownNode {
  return attributes === undefined
    ? { kind: 'element', name, content }
    : { kind: 'element', name, content, attributes };
}

export function inline(text: string): Content {
  return { kind: 'inline', text };
}
