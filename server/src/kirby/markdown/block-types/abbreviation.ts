import { type BlockType, closed } from '../open-block.ts';

/** `*[HTML]: Hypertext Markup Language`: explains a word wherever it stands (Parsedown Extra). */
export const abbreviation: BlockType = (line, _open, { definitions }) => {
  const [, word, meaning] = /^\*\[(.+?)\]: *(.+?) *$/.exec(line.text) ?? [];
  if (word === undefined || meaning === undefined) return undefined;
  definitions.abbreviations.set(word, meaning);
  return closed(undefined);
};
