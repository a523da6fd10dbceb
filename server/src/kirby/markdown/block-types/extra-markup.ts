import { asciiLower } from '../../text/php.ts';
import { startTag } from '../html-tag.ts';
import { type BlockType, type OpenBlock } from '../open-block.ts';
import { textLevel } from '../text-level.ts';

const voids: ReadonlySet<string> = new Set(
  'area base br col command embed hr img input link meta param source'.split(' '),
);

/**
 * HTML in Parsedown Extra: an element, up to the line that ends with its end tag. Elements of the
 * same name inside count, so that it ends with the right one.
 */
export const extraMarkup: BlockType = (line) => {
  const tag = startTag(line.text);
  if (tag === undefined || textLevel.has(asciiLower(tag.name))) return undefined;
  const rest = line.text.slice(tag.end);
  const isVoid = tag.closesItself || voids.has(tag.name);
  if (isVoid && rest.trim() !== '') return undefined;

  const name = asciiLower(tag.name);
  let html = line.text;
  let depth = 0;
  let isClosed = isVoid || endsWithTag(rest, name);
  const block: OpenBlock = {
    kind: 'other',
    gap: 0,
    take: (next) => {
      if (isClosed) return false;
      const inner = next.text.startsWith('<') ? startTag(next.text) : undefined;
      if (inner?.closesItself === false && asciiLower(inner.name) === name) depth++;
      if (endsWithTag(next.text, name)) {
        if (depth > 0) depth--;
        else isClosed = true;
      }
      html += (block.gap > 0 ? '\n\n' : '\n') + next.body;
      block.gap = 0;
      return true;
    },
    close: () => (isVoid ? { kind: 'html', html } : { kind: 'markup', html }),
  };
  return block;
};

function endsWithTag(text: string, name: string): boolean {
  return asciiLower(text).trimEnd().endsWith(`</${name}>`);
}
