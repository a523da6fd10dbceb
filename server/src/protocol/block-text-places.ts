import type { BlockTextAddress } from './block-text.ts';
import type { Position, Range } from './position.ts';

/** Request: where places of such a text and of its file are. `BlockTextPlacesParams` → `BlockTextPlacesResult | null`. */
export const blockTextPlaces = 'kirbyAuthor/blockText/places';
/** Request: what may be written into such a text. `BlockTextCompleteParams` → `BlockTextCompleteResult | null`. */
export const blockTextComplete = 'kirbyAuthor/blockText/complete';

/** A text as a tab shows it, with `\n` as its line breaks. */
export interface ShownBlockText {
  readonly uri: string;
  readonly address: BlockTextAddress;
  readonly shown: string;
}

export interface BlockTextPlacesParams extends ShownBlockText {
  /** In the shown text. */
  readonly positions: readonly Position[];
  /** In the file. */
  readonly ranges: readonly Range[];
}

/** The same places on the other side. No answer: the file says something else by now. */
export interface BlockTextPlacesResult {
  readonly version: number;
  readonly positions: readonly Position[];
  /** `null`: it is about something else. */
  readonly ranges: readonly (Range | null)[];
}

export interface BlockTextCompleteParams extends ShownBlockText {
  /** In the shown text. */
  readonly position: Position;
}

/** Suggestions as in the Language Server Protocol, with ranges in the shown text. */
export interface BlockTextCompleteResult {
  readonly isIncomplete: boolean;
  readonly items: readonly {
    readonly label: string;
    readonly detail?: string;
    readonly documentation?: string;
    readonly kind: string;
    readonly range: Range;
    readonly newText: string;
    readonly sortText?: string;
    readonly filterText?: string;
  }[];
}
