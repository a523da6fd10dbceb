import { asciiLower } from '../text/php.ts';
import { decodeEntities } from './entities.ts';

/** A parsed piece of HTML. */
export type HtmlNode = HtmlText | HtmlElement;

export interface HtmlText {
  readonly kind: 'text';
  /** Character references resolved. */
  readonly text: string;
}

export interface HtmlElement {
  readonly kind: 'element';
  /** Lower case. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly HtmlNode[];
}

interface Open {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: HtmlNode[];
}

const voids = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);
const rawTexts = new Set(['script', 'style']);
const paragraphEnders = new Set(
  'address article aside blockquote div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul'.split(
    ' ',
  ),
);
/** A start tag ends an open element of one of these names, up to the nearest of the second list. */
const enders = new Map<
  string,
  { readonly ends: readonly string[]; readonly inside: readonly string[] }
>([
  ['li', { ends: ['li'], inside: ['ul', 'ol'] }],
  ['dt', { ends: ['dt', 'dd'], inside: ['dl'] }],
  ['dd', { ends: ['dt', 'dd'], inside: ['dl'] }],
  ['tr', { ends: ['tr', 'td', 'th'], inside: ['table'] }],
  ['td', { ends: ['td', 'th'], inside: ['tr', 'table'] }],
  ['th', { ends: ['td', 'th'], inside: ['tr', 'table'] }],
]);

const tag =
  /<!--[^]*?(?:-->|$)|<!(?![[-])[^>]*>|<(\/?)([A-Za-z][A-Za-z\d:-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/g;
const attribute = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g;

/**
 * A tree of any HTML, however broken: unclosed elements end where their parent does, end tags of
 * nothing are dropped, comments too. For content that Kirby imports, not for rendering.
 */
export function parseHtml(source: string): readonly HtmlNode[] {
  const root: Open = { kind: 'element', name: '', attributes: new Map(), children: [] };
  const open: Open[] = [root];
  let at = 0;
  const addText = (end: number): void => {
    if (end > at) {
      open.at(-1)?.children.push({ kind: 'text', text: decodeEntities(source.slice(at, end)) });
    }
  };

  tag.lastIndex = 0;
  for (let match = tag.exec(source); match !== null; match = tag.exec(source)) {
    addText(match.index);
    at = tag.lastIndex;
    const [, slash, rawName, rawAttributes = ''] = match;
    if (rawName === undefined) continue;
    const name = asciiLower(rawName);
    if (slash === '/') close(open, name);
    else {
      closeImplied(open, name);
      const element: Open = {
        kind: 'element',
        name,
        attributes: readAttributes(rawAttributes),
        children: [],
      };
      open.at(-1)?.children.push(element);
      if (rawTexts.has(name)) {
        const end = endOfRawText(source, at, name);
        if (end > at) element.children.push({ kind: 'text', text: source.slice(at, end) });
        at = end;
        tag.lastIndex = end;
        open.push(element);
      } else if (!voids.has(name)) open.push(element);
    }
  }
  addText(source.length);
  return root.children;
}

/** All text inside, as the DOM's `textContent`. */
export function textContent(node: HtmlNode): string {
  return node.kind === 'text' ? node.text : node.children.map(textContent).join('');
}

/** The first element of that name inside, in document order. */
export function findElement(nodes: readonly HtmlNode[], name: string): HtmlElement | undefined {
  for (const node of nodes) {
    if (node.kind === 'text') continue;
    const found = node.name === name ? node : findElement(node.children, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function close(open: Open[], name: string): void {
  const index = open.findLastIndex((element) => element.name === name);
  if (index > 0) open.length = index;
}

function closeImplied(open: Open[], name: string): void {
  if (paragraphEnders.has(name) && open.at(-1)?.name === 'p') open.pop();
  const rule = enders.get(name);
  if (rule === undefined) return;
  for (let index = open.length - 1; index > 0; index--) {
    const current = open[index]?.name ?? '';
    if (rule.inside.includes(current)) return;
    if (rule.ends.includes(current)) {
      open.length = index;
      return;
    }
  }
}

function endOfRawText(source: string, start: number, name: string): number {
  const end = asciiLower(source).indexOf(`</${name}`, start);
  return end < 0 ? source.length : end;
}

function readAttributes(source: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of source.matchAll(attribute)) {
    const key = asciiLower(name);
    if (!attributes.has(key)) attributes.set(key, decodeEntities(double ?? single ?? bare ?? ''));
  }
  return attributes;
}
