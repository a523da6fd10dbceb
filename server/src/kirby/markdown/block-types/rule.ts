import { element } from '../node.ts';
import { type BlockType, closed } from '../open-block.ts';

/** Three or more `*`, `-` or `_`, with or without blanks between them. */
export const rule: BlockType = (line) => {
  const signs = line.text.replaceAll(' ', '');
  const marker = line.text.charAt(0);
  if (signs.length < 3 || signs !== marker.repeat(signs.length)) return undefined;
  return closed(element('hr', { kind: 'void' }));
};
