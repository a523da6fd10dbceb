import { type BlockType } from '../open-block.ts';

/** `<!-- … -->`, up to the line that holds its end; blank lines inside vanish. */
export const comment: BlockType = (line, _open, { options }) => {
  if (options.safe || !line.text.startsWith('<!--')) return undefined;
  let html = line.body;
  let isClosed = line.text.includes('-->');
  return {
    kind: 'other',
    gap: 0,
    take: (next) => {
      if (isClosed) return false;
      html += '\n' + next.body;
      isClosed = next.text.includes('-->');
      return true;
    },
    close: () => ({ kind: 'html', html }),
  };
};
