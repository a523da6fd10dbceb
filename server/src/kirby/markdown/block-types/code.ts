import { element } from '../node.ts';
import { type BlockType, type OpenBlock, paragraphBefore } from '../open-block.ts';

/** Lines indented by four; such a line does not interrupt a paragraph. */
export const code: BlockType = (line, open) => {
  if (line.indent < 4 || paragraphBefore(open) !== undefined) return undefined;
  let text = line.body.slice(4);
  const block: OpenBlock = {
    kind: 'other',
    gap: 0,
    take: (next) => {
      if (next.indent < 4) return false;
      text += '\n'.repeat(block.gap + 1) + next.body.slice(4);
      block.gap = 0;
      return true;
    },
    close: () => element('pre', { kind: 'code', attributes: [], text }),
  };
  return block;
};
