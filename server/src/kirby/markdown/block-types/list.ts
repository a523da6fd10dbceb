import { type Line, runLength } from '../line.ts';
import { element } from '../node.ts';
import { type BlockType, type OpenBlock, paragraphBefore } from '../open-block.ts';
import type { Run } from '../run.ts';
import { define } from './reference.ts';

/** `- item`, `* item`, `+ item`, `1. item`, `1) item` */
export const list: BlockType = (line, open, run) => {
  const marker = markerOf(line.text);
  if (marker === undefined) return undefined;
  const start = marker.number === undefined ? '1' : marker.number.replace(/^0+/, '') || '0';
  if (start !== '1' && paragraphBefore(open) !== undefined) return undefined;

  const items: string[][] = [marker.text === '' || marker.text === '0' ? [] : [marker.text]];
  let indent = line.indent;
  let isLoose = false;

  const keepGap = (): void => {
    if (block.gap === 0) return;
    items.at(-1)?.push('');
    isLoose = true;
    block.gap = 0;
  };

  const block: OpenBlock = {
    kind: 'other',
    gap: 0,
    take: (next) => {
      if (block.gap > 0 && items.at(-1)?.length === 0) return false;
      const required = indent + marker.width;
      if (next.indent < required) {
        const text = nextItem(next.text, marker.sign);
        if (text !== undefined) {
          keepGap();
          items.push([text]);
          indent = next.indent;
          return true;
        }
        if (markerOf(next.text) !== undefined) return false;
      }
      if (isDefinition(next, run)) return true;
      if (next.indent < required && block.gap > 0) return false;
      keepGap();
      items.at(-1)?.push(next.body.slice(Math.min(required, next.indent)));
      return true;
    },
    close: () => {
      if (isLoose) for (const lines of items) if (lines.at(-1) !== '') lines.push('');
      const nodes = items.map((lines) => element('li', { kind: 'item', lines }));
      const attributes = start === '1' ? [] : [['start', start] as const];
      const name = marker.number === undefined ? 'ul' : 'ol';
      return element(name, { kind: 'nodes', nodes }, attributes);
    },
  };
  return block;
};

interface Marker {
  /** `*`, `+`, `-`, `.` or `)`: what the next item must repeat. */
  readonly sign: string;
  /** The number of an ordered list, as it stands. */
  readonly number: string | undefined;
  /** How far the text of the item is indented from the start of its marker. */
  readonly width: number;
  readonly text: string;
}

function markerOf(text: string): Marker | undefined {
  const match = /^(?:([*+-])|(\d{1,9})([.)]))(?= |$)/.exec(text);
  if (match === null) return undefined;
  const [{ length }, bullet, number, dot] = match;
  const blanks = runLength(text, ' ', length);
  const sign = bullet ?? dot ?? '';
  // Five blanks or more: one belongs to the marker, the rest make the item begin with code.
  const width = length + (blanks >= 1 && blanks < 5 ? blanks : 1);
  return { sign, number, width, text: text.slice(width) };
}

/** The text of a line that begins the next item of the same list. */
function nextItem(text: string, sign: string): string | undefined {
  const length = sign === '.' || sign === ')' ? (/^\d+/.exec(text)?.[0].length ?? -1) : 0;
  if (length < 0 || text.charAt(length) !== sign) return undefined;
  const start = length + 1;
  if (start === text.length) return '';
  const blanks = runLength(text, ' ', start);
  return blanks === 0 ? undefined : text.slice(start + blanks);
}

function isDefinition(line: Line, run: Run): boolean {
  return line.text.startsWith('[') && define(line, run);
}
