import { runLength, strip, stripEnd } from '../line.ts';
import { element } from '../node.ts';
import type { BlockType, OpenBlock } from '../open-block.ts';

/** Three or more backticks or tildes. One that is never closed keeps the line break before its text. */
export const fence: BlockType = (line) => {
  const marker = line.text.charAt(0);
  const length = runLength(line.text, marker, 0);
  const info = strip(line.text.slice(length), '\t ');
  if (length < 3 || info.includes('`')) return undefined;

  const language = /^[^ \t\n\f\r]*/.exec(info)?.[0] ?? '';
  let text = '';
  let isClosed = false;
  const block: OpenBlock = {
    kind: 'other',
    gap: 0,
    take: (next) => {
      if (isClosed) return false;
      text += '\n'.repeat(block.gap);
      block.gap = 0;
      const end = runLength(next.text, marker, 0);
      isClosed = end >= length && stripEnd(next.text.slice(end), ' ') === '';
      text = isClosed ? text.slice(1) : text + '\n' + next.body;
      return true;
    },
    close: () =>
      element('pre', {
        kind: 'code',
        attributes: info === '' ? [] : [['class', `language-${language}`]],
        text,
      }),
  };
  return block;
};
