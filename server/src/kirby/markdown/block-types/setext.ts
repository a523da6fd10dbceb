import { headingNode } from '../attributes.ts';
import { stripEnd } from '../line.ts';
import { type BlockType, closed, paragraphBefore } from '../open-block.ts';

/** A paragraph underlined with `=` or `-`, however many lines it has. */
export const setext: BlockType = (line, open, { options }) => {
  const text = paragraphBefore(open);
  if (text === undefined || line.indent >= 4) return undefined;
  const marker = line.text.charAt(0);
  if (stripEnd(stripEnd(line.text, ' '), marker) !== '') return undefined;
  const node = headingNode(marker === '=' ? 'h1' : 'h2', text, options.extra, ' ');
  return { ...closed(node), replaces: true };
};
