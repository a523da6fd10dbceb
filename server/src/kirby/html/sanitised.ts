import { asciiLower } from '../text/php.ts';
import type { Span } from '../text/span.ts';

/** An element that Kirby's sanitiser takes out of a writer or list field. */
export interface RemovedElement {
  /** Lower case. */
  readonly name: string;
  /** The name in the start tag. */
  readonly span: Span;
  /** Whether all that is inside goes, too; otherwise only the text that stands in it directly. */
  readonly withContent: boolean;
}

/** `Kirby\Sane\Html`: what a writer field may hold. */
const allowed: ReadonlySet<string> = new Set(
  'a abbr b blockquote body br code dd del div dl dt em footer h1 h2 h3 h4 h5 h6 head hr html i ins li ol p pre s small span strong sub sup u ul'.split(
    ' ',
  ),
);
const wholly: ReadonlySet<string> = new Set(['iframe', 'meta', 'object', 'script', 'style']);

const startTag = /<!--[^]*?(?:-->|$)|<([A-Za-z][A-Za-z\d:-]*)(?=[\s/>])/g;

/** The elements that vanish at the next save in the Panel. Text that merely has a `<` in it has none. */
export function removedElements(html: string): readonly RemovedElement[] {
  if (!html.includes('<')) return [];
  const found: RemovedElement[] = [];
  let after = 0;
  for (const { 1: written, index } of html.matchAll(startTag)) {
    if (written === undefined || index < after) continue;
    const name = asciiLower(written);
    if (allowed.has(name)) continue;
    const withContent = wholly.has(name);
    found.push({ name, span: { start: index + 1, end: index + 1 + name.length }, withContent });
    // What looks like a tag in a script is none.
    if (name === 'script' || name === 'style') after = endOf(html, name, index);
  }
  return found;
}

function endOf(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}
