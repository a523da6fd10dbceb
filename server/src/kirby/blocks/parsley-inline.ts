import type { HtmlElement, HtmlNode } from '../html/tree.ts';
import { htmlEntities } from '../kirbytext/html-entities.ts';
import { phpTrim } from '../text/php.ts';

/** The inline elements that an import keeps, and their attributes (`Kirby\Parsley\Schema\Blocks::marks()`). */
export const marks: ReadonlyMap<string, readonly string[]> = new Map([
  ['a', ['href', 'rel', 'target', 'title']],
  ['abbr', []],
  ['b', []],
  ['br', []],
  ['code', []],
  ['del', []],
  ['em', []],
  ['i', []],
  ['p', []],
  ['strike', []],
  ['sub', []],
  ['sup', []],
  ['strong', []],
  ['u', []],
]);

/**
 * The HTML of nodes with nothing but marks left: other elements give way to what they hold
 * (`Kirby\Parsley\Inline`). A node that is a mark itself stays.
 */
export function innerMarks(nodes: readonly HtmlNode[]): string {
  const html = nodes.map(markHtml).join('');
  const trimmed = phpTrim(html);
  return trimmed === '' ? html : trimmed;
}

function markHtml(node: HtmlNode): string {
  if (node.kind === 'text') return htmlEntities(node.text);
  const inner = node.children.map(markHtml).join('');
  if (!marks.has(node.name)) return inner;
  if (node.name === 'br') return '<br />';
  const text = node.name === 'p' ? phpTrim(inner) : inner;
  if (text === '' && node.name === 'p') return '';
  return `<${node.name}${attributesOf(node)}>${text}</${node.name}>`;
}

function attributesOf(node: HtmlElement): string {
  const kept = (marks.get(node.name) ?? []).map((name) => {
    const value = node.attributes.get(name) ?? (name === 'rel' ? 'noreferrer' : '');
    const isDangerous = name === 'href' && /^\s*(?:javascript|vbscript|data):/i.test(value);
    return value === '' || isDangerous ? '' : ` ${name}="${htmlEntities(value)}"`;
  });
  return kept.join('');
}
