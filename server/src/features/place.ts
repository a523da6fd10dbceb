import type { Span } from '../kirby/text/span.ts';
import type { SourcePlace } from '../site/blueprint-source.ts';
import type { SitePath } from '../site/site-path.ts';

/** What an editor can open: a file of the site, and where in it. */
export interface Place {
  readonly path: SitePath;
  /** `undefined`: the file as such. The text tells in which line the span is. */
  readonly at: { readonly text: string; readonly span: Span } | undefined;
}

/** What a piece of a text leads to, the likeliest first. */
export interface Definition {
  /** The piece of the text that is about it. */
  readonly span: Span;
  readonly places: readonly Place[];
}

export function placeOf({ file: { path, text }, span }: SourcePlace): Place {
  return { path, at: { text, span } };
}
