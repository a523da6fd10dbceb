import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

/**
 * HTML in a form in which two texts are equal when browsers make the same of them: attributes sorted,
 * character references decoded, blanks between tags dropped and others collapsed (not in `pre`).
 */
export function normalise(html: string): string {
  return parseFragment(html)
    .childNodes.map((node) => serialise(node, false))
    .join('');
}

type Node = DefaultTreeAdapterTypes.ChildNode;

function serialise(node: Node, isPreformatted: boolean): string {
  if ('value' in node) {
    if (isPreformatted) return JSON.stringify(node.value);
    const text = node.value.replace(/[ \t\r\n]+/g, ' ').trim();
    return text === '' ? '' : JSON.stringify(text);
  }
  if (!('tagName' in node)) return '';
  const attributes = node.attrs
    .map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`)
    .sort()
    .join('');
  const inside = isPreformatted || node.tagName === 'pre';
  const children = node.childNodes.map((child) => serialise(child, inside)).join('');
  return `<${node.tagName}${attributes}>${children}</${node.tagName}>`;
}
