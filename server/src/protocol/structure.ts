import type { Position, Range, TextEdit } from './position.ts';

/** Request: the rows and blocks of a document. `StructureParams` → `StructureResult | null`. */
export const structure = 'kirbyAuthor/structure';
/** Request: the edits of an operation on them. `StructureEditParams` → `StructureEditResult | null`. */
export const structureEdit = 'kirbyAuthor/structure/edit';
/** Request: the settings of a row. `RowSettingsParams` → `RowSettingsResult | null`. */
export const rowSettings = 'kirbyAuthor/structure/settings';
/** Request: rows or blocks as the Panel copies them. `StructureCopyParams` → `StructureCopyResult | null`. */
export const structureCopy = 'kirbyAuthor/structure/copy';

export interface StructureParams {
  readonly uri: string;
}

/** The Layout and Blocks fields of this very version, those that are empty or broken too. */
export interface StructureResult {
  readonly version: number;
  readonly fields: readonly StructureField[];
}

export interface StructureField {
  /** Its number among the fields of the document. */
  readonly index: number;
  readonly label: string;
  readonly holds: 'rows' | 'blocks';
  /** `false`: its JSON is broken, or no list. */
  readonly isReadable: boolean;
  readonly range: Range;
  /** The name of the field, which is selected for it. */
  readonly nameRange: Range;
  /** The block types that may be added. */
  readonly types: readonly { readonly type: string; readonly name: string }[];
  /** The column patterns of a new row. */
  readonly patterns: readonly (readonly string[])[];
  readonly parts: readonly StructurePart[];
}

/** The way to a row, a column or a block in the JSON of a field. */
export type StructurePath = readonly (string | number)[];

export interface StructurePart {
  /** `list`: a Blocks field in a block. */
  readonly kind: 'row' | 'column' | 'block' | 'list';
  readonly path: StructurePath;
  /** Kirby's id. */
  readonly id?: string;
  readonly label: string;
  readonly detail: string;
  /** Of a block. */
  readonly type?: string;
  readonly isHidden: boolean;
  /** The types that a block can become. */
  readonly convertible: readonly string[];
  /** Of a list: the block types that may be added. */
  readonly types?: StructureField['types'];
  readonly range: Range;
  readonly parts: readonly StructurePart[];
}

export interface StructurePlace {
  readonly field: number;
  readonly path: StructurePath;
}

/** Before the item at `index` of a list, as it stands before the operation. */
export interface StructureGap {
  readonly field: number;
  readonly list: StructurePath;
  readonly index: number;
}

export type StructureOperation =
  | { readonly kind: 'add-block'; readonly at: StructureGap; readonly type: string }
  | { readonly kind: 'add-row'; readonly at: StructureGap; readonly widths: readonly string[] }
  | {
      readonly kind: 'duplicate' | 'delete' | 'hide' | 'show' | 'wrap';
      readonly items: readonly StructurePlace[];
    }
  | {
      readonly kind: 'move';
      readonly items: readonly StructurePlace[];
      readonly to: StructureGap;
    }
  | { readonly kind: 'step'; readonly items: readonly StructurePlace[]; readonly by: -1 | 1 }
  | {
      readonly kind: 'columns';
      readonly item: StructurePlace;
      readonly widths: readonly string[];
    }
  /** Makes two blocks of one. */
  | { readonly kind: 'split'; readonly position: Position }
  | { readonly kind: 'merge'; readonly item: StructurePlace }
  /** Without values a setting becomes empty. */
  | {
      readonly kind: 'setting';
      readonly item: StructurePlace;
      readonly key: string;
      readonly values: readonly string[];
    }
  | { readonly kind: 'convert'; readonly item: StructurePlace; readonly type: string }
  | { readonly kind: 'paste'; readonly at: StructureGap; readonly text: string };

export interface StructureEditParams {
  readonly uri: string;
  /** The version that the places are of; the answer to any other one is a refusal. */
  readonly version: number;
  readonly operation: StructureOperation;
}

/** To be applied to this very version, as one step that can be undone. */
export interface StructureEditResult {
  readonly version: number;
  readonly edits: readonly TextEdit[];
  /** What is new or has moved, as it stands afterwards. */
  readonly selected: readonly StructurePlace[];
  /** What an author should know of the result. */
  readonly note?: string;
  /** Why nothing is changed; then there are no edits. */
  readonly refusal?: string;
}

export interface StructureCopyParams {
  readonly uri: string;
  readonly version: number;
  readonly items: readonly StructurePlace[];
}

export interface StructureCopyResult {
  readonly text: string;
}

/** Request: how much each Layout and Blocks field holds. `StructureParams` → `FieldCountsResult | null`. */
export const fieldCounts = 'kirbyAuthor/structure/counts';
/** Request: what is under the cursor. `CursorPlaceParams` → `CursorPlaceResult | null`. */
export const cursorPlace = 'kirbyAuthor/cursorPlace';

/** The fields that hold anything. */
export interface FieldCountsResult {
  readonly version: number;
  readonly fields: readonly {
    /** Its number among the fields of the document. */
    readonly index: number;
    readonly nameRange: Range;
    /** `3 rows, 7 blocks` */
    readonly parts: string;
  }[];
}

export interface CursorPlaceParams {
  readonly uri: string;
  readonly position: Position;
}

export interface CursorPlaceResult {
  /** The title of the blueprint; left out where the site knows none. */
  readonly blueprint?: string;
  readonly field?: string;
  readonly block?: string;
  /** In the block, or else in the field or the file. */
  readonly words: number;
  /** Whether keys can move a block or row here. */
  readonly isMovable: boolean;
  /** Whether a text can be edited by itself here. */
  readonly hasText: boolean;
}

export interface RowSettingsParams {
  readonly uri: string;
  readonly version: number;
  readonly item: StructurePlace;
}

/** What the blueprint lets a row have. */
export interface RowSettingsResult {
  readonly settings: readonly {
    readonly key: string;
    readonly label: string;
    readonly help?: string;
    /** `choice`: one of some; `list`: several; `number` and `text` are typed. */
    readonly kind: 'choice' | 'list' | 'number' | 'text';
    readonly values: readonly string[];
    readonly choices: readonly { readonly value: string; readonly detail?: string }[];
    /** Whether other values than the choices may be given. */
    readonly isOpen: boolean;
  }[];
}
