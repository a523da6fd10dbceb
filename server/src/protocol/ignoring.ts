import type { TextEdit } from './position.ts';

/**
 * The command of the client that a code action calls: it adds a wish to the config of the project and
 * saves that. Its one argument is an `IgnoreWishParams`.
 */
export const ignoreProblem = 'kirbyAuthor.ignoreProblem';

/** Request: the edits of a config. `IgnoreEditsParams` → `IgnoreEditsResult | null`. */
export const ignoreEdits = 'kirbyAuthor/ignoreEdits';

export interface IgnoreWishParams {
  /** The URI of the config, which need not be there. */
  readonly config: string;
  /** The rule. */
  readonly code: string;
  /** The file in which nothing is to be said of it, from the folder of the config; absent: anywhere. */
  readonly path?: string;
}

export interface IgnoreEditsParams extends IgnoreWishParams {
  /** What the config holds, as the editor has it; empty for one that is not there. */
  readonly text: string;
}

export interface IgnoreEditsResult {
  readonly edits: readonly TextEdit[];
}
