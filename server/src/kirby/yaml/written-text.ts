import { decodedText, type Jump, type MappedText } from '../text/mapped-text.ts';
import { isTrimmed, trimSpan } from '../text/php.ts';
import type { Span } from '../text/span.ts';

/**
 * Text that was read from some part of the document without anybody knowing which character became
 * which: all of it leads back to the whole part.
 */
export function blurredText(text: string, whole: Span): MappedText {
  const { start, end } = whole;
  return {
    text,
    toSource: (span) => {
      if (span.end > span.start) return whole;
      return emptyAt(span.start === 0 ? start : end);
    },
    fromSource: (offset) => {
      if (offset < start || offset > end) return undefined;
      return offset === end ? text.length : 0;
    },
  };
}

function emptyAt(offset: number): Span {
  return { start: offset, end: offset };
}

/**
 * Text read from a part of `parent` in which some sequences stand for other characters.
 *
 * @param escapes what is no character of its own; everything else is
 * @param decode what such a sequence stands for
 */
export function escapedText(
  text: string,
  parent: MappedText,
  part: Span,
  escapes: RegExp,
  decode: (sequence: string) => string,
): MappedText {
  const written = parent.text.slice(part.start, part.end);
  const jumps: Jump[] = [];
  let decoded = '';
  let last = 0;
  for (const match of written.matchAll(escapes)) {
    decoded += written.slice(last, match.index) + decode(match[0]);
    last = match.index + match[0].length;
    jumps.push({ text: decoded.length, sourceEnd: part.start + last, source: part.start + last });
  }
  decoded += written.slice(last);
  return decoded === text
    ? decodedText(text, parent, part.start, part.end, jumps)
    : blurredText(text, parent.toSource(part));
}

/**
 * Text read from several lines of `parent`, of which the blanks around each may have become others:
 * a block, or text that runs on over a line break.
 */
export function linesText(text: string, parent: MappedText, part: Span): MappedText {
  const jumps: Jump[] = [];
  let at = 0;
  let end = part.start;
  const visible = parent.toSource(trimSpan(parent.text, part));
  for (const line of contentLines(parent.text, part)) {
    const from = at;
    while (at < text.length && isTrimmed(text.charCodeAt(at))) at++;
    const content = parent.text.slice(line.start, line.end);
    if (!text.startsWith(content, at)) return blurredText(text, visible);
    const indent = commonIndent(text, from, at, parent.text, line.start);
    const source = line.start - indent;
    // The blanks before the first line would have no line that they could end.
    if (at - indent > 0 || end > part.start) {
      // Nothing of the text stands for the line break where the blanks begin right away.
      jumps.push({ text: at - indent, sourceEnd: at - indent === from ? end : source, source });
    } else if (source > part.start) {
      return linesText(text, parent, { start: source, end: part.end });
    }
    at += content.length;
    end = line.end;
  }
  const isDone = trimSpan(text, { start: at, end: text.length });
  if (isDone.start < isDone.end) return blurredText(text, visible);
  return decodedText(text, parent, part.start, Math.max(end, part.start), jumps);
}

/** What stands on each line without the blanks around it; lines of blanks are left out. */
function* contentLines(text: string, part: Span): Iterable<Span> {
  let start = part.start;
  while (start < part.end) {
    const lineBreak = text.indexOf('\n', start);
    const end = lineBreak < 0 || lineBreak > part.end ? part.end : lineBreak;
    const line = trimSpan(text, { start, end });
    if (line.start < line.end) yield line;
    start = end + 1;
  }
}

/** How many blanks right before two places of two texts are the same, on their lines. */
function commonIndent(a: string, from: number, atA: number, b: string, atB: number): number {
  let count = 0;
  while (atA - count > from && isBlank(a, atA - count - 1) && isBlank(b, atB - count - 1)) count++;
  return count;
}

function isBlank(text: string, at: number): boolean {
  const character = text.charAt(at);
  return character === ' ' || character === '\t';
}
