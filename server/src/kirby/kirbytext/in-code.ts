import type { Span } from '../text/span.ts';

/** How far a pair of backticks reaches, at most. */
const REACH = 300;

/**
 * Tells whether a place of a text stands in code, as Markdown has it: between backticks on one line,
 * or in a block between fences. Kirby replaces tags there as well, but who writes about tags means
 * to show them. The fences are looked for once, when first asked for.
 */
export function codeIn(text: string): (offset: number) => boolean {
  let blocks: readonly Span[] | undefined;
  return (offset) => {
    blocks ??= fencedBlocks(text);
    return (
      blocks.some(({ start, end }) => start <= offset && offset < end) ||
      isBetweenBackticks(text, offset)
    );
  };
}

function fencedBlocks(text: string): readonly Span[] {
  const blocks: Span[] = [];
  let open: { readonly fence: string; readonly start: number } | undefined;
  for (const { 0: line, 1: fence = '', index } of text.matchAll(/^ {0,3}(`{3,}|~{3,})[^\n]*/gm)) {
    if (open === undefined) open = { fence, start: index };
    else if (fence.startsWith(open.fence) && line.trim() === fence) {
      blocks.push({ start: open.start, end: index });
      open = undefined;
    }
  }
  // A block that is never closed reaches to the end.
  if (open !== undefined) blocks.push({ start: open.start, end: text.length });
  return blocks;
}

function isBetweenBackticks(text: string, offset: number): boolean {
  const [before = ''] = text
    .slice(Math.max(0, offset - REACH), offset)
    .split('\n')
    .slice(-1);
  const [after = ''] = text.slice(offset, offset + REACH).split('\n', 1);
  return (before.split('`').length - 1) % 2 === 1 && after.includes('`');
}
