import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;

/**
 * HTML in a form in which two texts are equal when they make the same tree: attributes sorted,
 * character references decoded. Blanks count, also those between tags.
 */
export function exactly(html: string): string {
  return parseFragment(html).childNodes.map(serialise).join('');
}

/** The words of some HTML. */
export function textOf(html: string): string {
  return parseFragment(html).childNodes.map(words).join('').replace(/\s+/g, ' ').trim();
}

function serialise(node: Node): string {
  if ('value' in node) return node.value;
  if ('data' in node) return `<!--${node.data}-->`;
  if (!('tagName' in node)) return '';
  const attributes = node.attrs
    .map(({ name, value }) => ` ${name}="${value}"`)
    .sort()
    .join('');
  return `<${node.tagName}${attributes}>${node.childNodes.map(serialise).join('')}</${node.tagName}>`;
}

function words(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(words).join('') : '';
}
