import { readBlocks } from './blocks.ts';
import { attributesText, escapeText } from './escape.ts';
import { inlineHtml } from './inline.ts';
import { strip } from './line.ts';
import { markdownInHtml } from './markdown-in-html.ts';
import type { Content, MarkdownNode } from './node.ts';
import { noDefinitions, type Run } from './run.ts';

/** Deeper lists and quotes are shown as text: nobody writes them, and each costs a pass. */
const deepest = 60;

/** The blocks of a document of its own. What was defined before it is forgotten, as in Parsedown. */
export function documentBlocks(text: string, run: Run): readonly (MarkdownNode | undefined)[] {
  run.definitions = noDefinitions();
  return readBlocks(strip(text.replace(/\r\n?/g, '\n'), '\n').split('\n'), run);
}

/**
 * Blocks as HTML, each on lines of its own (`Parsedown::elements()`).
 *
 * @param isBare whether a paragraph that comes first is shown without its element, as in an item of a
 *   list
 */
export function nodesHtml(
  nodes: readonly (MarkdownNode | undefined)[],
  run: Run,
  isBare = false,
): string {
  let html = '';
  let wasBlock = true;
  for (const [index, node] of nodes.entries()) {
    if (node === undefined) continue;
    const isText = isBare && index === 0 && node.kind === 'element' && node.name === 'p';
    if (wasBlock && !isText) html += '\n';
    html += isText ? contentHtml(node.content, run) : nodeHtml(node, run);
    wasBlock = !isText;
  }
  return wasBlock ? html + '\n' : html;
}

function nodeHtml(node: MarkdownNode, run: Run): string {
  switch (node.kind) {
    case 'html':
      return node.html;
    case 'markup':
      return markdownInHtml(node.html, (text) =>
        nested(run, () => nodesHtml(documentBlocks(text, run), run)),
      );
    case 'element': {
      const tag = node.name + attributesText(node.attributes ?? []);
      if (node.content.kind === 'void') return `<${tag} />`;
      return `<${tag}>${contentHtml(node.content, run)}</${node.name}>`;
    }
  }
}

function contentHtml(content: Content, run: Run): string {
  switch (content.kind) {
    case 'void':
      return '';
    case 'nodes':
      return nodesHtml(content.nodes, run);
    case 'inline':
      return inlineHtml(content.text, run) + (content.after ?? '');
    case 'code':
      return `<code${attributesText(content.attributes)}>${escapeText(content.text)}</code>`;
    case 'lines':
      return nested(run, () => nodesHtml(readBlocks(content.lines, run), run), content.lines);
    case 'item': {
      const isTight = !content.lines.includes('');
      return nested(
        run,
        () => nodesHtml(readBlocks(content.lines, run), run, isTight),
        content.lines,
      );
    }
    case 'document':
      return nested(run, () => nodesHtml(documentBlocks(content.text, run), run), [content.text]);
  }
}

function nested(run: Run, render: () => string, lines: readonly string[] = []): string {
  if (run.depth >= deepest) return escapeText(lines.join('\n'));
  run.depth++;
  const html = render();
  run.depth--;
  return html;
}
