import type { Range } from './position.ts';

/** Request: where texts of the content say something. It may be cancelled. `SearchParams` → `SearchResult`. */
export const search = 'kirbyAuthor/search';

export interface SearchParams {
  /** As it was typed; letter case and accents do not matter. */
  readonly query: string;
  /** Whether to wait until all content has been read. */
  readonly whenComplete?: boolean;
}

export interface SearchResult {
  /** The places of a page one after the other, those of drafts last. */
  readonly hits: readonly SearchHit[];
  /** Whether all content had been read; else the same question with `whenComplete` finds the rest. */
  readonly isComplete: boolean;
  /** Whether there may be more than what is listed. */
  readonly isLimited: boolean;
}

export interface SearchHit {
  readonly uri: string;
  readonly range: Range;
  /** The title of the page, or the name of the file that the content describes. */
  readonly title: string;
  /** What holds the text, as the Panel calls it: `Layout, Heading`. */
  readonly place: string;
  readonly excerpt: string;
  readonly status: 'published' | 'draft';
  /** `Deutsch`; left out for the default language. */
  readonly language?: string;
  /** The name of the site's folder; left out where there is one site only. */
  readonly site?: string;
}
