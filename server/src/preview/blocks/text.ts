import { valueOf } from '../content-value.ts';
import { raw } from '../html.ts';
import type { BlockRenderer } from './renderer.ts';

/** `config/blocks/text/text.php`: the text, raw. The list block's snippet prints the same. */
export const text: BlockRenderer = (content) => {
  const value = valueOf(content, 'text').text;
  return value === undefined ? undefined : raw(value);
};
