import type { Span } from '../text/span.ts';
import { codeIn } from './in-code.ts';

/** A link of Markdown whose address is the UUID of a page. */
export interface UuidLink {
  readonly uuid: string;
  /** The UUID. */
  readonly span: Span;
  /** All of the link. */
  readonly whole: Span;
  readonly label: string;
}

const link =
  /(?<!!)\[([^[\]\n]*)\]\((page:\/\/[^\s()?#]+)([?#][^\s()]*)?(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'))?\)/g;

/**
 * Links such as `[more](page://…)`. Neither Markdown nor Kirby looks a UUID up there: only tags do
 * (`(link: page://…)`). A file's is something else, a tag (`emptyTags()`). Of code nothing is a link.
 */
export function uuidLinks(text: string): readonly UuidLink[] {
  if (!text.includes('](page://')) return [];
  const isCode = codeIn(text);
  return [...text.matchAll(link)].flatMap(({ 0: all, 1: label = '', 2: uuid = '', index }) => {
    if (isCode(index) || text.charAt(index - 1) === '\\') return [];
    const start = index + label.length + '[]('.length;
    return [
      {
        uuid,
        span: { start, end: start + uuid.length },
        whole: { start: index, end: index + all.length },
        label,
      },
    ];
  });
}
