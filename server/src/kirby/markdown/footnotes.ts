import { attributesText, safeAddress } from './escape.ts';
import { element, type MarkdownNode } from './node.ts';
import { documentBlocks, nodesHtml } from './render.ts';
import type { Footnote, Run } from './run.ts';

/**
 * The footnotes that a text refers to, in that order, each with the ways back
 * (`ParsedownExtra::buildFootnoteElement()`). The list stands there also when all of them are unused.
 */
export function footnotesHtml(footnotes: ReadonlyMap<string, Footnote>, run: Run): string {
  const used = [...footnotes]
    .filter(([, { number }]) => number !== undefined)
    .sort(([, a], [, b]) => (a.number ?? 0) - (b.number ?? 0));
  const items = used.map(([label, footnote]) => itemHtml(label, footnote, run));
  const list = items.map((item) => `${item}\n`).join('');
  return `<div class="footnotes">\n<hr />\n<ol>\n${list}</ol>\n</div>`;
}

function itemHtml(label: string, footnote: Footnote, run: Run): string {
  const nodes = withWayBack(
    documentBlocks(footnote.text, run),
    wayBack(label, footnote.count, run),
  );
  return `<li${attributesText([['id', `fn:${label}`]])}>${nodesHtml(nodes, run)}</li>`;
}

/** One link for each place that refers to the footnote. */
function wayBack(label: string, count: number, { options }: Run): string {
  return Array.from({ length: count }, (_, index) => {
    const href = `#fnref${index + 1}:${label}`;
    const attributes = attributesText([
      ['href', options.safe ? safeAddress(href) : href],
      ['rev', 'footnote'],
      ['class', 'footnote-backref'],
    ]);
    return `<a${attributes}>&#8617;</a>`;
  }).join(' ');
}

type Nodes = readonly (MarkdownNode | undefined)[];

function withWayBack(nodes: Nodes, links: string): Nodes {
  const last = nodes.at(-1);
  if (last?.kind === 'element' && last.name === 'p' && last.content.kind === 'inline') {
    const { text } = last.content;
    const content = { kind: 'inline', text, after: `&#160;${links}` } as const;
    return [...nodes.slice(0, -1), element('p', content)];
  }
  return [...nodes, element('p', { kind: 'inline', text: '', after: links })];
}
