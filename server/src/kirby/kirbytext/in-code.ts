import type { Span } from '../text/span.ts';

/** How far a pair of backticks reaches, at most. */
const REACH = 300;

/**
 * Tells whether a place of a text stands in code, as Markdown and HTML have it: between as many backticks on
 * one line, in a block between fences or one that is indented, in `<pre>` and `<code>`; or in a comment, which
 * nobody sees. Kirby replaces tags there as well, but who writes about tags means to show them. The
 * blocks are looked for once, when first asked for.
 */
export function codeIn(text: string): (offset: number) => boolean {
  let blocks: readonly Span[] | undefined;
  return (offset) => {
    blocks ??= [...fencedBlocks(text), ...markedBlocks(text), ...indentedBlocks(text)];
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

/** Code and comments of HTML; what is never closed reaches to the end. */
function markedBlocks(text: string): readonly Span[] {
  if (!text.includes('<')) return [];
  const marked = /<(pre|code)\b[^]*?(?:<\/\1>|$)|<!--[^]*?(?:-->|$)/gi;
  return [...text.matchAll(marked)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
}

/** Lines that are code by their indentation: a block of them begins after a blank line, or the text. */
function indentedBlocks(text: string): readonly Span[] {
  const blocks: Span[] = [];
  let start: number | undefined;
  let mayBegin = true;
  for (const { 0: line, index } of text.matchAll(/[^\n]*\n?/g)) {
    const isIndented = /^(?: {4}|\t)/.test(line);
    if (isIndented && mayBegin) start ??= index;
    else if (!isIndented && start !== undefined) {
      blocks.push({ start, end: index });
      start = undefined;
    }
    mayBegin = start !== undefined || line.trim() === '';
  }
  if (start !== undefined) blocks.push({ start, end: text.length });
  return blocks;
}

function isBetweenBackticks(text: string, offset: number): boolean {
  const [before = ''] = text
    .slice(Math.max(0, offset - REACH), offset)
    .split('\n')
    .slice(-1);
  const [after = ''] = text.slice(offset, offset + REACH).split('\n', 1);
  if (!before.includes('`') || !after.includes('`')) return false;
  // A pair that is being filled, too.
  if ((before.split('`').length - 1) % 2 === 1) return true;
  const spans = `${before}${after}`.matchAll(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g);
  return [...spans].some(
    ({ 0: span, index }) => index < before.length && before.length < index + span.length,
  );
}
