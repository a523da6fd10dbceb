import type { KirbytextContext } from './context.ts';

/** A tag as its renderer sees it: attributes of the text, then those of Kirby's options. */
export interface TagCall {
  /** As it stands in the text, with its parentheses. */
  readonly source: string;
  readonly value: string;
  readonly attribute: (name: string) => string | undefined;
}

export interface TagContext extends KirbytextContext {
  /** KirbyText without blocks, for a caption. */
  readonly captionHtml: (text: string) => string;
}

/**
 * The HTML of a tag, which Markdown reads afterwards. `undefined` where Kirby throws: the tag then
 * stays in the text as it is.
 */
export type TagRenderer = (tag: TagCall, context: TagContext) => string | undefined;
