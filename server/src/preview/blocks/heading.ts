import { orElse, valueOf } from '../content-value.ts';
import { raw, snippet } from '../html.ts';
import type { BlockRenderer } from './renderer.ts';

/**
 * `config/blocks/heading/heading.php`: the level is the element's name, taken literally, also when
 * there is no such element. An editor sees what is no level as a second-level heading.
 */
export const heading: BlockRenderer = (content, { audience }) => {
  const level = orElse(valueOf(content, 'level'), 'h2').text;
  const text = valueOf(content, 'text').text;
  if (level === undefined || text === undefined) return undefined;
  const isLevel = /^[Hh][1-6]$/.test(level);
  const element = raw(audience === 'editor' && !isLevel ? 'h2' : level);
  return snippet`<${element}>${raw(text)}</${element}>
`;
};
