import { valueOf } from '../content-value.ts';
import { type Html, raw, snippet } from '../html.ts';
import type { BlockRenderer } from './renderer.ts';

/** `config/blocks/quote/quote.php`: both texts raw, the footer only when there is a citation. */
export const quote: BlockRenderer = (content) => {
  const text = valueOf(content, 'text').text;
  const citation = valueOf(content, 'citation');
  if (text === undefined) return undefined;
  if (citation.isEmpty) return blockquote(text, '');
  return citation.text === undefined ? undefined : blockquote(text, footer(citation.text));
};

function blockquote(text: string, end: Html | ''): Html {
  return snippet`<blockquote>
  ${raw(text)}  ${end}</blockquote>
`;
}

function footer(citation: string): Html {
  return snippet`  <footer>
    ${raw(citation)}  </footer>
  `;
}
