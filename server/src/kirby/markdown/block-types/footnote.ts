import type { BlockType, OpenBlock } from '../open-block.ts';

/** `[^label]: text`: shown at the end of the document (Parsedown Extra). */
export const footnote: BlockType = (line, _open, run) => {
  const [, label, first] = /^\[\^(.+?)\]: ?(.*)$/.exec(line.text) ?? [];
  if (label === undefined || first === undefined) return undefined;
  let text = first;
  const block: OpenBlock = {
    kind: 'other',
    gap: 0,
    take: (next) => {
      const isLoose = block.gap > 0;
      if (/^\[\^.+?\]:/.test(next.text) || (isLoose && next.indent < 4)) return false;
      // The gap stays: Parsedown Extra takes every line after a blank one for a paragraph.
      text += (isLoose ? '\n\n' : '\n') + next.text;
      return true;
    },
    close: () => {
      run.definitions.footnotes.set(label, { text, count: 0, number: undefined });
      return undefined;
    },
  };
  return block;
};
