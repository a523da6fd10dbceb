import type { MappedText } from '../text/mapped-text.ts';
import type { Span } from '../text/span.ts';

/**
 * A content file, split into its fields. Parsing never fails: what Kirby drops is listed in
 * `dropped`, so that a rule can say so.
 *
 * The examples below speak of this file:
 * ```text
 * Title: Hello
 *
 * ----
 *
 * My-Text: World
 * ```
 */
export interface ContentDocument {
  readonly text: string;
  /** All fields in the order of the file, also those that a later one of the same name overrides. */
  readonly fields: readonly Field[];
  /** The dividers: from the first hyphen to the end of the hyphens and blanks that Kirby swallows. */
  readonly dividers: readonly Span[];
  /** Chunks between dividers that Kirby throws away: no colon, or an empty name. Blank ones are not listed. */
  readonly dropped: readonly Span[];
}

export interface Field {
  /** As Kirby keys it: ASCII lower case, `-` and blanks as `_`: `my_text`. */
  readonly name: string;
  /** The name as it stands: `My-Text`. */
  readonly nameSpan: Span;
  /** From the name to the end of the value: `My-Text: World`. */
  readonly span: Span;
  /** The value, trimmed as PHP trims: `World`. Empty at the place where a value would stand when there is none. */
  readonly valueSpan: Span;
  /** The value as Kirby reads it, `\----` unescaped. */
  readonly value: MappedText;
}
