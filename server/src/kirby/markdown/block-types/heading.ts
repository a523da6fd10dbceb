import { headingNode } from '../attributes.ts';
import { runLength, strip } from '../line.ts';
import { type BlockType, closed } from '../open-block.ts';

/** `# Heading`, `#Heading`, `## Heading ##`: no blank is needed after the signs. */
export const heading: BlockType = (line, _open, { options }) => {
  const level = runLength(line.text, '#', 0);
  if (level > 6) return undefined;
  const text = strip(strip(line.text, '#'), ' ');
  return closed(headingNode(`h${level}`, text, options.extra, ' #'));
};
