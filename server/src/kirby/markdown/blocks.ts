import { code } from './block-types/code.ts';
import { blockTypesOf } from './block-types/index.ts';
import { type Line, readLine } from './line.ts';
import { element, inline, type MarkdownNode } from './node.ts';
import type { OpenBlock } from './open-block.ts';
import type { Run } from './run.ts';

/**
 * The blocks of some lines, in order (`Parsedown::linesElements()`). A line goes to the block that is
 * open when that takes it, begins another block when it looks like one, and is text otherwise. A block
 * that only defines something is `undefined`.
 */
export function readBlocks(
  lines: readonly string[],
  run: Run,
): readonly (MarkdownNode | undefined)[] {
  const nodes: (MarkdownNode | undefined)[] = [];
  let open: OpenBlock | undefined;
  const close = (): void => {
    if (open !== undefined) nodes.push(open.close());
  };

  for (const source of lines) {
    const line = readLine(source);
    if (line === undefined) {
      if (open !== undefined) open.gap++;
      continue;
    }
    if (open?.kind === 'other' && open.take?.(line) === true) continue;
    const begun = begin(line, open, run);
    if (begun === undefined && open?.kind === 'paragraph' && open.take?.(line) === true) continue;
    if (begun?.replaces !== true) close();
    open = begun ?? paragraph(line);
  }
  close();
  return nodes;
}

function begin(line: Line, open: OpenBlock | undefined, run: Run): OpenBlock | undefined {
  const indented = code(line, open, run);
  if (indented !== undefined) return indented;
  for (const type of blockTypesOf(line.text.charAt(0), run.options.extra)) {
    const begun = type(line, open, run);
    if (begun !== undefined) return begun;
  }
  return undefined;
}

/** Text; it ends at a blank line, and where a line begins another block. */
function paragraph({ text: first }: Line): OpenBlock {
  let text = first;
  const block: OpenBlock = {
    kind: 'paragraph',
    gap: 0,
    get text() {
      return text;
    },
    take: (next) => {
      if (block.gap > 0) return false;
      text += '\n' + next.text;
      return true;
    },
    close: () => element('p', inline(text)),
  };
  return block;
}
