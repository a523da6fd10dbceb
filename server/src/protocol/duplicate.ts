import type { NewText } from './insertion.ts';

/** Request: what a copy of a page or file consists of. `DuplicateParams` → `DuplicateResult | null`. */
export const duplicate = 'kirbyAuthor/duplicate';

export interface DuplicateParams {
  /** The folder of a page, a file, or the content file of either. */
  readonly uri: string;
}

/** `null` where there is nothing to copy, or a content file is not as the site knows it. */
export interface DuplicateResult {
  /** A folder, of which all is copied but `_changes`; or a file and its metadata. */
  readonly copies: readonly { readonly from: string; readonly to: string }[];
  /** The copied content files that differ from their originals, which have other UUIDs. */
  readonly texts: readonly NewText[];
  /** What to show of the copy. */
  readonly shown?: string;
}
