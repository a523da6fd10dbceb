import { phpTrim } from '../../text/php.ts';
import { element, inline, type MarkdownNode } from '../node.ts';
import type { BlockType, OpenBlock } from '../open-block.ts';

interface Definition {
  text: string;
  /** It holds blocks, not a line: a blank line stands before it or in it. */
  isLoose: boolean;
}

/** A paragraph and, after it, `: definition`: each of its lines is a term (Parsedown Extra). */
export const definitionList: BlockType = (line, open) => {
  if (open?.text === undefined || !line.text.startsWith(':')) return undefined;
  const terms = open.text.split('\n').map((term) => element('dt', inline(term)));
  const definitions: Definition[] = [{ text: phpTrim(line.text.slice(1)), isLoose: open.gap > 0 }];
  const block: OpenBlock = {
    kind: 'other',
    gap: 0,
    replaces: true,
    take: (next) => {
      const isLoose = block.gap > 0;
      if (next.text.startsWith(':')) {
        definitions.push({ text: phpTrim(next.text.slice(1)), isLoose });
      } else {
        const last = definitions.at(-1);
        if ((isLoose && next.indent === 0) || last === undefined) return false;
        last.text += (isLoose ? '\n\n\n' : '\n') + next.body.slice(Math.min(next.indent, 4));
        last.isLoose ||= isLoose;
      }
      block.gap = 0;
      return true;
    },
    close: () => element('dl', { kind: 'nodes', nodes: [...terms, ...definitions.map(nodeOf)] }),
  };
  return block;
};

function nodeOf({ text, isLoose }: Definition): MarkdownNode {
  return element('dd', isLoose ? { kind: 'document', text } : inline(text));
}
