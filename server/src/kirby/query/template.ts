import { phpTrim } from '../text/php.ts';

/** A part of a text with queries in it: text as it stands, or a query. */
export type TemplatePart = string | { readonly query: string };

const safe = /\{\{(.*?)\}\}|\{<(.*?)>\}/gs;
const plain = /\{\{?(.*?)\}\}?/gs;

/**
 * A text like `{{ page.title }} ({{ page.slug }})`, taken apart.
 *
 * @param kind `safe`: as `Str::safeTemplate()` does, for what is shown, with `{< query >}` too.
 *   `plain`: as `Str::template()`, for what is stored; single braces count as well.
 */
export function templateParts(text: string, kind: 'safe' | 'plain'): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let start = 0;
  for (const match of text.matchAll(kind === 'safe' ? safe : plain)) {
    if (match.index > start) parts.push(text.slice(start, match.index));
    parts.push({ query: phpTrim(match[1] ?? match[2] ?? '') });
    start = match.index + match[0].length;
  }
  if (start < text.length) parts.push(text.slice(start));
  return parts;
}
