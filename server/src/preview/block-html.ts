import type { Block } from '../kirby/blocks/block.ts';
import { rendererOf } from './blocks/index.ts';
import { type Html, raw } from './html.ts';
import type { RenderContext } from './model.ts';

/** `Block::toHtml()`, for the page: the HTML of Kirby's snippet, or nothing. */
export function blockHtml(block: Block, context: RenderContext): Html {
  return rendererOf(block.type)?.(block.content, context) ?? nothing;
}

const nothing = raw('');
