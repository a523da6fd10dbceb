import { phpTrim } from '../../text/php.ts';
import type { Attributes } from '../escape.ts';
import { strip, stripEnd } from '../line.ts';
import { element, inline, type MarkdownNode } from '../node.ts';
import { type BlockType, type OpenBlock, paragraphBefore } from '../open-block.ts';

type Alignment = 'left' | 'center' | 'right' | undefined;

/** A paragraph of one line, underlined with `---|:-:`, becomes the head of a table. */
export const table: BlockType = (line, open) => {
  const head = paragraphBefore(open);
  if (head === undefined || head.includes('\n') || !isDivider(line.text, head)) return undefined;
  const alignments = cellsOf(line.text).map(alignmentOf);
  const heads = cellsOf(head);
  if (alignments.includes('none') || heads.length !== alignments.length) return undefined;
  const styles = alignments.map((alignment) => (alignment === 'none' ? undefined : alignment));

  const rows: MarkdownNode[] = [];
  const block: OpenBlock = {
    kind: 'other',
    gap: 0,
    replaces: true,
    take: (next) => {
      const isRow = styles.length === 1 || next.text.includes('|');
      if (block.gap > 0 || !isRow) return false;
      rows.push(row('td', rowCells(next.text), styles));
      return true;
    },
    close: () =>
      element('table', {
        kind: 'nodes',
        nodes: [
          element('thead', { kind: 'nodes', nodes: [row('th', heads, styles)] }),
          element('tbody', { kind: 'nodes', nodes: rows }),
        ],
      }),
  };
  return block;
};

function isDivider(text: string, head: string): boolean {
  return (head.includes('|') || /[|:]/.test(text)) && stripEnd(text, ' -:|') === '';
}

function cellsOf(text: string): readonly string[] {
  return strip(phpTrim(text), '|').split('|').map(phpTrim);
}

/** Of a cell of the divider; `none`: an empty cell, which makes it no divider. */
function alignmentOf(cell: string): Alignment | 'none' {
  if (cell === '') return 'none';
  const isLeft = cell.startsWith(':');
  if (cell.endsWith(':')) return isLeft ? 'center' : 'right';
  return isLeft ? 'left' : undefined;
}

/** The cells of a body row: `\|` and what stands between backticks divide nothing, empty cells vanish. */
function rowCells(text: string): readonly string[] {
  const cells = strip(phpTrim(text), '|').match(/(?:\\\||[^|`]|`[^`]+`|`)+/g) ?? [];
  return cells.map(phpTrim);
}

function row(name: string, cells: readonly string[], styles: readonly Alignment[]): MarkdownNode {
  const nodes = cells
    .slice(0, styles.length)
    .map((cell, index) => element(name, inline(cell), styleOf(styles[index])));
  return element('tr', { kind: 'nodes', nodes });
}

function styleOf(alignment: Alignment): Attributes {
  return alignment === undefined ? [] : [['style', `text-align: ${alignment};`]];
}
