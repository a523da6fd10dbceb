import type { MappedText } from '../text/mapped-text.ts';
import { asciiLower } from '../text/php.ts';
import type { Span } from '../text/span.ts';
import { decodeEntities } from './entities.ts';

/** An address in an attribute of HTML. */
export interface HtmlReference {
  readonly attribute: 'href' | 'src';
  /** The tag's name in lower case: `a`, `img`. */
  readonly tag: string;
  /** The address, character references resolved. */
  readonly value: string;
  /** The address as it stands in the document, without its quotes. */
  readonly span: Span;
}

/**
 * The `href` and `src` attributes of a text that holds HTML: a writer field, a text block, Markdown.
 * Anything is taken: an unclosed tag ends with the text, an unclosed quote at the end of the tag.
 * In `<a href="/@/page/x">` the value is `/@/page/x`. Takes time in proportion to the text.
 */
export function htmlReferences(html: MappedText): readonly HtmlReference[] {
  const { text } = html;
  const found: HtmlReference[] = [];
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('-->', at + 4);
      if (end < 0) break;
      at = end + 3;
      continue;
    }
    const nameEnd = endOfName(text, at + 1);
    if (nameEnd === at + 1) {
      at++;
      continue;
    }
    const tag = asciiLower(text.slice(at + 1, nameEnd));
    at = scanAttributes(text, nameEnd, (attribute, span) => {
      const value = decodeEntities(text.slice(span.start, span.end));
      found.push({ attribute, tag, value, span: html.toSource(span) });
    });
  }
  return found;
}

/** Reads the attributes of a tag and answers the offset behind it. */
function scanAttributes(
  text: string,
  start: number,
  report: (attribute: 'href' | 'src', value: Span) => void,
): number {
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === greater) return at + 1;
    // A new tag begins: the one before was never closed.
    if (code === less) return at;
    if (isBlank(code) || code === slash) {
      at++;
      continue;
    }
    const nameEnd = endOfAttributeName(text, at);
    const name = asciiLower(text.slice(at, nameEnd));
    const value = valueAfter(text, nameEnd);
    if (value === undefined) {
      at = Math.max(nameEnd, at + 1);
      continue;
    }
    if (name === 'href' || name === 'src') report(name, value.span);
    at = value.next;
  }
  return at;
}

function valueAfter(
  text: string,
  from: number,
): { readonly span: Span; readonly next: number } | undefined {
  const equals = skipBlanks(text, from);
  if (text.charCodeAt(equals) !== equal) return undefined;
  const start = skipBlanks(text, equals + 1);
  const quote = text.charAt(start);
  if (quote === '"' || quote === "'") {
    const close = text.indexOf(quote, start + 1);
    if (close >= 0) return { span: { start: start + 1, end: close }, next: close + 1 };
    const end = endWhere(text, start + 1, (code) => code === greater || code === less);
    return { span: { start: start + 1, end }, next: end };
  }
  const end = endWhere(text, start, (code) => isBlank(code) || code === greater || code === less);
  return { span: { start, end }, next: end };
}

const less = 60;
const greater = 62;
const slash = 47;
const equal = 61;

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

function skipBlanks(text: string, from: number): number {
  return endWhere(text, from, (code) => !isBlank(code));
}

function endOfName(text: string, from: number): number {
  const first = text.charCodeAt(from) | 32;
  if (!(first >= 97 && first <= 122)) return from;
  return endWhere(
    text,
    from,
    (code) => isBlank(code) || code === slash || code === greater || code === less,
  );
}

function endOfAttributeName(text: string, from: number): number {
  return endWhere(
    text,
    from,
    (code) =>
      isBlank(code) || code === slash || code === greater || code === less || code === equal,
  );
}

function endWhere(text: string, from: number, isEnd: (code: number) => boolean): number {
  let at = from;
  while (at < text.length && !isEnd(text.charCodeAt(at))) at++;
  return at;
}
