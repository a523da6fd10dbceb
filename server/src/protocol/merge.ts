import type { Position, TextEdit } from './position.ts';

/** Request: what differs in a merge conflict of rows and blocks. `MergeParams` → `MergeResult | null`. */
export const merge = 'kirbyAuthor/merge';
/** Request: the edits that resolve it. `MergeEditParams` → `MergeEditResult | null`. */
export const mergeEdit = 'kirbyAuthor/merge/edit';

export interface MergeParams {
  readonly uri: string;
  /** In the conflict, or in the field that it is in. */
  readonly position: Position;
  /** The file before both sides, if the client knows it. */
  readonly base?: string;
}

export interface MergeResult {
  readonly version: number;
  /** The names of the fields that are resolved. */
  readonly fields: readonly string[];
  readonly differences: readonly MergeDifference[];
  /** Why it cannot be merged; then there are no differences. */
  readonly refusal?: string;
  /** Whether there is a conflict of which one side can be kept. */
  readonly canKeepSide: boolean;
}

export interface MergeDifference {
  readonly id: string;
  /** `Changed: Text, Row 2` */
  readonly title: string;
  /** What each side has, as it is read. */
  readonly ours: string;
  readonly theirs: string;
  readonly preset: 'ours' | 'theirs';
  /** `false`: both sides have changed it, or nobody knows what it was. */
  readonly isDecided: boolean;
  readonly canBoth: boolean;
}

export interface MergeEditParams extends MergeParams {
  /** The version that the choices are for; the answer to any other one is a refusal. */
  readonly version: number;
  /** Whole sides, or what is chosen for each difference; the others are as they are preset. */
  readonly keep:
    | 'ours'
    | 'theirs'
    | readonly { readonly id: string; readonly choice: 'ours' | 'theirs' | 'both' }[];
}

/** To be applied to this very version, as one step that can be undone. */
export interface MergeEditResult {
  readonly version: number;
  readonly edits: readonly TextEdit[];
  /** Why nothing is changed; then there are no edits. */
  readonly refusal?: string;
}
