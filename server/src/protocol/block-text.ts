import type { Position, TextEdit } from './position.ts';

/** Request: the text under a cursor, to be edited by itself. `BlockTextAtParams` → `BlockTextAtResult | null`. */
export const blockTextAt = 'kirbyAuthor/blockText/at';
/** Request: the Layout or Blocks field at a cursor as a document, likewise. `BlockTextAtParams` → `BlockTextAtResult | null`. */
export const layoutDocumentAt = 'kirbyAuthor/layoutDocument/at';
/** Request: what such a text says now. `BlockTextReadParams` → `BlockTextReadResult | null`. */
export const blockTextRead = 'kirbyAuthor/blockText/read';
/** Request: the edits that an edit of such a text comes to. `BlockTextWriteParams` → `BlockTextWriteResult | null`. */
export const blockTextWrite = 'kirbyAuthor/blockText/write';

export interface BlockTextAtParams {
  readonly uri: string;
  readonly position: Position;
}

export interface BlockTextAtResult {
  readonly version: number;
  readonly address: BlockTextAddress;
  /** Equal for the same text of a document, wherever it moves. */
  readonly key: string;
  /** The text as an editor shows it: HTML with a paragraph a line; line breaks are `\n`. */
  readonly shown: string;
  /** An id of VS Code, which an editor need not know. */
  readonly languageId: string;
  /** `heading · About us` */
  readonly name: string;
  /** Where the text shows what is at the position; in a document, the block that holds it. */
  readonly cursor?: Position;
}

/** Where a text stood when it was last seen. To a client it is a word of the server's own. */
export interface BlockTextAddress {
  readonly way: readonly (string | number)[];
  readonly block?: { readonly id: string; readonly depth: number };
  readonly lists: readonly { readonly depth: number; readonly length: number }[];
  /** `layout`: a whole Layout or Blocks field as a document. */
  readonly kind: 'html' | 'plain' | 'layout';
}

export interface BlockTextReadParams {
  readonly uri: string;
  readonly address: BlockTextAddress;
  /** What the client shows of it, if it does. */
  readonly shown?: string;
}

export type BlockTextReadResult =
  | {
      readonly kind: 'found';
      readonly version: number;
      /** To be used from now on. */
      readonly address: BlockTextAddress;
      /** As in `BlockTextAtResult`. */
      readonly key: string;
      readonly languageId: string;
      /** Left out when it reads as the client shows it. */
      readonly shown?: string;
    }
  /** It is there no longer, or it cannot be told which one it is. */
  | { readonly kind: 'lost'; readonly version: number };

export interface BlockTextWriteParams {
  readonly uri: string;
  readonly address: BlockTextAddress;
  /** What the client showed when it and the document were last the same. */
  readonly before: string;
  /** What it shows now. */
  readonly after: string;
}

export type BlockTextWriteResult =
  | {
      readonly kind: 'edits';
      /** The version of the document that they are for. */
      readonly version: number;
      /** To be used from now on. */
      readonly address: BlockTextAddress;
      readonly edits: readonly TextEdit[];
      /** Whether the document has also changed the text, elsewhere in it: read it again. */
      readonly isMerged: boolean;
    }
  | {
      /**
       * `lost`: as in `BlockTextReadResult`; `changed`: the document has changed the same part, which
       * counts; `refused`: no edit would change this text and nothing else.
       */
      readonly kind: 'lost' | 'changed' | 'refused';
      readonly version: number;
      /** Of what is refused: what is wrong, and in which line, from zero. */
      readonly problem?: BlockTextProblem;
    };

export interface BlockTextProblem {
  readonly message: string;
  readonly line: number;
}
