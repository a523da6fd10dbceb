import type { Line } from './line.ts';
import type { MarkdownNode } from './node.ts';
import type { Run } from './run.ts';

/** A block that is being read, line by line. */
export interface OpenBlock {
  readonly kind: 'paragraph' | 'other';
  /** The text so far, of a paragraph. */
  readonly text?: string;
  /** Blank lines since its last line. */
  gap: number;
  /**
   * Offers the next line that is not blank; `false`: the block ends before it. Blocks without this
   * are a single line long.
   */
  readonly take?: (line: Line) => boolean;
  /** The block when its last line is read; `undefined`: nothing is shown. */
  readonly close: () => MarkdownNode | undefined;
  /** Instead of the open block, not after it: an underline makes a paragraph a heading. */
  readonly replaces?: boolean;
}

/** Reads a line as the first one of a block of some type; `undefined`: it is none. */
export type BlockType = (
  line: Line,
  open: OpenBlock | undefined,
  run: Run,
) => OpenBlock | undefined;

/** The text of the paragraph that the line would continue. */
export function paragraphBefore(open: OpenBlock | undefined): string | undefined {
  return open?.kind === 'paragraph' && open.gap === 0 ? open.text : undefined;
}

/** A block of one line. */
export function closed(node: MarkdownNode | undefined): OpenBlock {
  return { kind: 'other', gap: 0, close: () => node };
}
