import type { Span } from '../../kirby/text/span.ts';

/** What may stand in the text of a link. */
const inline: ReadonlySet<string> = new Set(
  'b strong i em u s del strike code sub sup mark small span br'.split(' '),
);

/**
 * Whether a piece of HTML can be put into a link: it begins and ends in text, holds nothing but text
 * and whole inline elements, and stands in no link already.
 */
export function isLinkable(html: string, { start, end }: Span): boolean {
  const before = html.slice(0, start);
  if (isInTag(before) || isInTag(html.slice(0, end))) return false;
  if (isInEntity(html, start) || isInEntity(html, end)) return false;
  return !isInLink(before) && isBalanced(html.slice(start, end));
}

function isInTag(before: string): boolean {
  return /<[a-z/!][^<>]*$/i.test(before);
}

function isInEntity(html: string, at: number): boolean {
  return (
    /&#?\w*$/.test(html.slice(Math.max(0, at - 12), at)) && /^\w*;/.test(html.slice(at, at + 12))
  );
}

function isInLink(before: string): boolean {
  const lower = before.toLowerCase();
  const open = Math.max(lower.lastIndexOf('<a '), lower.lastIndexOf('<a>'));
  return open >= 0 && lower.lastIndexOf('</a') < open;
}

function isBalanced(selected: string): boolean {
  const open: string[] = [];
  for (const [, slash, written = ''] of selected.matchAll(/<(\/?)([a-z][\w-]*)?[^>]*>?/gi)) {
    const name = written.toLowerCase();
    if (!inline.has(name)) return false;
    if (name === 'br') continue;
    if (slash === '') open.push(name);
    else if (open.pop() !== name) return false;
  }
  return open.length === 0;
}
