import { permalink } from '../../kirby/html/lost-links.ts';
import type { TextEdit } from '../../kirby/json/text-edit.ts';
import { openTagAt } from '../../kirby/kirbytext/open-tag.ts';
import { attributeOf, parseTags } from '../../kirby/kirbytext/tags.ts';
import type { Span } from '../../kirby/text/span.ts';
import { isLinkable } from './html-selection.ts';
import type { SiteDocument } from './insertion.ts';
import { targetOf } from '../../site/link-target.ts';
import { type TextPlace, textPlaceAt } from './text-place.ts';
import { isInMarkup } from './text-slot.ts';
import { say } from '../../kirby/text/say.ts';

/** Edits that make a link of a piece of text. */
export interface LinkInsertion {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/**
 * What pasting an address over a selection does: a link in the format of the field, a KirbyTag or an
 * element of HTML. The address of a page of the site becomes its UUID. `undefined` where what is
 * pasted is no address, or the selection cannot be the text of a link.
 *
 * @param span the selection
 * @param pasted `https://example.com`, `mailto:…`, or the path of a page: `/blog/post`
 */
export function insertLink(
  context: SiteDocument,
  span: Span,
  pasted: string,
): LinkInsertion | undefined {
  const target = targetOf(pasted.trim(), context.site);
  if (span.end <= span.start || target === undefined) return undefined;
  const place = textPlaceAt(context, span);
  if (place === undefined) return undefined;
  const selected = place.text.slice(place.span.start, place.span.end);
  // Over an address another one is pasted.
  if (selected.trim() === '' || /^\w+:\/\/\S+$/.test(selected)) return undefined;
  const link = place.kind === 'html' ? element(place, target) : tag(place, selected, target);
  if (link === undefined) return undefined;
  const { text, span: within } = place;
  const edits = place.put(text.slice(0, within.start) + link + text.slice(within.end));
  return edits && { title: say`Insert link`, edits };
}

function tag({ text, span }: TextPlace, selected: string, target: string): string | undefined {
  const around = openTagAt(text, span.start);
  const isElsewhere = around?.kind === 'inside' || isInMarkup({ text, span });
  if (isElsewhere || isInLink(text, span) || /[\r\n]/.test(selected)) return undefined;
  const isEmail = target.startsWith('mailto:');
  const type = isEmail ? 'email' : 'link';
  const value = isEmail ? target.slice('mailto:'.length) : target;
  // Kirby would take some signs of an address for its own, and those of the text as well.
  for (const address of [value, escaped(value)]) {
    const written = `(${type}: ${address} text: ${selected.trim()})`;
    const [read] = parseTags(written);
    if (
      read?.span.end === written.length &&
      read.value.text === address &&
      read.attributes.length === 1 &&
      attributeOf(read, 'text') === selected.trim()
    ) {
      const [lead = ''] = /^\s*/.exec(selected) ?? [];
      return lead + written + selected.slice(lead.length + selected.trim().length);
    }
  }
  return undefined;
}

/** In the label or the address of a link of Markdown. */
function isInLink(text: string, { start, end }: Span): boolean {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const [after = ''] = text.slice(end).split('\n', 1);
  if (/\]\([^()]*$/.test(before)) return true;
  return /\[[^\]]*$/.test(before) && /^[^[\]]*\]\(/.test(after);
}

function escaped(address: string): string {
  return address
    .replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'))
    .replace(/(?<!^[a-z]+):/gi, '%3A');
}

function element({ text, span, definition }: TextPlace, target: string): string | undefined {
  if (!allowsLinks(definition?.props['marks']) || !isLinkable(text, span)) return undefined;
  const href = permalink(target)
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;');
  return `<a href="${href}">${text.slice(span.start, span.end)}</a>`;
}

/** The `marks` of a writer or list field: all, none, or some of them. */
function allowsLinks(marks: unknown): boolean {
  if (Array.isArray(marks)) return marks.includes('link');
  return marks !== false;
}
