import { isSpace } from '../../text/php.ts';
import type { InlineType } from '../inline-text.ts';

/** `~~gone~~`, within a line, without blanks inside the markers. */
export const strikethrough: InlineType = (source, at) => {
  const { text } = source;
  const start = at + 2;
  if (!text.startsWith('~~', at) || start >= text.length || isSpace(text.charCodeAt(start))) {
    return undefined;
  }
  if (at < source.strikeSearchedTo) return undefined;
  const lineEnd = text.indexOf('\n', start);
  const limit = lineEnd < 0 ? text.length : lineEnd;
  let end = text.indexOf('~~', start + 1);
  while (end >= 0 && end < limit && isSpace(text.charCodeAt(end - 1))) {
    end = text.indexOf('~~', end + 1);
  }
  if (end < 0 || end >= limit) {
    source.strikeSearchedTo = limit;
    return undefined;
  }
  return { start: at, end: end + 2, html: `<del>${source.nested(text.slice(start, end))}</del>` };
};
