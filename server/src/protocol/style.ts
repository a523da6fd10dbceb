import type { Position, TextEdit } from './position.ts';

/**
 * Request: the edits that spell JSON another way. It may be cancelled.
 * `ConvertStyleParams` → `ConvertStyleResult | null`.
 */
export const convertStyle = 'kirbyAuthor/convertStyle';

export interface ConvertStyleParams {
  readonly uri: string;
  /** `é` or `\u00e9`, with line breaks or without. */
  readonly spelling: 'readable' | 'escaped' | 'pretty' | 'minified';
  readonly scope: 'field' | 'file' | 'site';
  /** In the field that is meant. */
  readonly position?: Position;
}

export interface ConvertStyleResult {
  /** Those that change, in the order of their paths. */
  readonly files: readonly {
    readonly uri: string;
    /** Left out for a file that is not open. */
    readonly version?: number;
    readonly edits: readonly TextEdit[];
  }[];
  /** How many fields stay as they are because they cannot be read. */
  readonly refused: number;
}
