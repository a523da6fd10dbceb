import type { Span } from '../text/span.ts';

/**
 * A mention of a page or a file in a content file. `span` is the mention in the document: of
 * `- file://x0Eszp6nhmEIe0aI` all from `file` on, of `(image: cover.jpg)` the file name.
 */
export type Reference = UuidReference | NameReference;

/** The id is the last part of the span, as it stands: `uuidSpan()`. */
export interface UuidReference {
  readonly kind: 'file-uuid' | 'page-uuid';
  readonly uuid: string;
  readonly span: Span;
  readonly place: ReferencePlace;
}

export interface NameReference {
  readonly kind: 'file-name' | 'page-id';
  readonly name: string;
  readonly span: Span;
  readonly place: ReferencePlace;
}

/** What holds the mention; it decides what Kirby does when the target is missing. */
export type ReferencePlace =
  /** An item of a YAML list or a value that is nothing else: `Cover: - file://…`. */
  | 'list'
  /** A string in a Layout or Blocks field: a block's field or a row setting. */
  | 'json'
  /** `(image: …)`, `(file: …)`, `(link: …)`. */
  | 'tag'
  /** A permalink `/@/file/…` in a link. */
  | 'permalink';

/** Where the bare id of a UUID stands: all that has to be changed to name another target. */
export function uuidSpan({ span, uuid }: UuidReference): Span {
  return { start: span.end - uuid.length, end: span.end };
}
