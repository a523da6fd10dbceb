import type { Span } from '../../kirby/text/span.ts';
import type { SitePath } from '../site-path.ts';

/** A place in a content file that a search found. It can be sent to another thread. */
export interface TextHit {
  /** What the text is to its page. */
  readonly kind: 'title' | 'heading' | 'text';
  /** The name of the field as it stands: `My-Text`. */
  readonly field: string;
  /** The type of the block that the text stands in: `heading`. */
  readonly block?: string;
  /** The key of the text in JSON: `caption`. */
  readonly key?: string;
  /** The place in the file, without the byte order mark that it may begin with. */
  readonly span: Span;
  /** Where the span begins and ends, for whoever does not have the file's text. */
  readonly lines: LinesOfSpan;
  /** The words around, on one line. */
  readonly excerpt: string;
  /** What was found, in the excerpt. */
  readonly found: Span;
}

/** The lines in which a span begins and ends: their number from 0, and the offset of their start. */
export interface LinesOfSpan {
  readonly first: { readonly number: number; readonly start: number };
  readonly last: { readonly number: number; readonly start: number };
}

/** What was found in one file, in the order of the file. */
export interface FileHits {
  readonly path: SitePath;
  readonly hits: readonly TextHit[];
}

/** What is searched for. It can be sent to another thread. */
export interface Wish {
  /** Folded, without blanks around it. */
  readonly wanted: string;
  /** How many places of each file are given. */
  readonly mostInFile: number;
  /** After so many places the files that follow are not looked at. */
  readonly most: number;
}
