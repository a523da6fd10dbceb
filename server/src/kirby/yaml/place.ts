import type { MappedText } from '../text/mapped-text.ts';
import type { Span } from '../text/span.ts';

/**
 * How a scalar is written. `alias`: it stands elsewhere, and a name stands for it here; its spans
 * are those of the name.
 */
export type YamlStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded' | 'alias';

/** How and where a value stands; the spans are in the document. */
export interface Written {
  readonly style: YamlStyle;
  /** Without quotation marks, comment and the header of a block. */
  readonly span: Span;
  /** With them. */
  readonly outer: Span;
  /** A text with the way back to the document. */
  readonly text: MappedText | undefined;
}

/** Where a value stands in the text it was read from; worked out only when somebody asks. */
export interface Place {
  /** Whether the value stands elsewhere and only its name here. */
  readonly isAlias: boolean;
  /** The key without quotation marks; `undefined` for an item. */
  keySpan(source: MappedText): Span | undefined;
  /** @param text what was read, when that is a text */
  written(text: string | undefined, source: MappedText): Written;
}
