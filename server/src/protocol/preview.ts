import type { Position, Range, TextEdit } from './position.ts';
import type { StructurePlace } from './structure.ts';

/** Notification to the server: a preview shows a document from now on. `PreviewOpenParams`. */
export const previewOpen = 'kirbyAuthor/preview/open';
/** Notification to the server: a preview is gone or hidden. `PreviewCloseParams`. */
export const previewClose = 'kirbyAuthor/preview/close';
/** Notification to the client: what changed in a preview. `PreviewUpdate`. */
export const previewUpdate = 'kirbyAuthor/preview/update';
/** Request: where a fragment of a preview stands in the text. `PreviewRevealParams` → `PreviewRevealResult | null`. */
export const previewReveal = 'kirbyAuthor/preview/reveal';
/** Request: which fragment a place in the text belongs to. `PreviewKeyAtParams` → `PreviewKeyAtResult | null`. */
export const previewKeyAt = 'kirbyAuthor/preview/keyAt';
/** Request: the repair of the first field that cannot be read. `PreviewFixParams` → `PreviewFixResult | null`. */
export const previewFix = 'kirbyAuthor/preview/fix';

/**
 * Opening an id that is open already starts it anew: the next update is a full one. The document
 * must be open in the language server; until it is, there are no updates.
 */
export interface PreviewOpenParams {
  /** Chosen by the client, the same in every message about this preview. */
  readonly id: string;
  readonly uri: string;
}

export interface PreviewCloseParams {
  readonly id: string;
}

/**
 * The difference between what a preview shows and what it has to show. Updates follow each change
 * without delay and build on one another.
 */
export interface PreviewUpdate {
  readonly id: string;
  readonly uri: string;
  /** The version of the document that is rendered. */
  readonly version: number;
  /** Whether this is the whole page: whatever is on show and not mentioned here goes. */
  readonly full: boolean;
  /** Keys of the top level, in order; left out while they stay the same. */
  readonly roots?: readonly string[];
  /** New and changed fragments only. */
  readonly fragments: readonly PreviewFragment[];
  /** Keys of fragments that are gone. */
  readonly removed: readonly string[];
  /** Fields that cannot be read now. Their last good rendering stays. */
  readonly broken: readonly BrokenField[];
  /** URI of the folder that relative addresses in the fragments start from. */
  readonly baseFolder: string;
  readonly title: string;
  /** Language code of the content, as in HTML's `lang`; empty when it is not known. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

export interface PreviewFragment {
  readonly key: string;
  /**
   * One element. Where a child belongs it holds a `<kirby-slot data-key="KEY"></kirby-slot>`, and
   * the child's key starts with the parent's and a slash. Not sanitised yet.
   */
  readonly html: string;
}

export interface BrokenField {
  readonly field: string;
  readonly message: string;
}

export interface PreviewRevealParams {
  readonly uri: string;
  readonly key: string;
  /** A key of the content of a block: where its value stands is asked, rather than the block. */
  readonly part?: string;
}

export interface PreviewRevealResult {
  /** The version that everything else is of. */
  readonly version: number;
  readonly range: Range;
  /** What the fragment is in the view *Structure*. */
  readonly place: StructurePlace;
}

export interface PreviewKeyAtParams {
  readonly uri: string;
  readonly position: Position;
  /** Whether what is due is rendered first: the document has just changed. */
  readonly isFresh?: boolean;
}

export interface PreviewKeyAtResult {
  readonly key: string;
  /** Where the fragment stands. */
  readonly range: Range;
}

export interface PreviewFixParams {
  readonly uri: string;
}

/** To be applied to this very version, as one step that can be undone. */
export interface PreviewFixResult {
  readonly version: number;
  /** What the repair does. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
}
