import { asciiLower } from '../../text/php.ts';
import { blockTag } from '../html-tag.ts';
import type { BlockType, OpenBlock } from '../open-block.ts';
import { textLevel } from '../text-level.ts';
import { extraMarkup } from './extra-markup.ts';

/**
 * HTML that begins a line, up to the next blank one, unless it begins with an element that stands in
 * a line of text.
 */
export const markup: BlockType = (line, open, run) => {
  if (run.options.safe) return undefined;
  if (run.options.extra) return extraMarkup(line, open, run);
  const tag = blockTag(line.text);
  if (tag === undefined || textLevel.has(asciiLower(tag.name))) return undefined;
  let html = line.text;
  const block: OpenBlock = {
    kind: 'other',
    gap: 0,
    take: (next) => {
      if (block.gap > 0) return false;
      html += '\n' + next.body;
      return true;
    },
    close: () => ({ kind: 'html', html }),
  };
  return block;
};
