import type { BlockTextAddress } from './block-text.ts';
import type { Position, Range, TextEdit } from './position.ts';

/** Request: what dropping or pasting files at a place does. `InsertFilesParams` → `InsertFilesResult | null`. */
export const insertFiles = 'kirbyAuthor/insertFiles';
/** Request: what pasting an address over a selection does. `InsertLinkParams` → `InsertLinkResult | null`. */
export const insertLink = 'kirbyAuthor/insertLink';
/** Request: the metadata of a file, there or not. `MetadataParams` → `MetadataResult | null`. */
export const metadata = 'kirbyAuthor/metadata';

export interface InsertFilesParams {
  readonly uri: string;
  /** What is replaced; empty for a mere place. */
  readonly range: Range;
  readonly files: readonly GivenFile[];
  /** The tab whose text the range is in, and the edits are to be in. */
  readonly tab?: { readonly address: BlockTextAddress; readonly shown: string };
}

export interface GivenFile {
  /** `Über uns.JPG` */
  readonly name: string;
  /** Where the file stands, when it stands anywhere. */
  readonly uri?: string;
}

/** `null` where nothing sensible can be done. To be applied to this very version, in one step. */
export interface InsertFilesResult {
  readonly version: number;
  /** What it does. */
  readonly title: string;
  /** In the document, or in the tab. */
  readonly edits: readonly TextEdit[];
  /** Where the given files, by their index, have to be copied to. */
  readonly copies: readonly { readonly index: number; readonly uri: string }[];
  /** Texts of files that are made besides. */
  readonly texts: readonly NewText[];
}

export interface NewText {
  readonly uri: string;
  readonly text: string;
}

export interface InsertLinkParams {
  readonly uri: string;
  /** The selection. */
  readonly range: Range;
  /** What is pasted over it. */
  readonly address: string;
}

/** To be applied to this very version, as one step that can be undone. */
export interface InsertLinkResult {
  readonly version: number;
  /** What it does. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

export interface MetadataParams {
  /** Of the file, or of the document that mentions it. */
  readonly uri: string;
  /** Of the mention in the document. */
  readonly position?: Position;
}

/** `null` for everything but files of a site. */
export interface MetadataResult {
  /** Of the file: `photo.jpg`. */
  readonly name: string;
  /** Of the metadata. */
  readonly uri: string;
  /** What to write; left out when the metadata is there. */
  readonly text?: string;
}
