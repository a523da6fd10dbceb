/**
 * Request: what the UUIDs mean in a text that shows a part of a content file in another form.
 * `ShownNamesParams` → `ShownNamesResult`.
 */
export const shownNames = 'kirbyAuthor/shownNames';

export interface ShownNamesParams {
  /** The content file. */
  readonly uri: string;
  readonly text: string;
}

export interface ShownNamesResult {
  /** All of the text, those that lead nowhere as well. */
  readonly references: readonly {
    /** In the text, from `file://` to the end of the id. */
    readonly start: number;
    readonly end: number;
    /** The name to show behind it; left out where there is none, or the author wants none. */
    readonly label?: string;
    readonly uri?: string;
  }[];
}
