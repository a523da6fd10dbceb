import { element } from '../node.ts';
import type { BlockType, OpenBlock } from '../open-block.ts';

/** `> quote`, up to the next blank line; the lines after the first need no sign. */
export const quote: BlockType = (line) => {
  const lines = [unquote(line.text)];
  const block: OpenBlock = {
    kind: 'other',
    gap: 0,
    take: (next) => {
      if (block.gap > 0) return false;
      lines.push(next.text.startsWith('>') ? unquote(next.text) : next.text);
      return true;
    },
    close: () => element('blockquote', { kind: 'lines', lines }),
  };
  return block;
};

function unquote(text: string): string {
  return text.slice(text.charAt(1) === ' ' ? 2 : 1);
}
