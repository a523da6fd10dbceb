import { valueOf } from '../content-value.ts';
import { kirbytextHtml } from '../kirbytext.ts';
import type { BlockRenderer } from './renderer.ts';

/** `config/blocks/markdown/markdown.php`: KirbyText. */
export const markdown: BlockRenderer = (content, context) => {
  const text = valueOf(content, 'text').text;
  return text === undefined ? undefined : kirbytextHtml(text, context);
};
