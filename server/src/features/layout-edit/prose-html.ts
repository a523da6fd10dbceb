/** A text without regard to the block that holds it. */
export interface Prose {
  readonly kind: 'paragraphs' | 'list' | 'quote' | 'heading';
  /** HTML with nothing but inline elements. */
  readonly paragraphs: readonly string[];
  readonly isNumbered: boolean;
  /** Of a heading: `h2`. */
  readonly level: string | undefined;
}

const whole = /^\s*<(p|ul|ol|h[1-6]|blockquote)\b[^>]*>([^]*)<\/\1>\s*$/iu;
const blockElement =
  /<\/?(?:address|article|aside|blockquote|div|dl|figure|h[1-6]|hr|iframe|img|li|ol|p|pre|section|table|ul)\b/iu;

/** The paragraphs of HTML; `undefined` where it holds anything but them, or one flat list. */
export function paragraphsOf(html: string): Prose | undefined {
  const outer = whole.exec(html);
  const name = outer?.[1]?.toLowerCase();
  const inner = outer?.[2] ?? '';
  const plain = { isNumbered: name === 'ol', level: undefined };
  if (name === 'ul' || name === 'ol') {
    const items = partsOf(html.trim().slice(html.trim().indexOf('>') + 1, -5), 'li');
    const texts = items?.map((item) => (partsOf(item, 'p')?.length === 1 ? unwrapped(item) : item));
    if (texts === undefined || texts.some((text) => blockElement.test(text))) return undefined;
    return { ...plain, kind: 'list', paragraphs: texts };
  }
  if (name === 'blockquote') {
    const inside = paragraphsOf(inner);
    return inside?.kind === 'paragraphs' ? { ...inside, kind: 'quote' } : undefined;
  }
  if (name !== undefined && name !== 'p') {
    return blockElement.test(inner)
      ? undefined
      : { ...plain, kind: 'heading', paragraphs: [inner], level: name };
  }
  const parts = name === 'p' ? partsOf(html, 'p') : [html];
  if (parts === undefined || parts.some((part) => blockElement.test(part))) return undefined;
  return { ...plain, kind: 'paragraphs', paragraphs: parts };
}

/** What elements of one name hold, when a text is nothing but these. */
function partsOf(html: string, name: string): readonly string[] | undefined {
  const parts = html.split(new RegExp(`</${name}>\\s*`, 'iu'));
  if (parts.pop()?.trim() !== '') return undefined;
  const start = new RegExp(`^\\s*<${name}(?:\\s[^>]*)?>`, 'iu');
  if (!parts.every((part) => start.test(part))) return undefined;
  return parts.map((part) => part.replace(start, ''));
}

function unwrapped(item: string): string {
  return partsOf(item, 'p')?.[0] ?? item;
}

export function isEmptyText(html: string): boolean {
  return html.replace(/<[^>]*>/gu, '').trim() === '';
}
