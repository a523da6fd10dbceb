import type { ContentDocument } from '../../kirby/content/document.ts';
import { isSpace } from '../../kirby/text/php.ts';
import type { Span } from '../../kirby/text/span.ts';

/** A place where the name of a field can be written, and what has to stand around it. */
export interface NameGap {
  /** What is replaced: the beginning of a name, the blanks before it on its line. */
  readonly span: Span;
  readonly typed: string;
  /** A divider, unless there is one or nothing comes before. */
  readonly before: string;
  /** `: `, unless it is only the name that is replaced. */
  readonly colon: string;
  /** A divider or blank line before what comes next. */
  readonly after: string;
  /** The place belongs to the text of a field so far: only a name that is begun is meant. */
  readonly isInText: boolean;
}

/** The place for a name at a cursor; `undefined` in the middle of a value. */
export function nameGapAt(
  { text, dividers }: ContentDocument,
  offset: number,
): NameGap | undefined {
  const lineStart = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const start = lineStart === 0 && text.startsWith('\uFEFF') ? 1 : lineStart;
  if (offset < start) return undefined;
  const typed = text.slice(start, offset).trimStart();
  if (!/^[\w -]*$/.test(typed) || typed.startsWith('--')) return undefined;

  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const before = dividers.findLast((divider) => divider.start < start);
  const previous = lastInk(text, start);
  const isFresh =
    previous < 0 || (before !== undefined && previous < hyphensEnd(text, before.start));
  const end = nameEnd(text, offset);
  if (isFresh && text[end] === ':') {
    return { span: { start, end }, typed, before: '', colon: '', after: '', isInText: false };
  }
  const next = nextInk(text, offset);
  const following = next < 0 ? 'nothing' : text.startsWith('----', next) ? 'divider' : 'text';
  // A line that goes on after the cursor, or a value that does, is not to be torn apart.
  if (next >= 0 && !text.slice(offset, next).includes('\n')) return undefined;
  if (!isFresh && following === 'text') return undefined;
  return {
    span: { start, end: offset },
    typed,
    before: isFresh ? '' : dividerAfter(text, previous, start, eol),
    colon: ': ',
    after: gapBefore(following, text.slice(offset, Math.max(next, offset)), eol),
    isInText: !isFresh && typed !== '',
  };
}

/** A divider with an empty line on either side, of which some line breaks may be there. */
function dividerAfter(text: string, previous: number, start: number, eol: string): string {
  const breaks = countBreaks(text.slice(previous + 1, start));
  return `${breaks < 2 ? eol : ''}----${eol}${eol}`;
}

function gapBefore(following: 'nothing' | 'divider' | 'text', blank: string, eol: string): string {
  switch (following) {
    case 'nothing':
      return '';
    case 'divider':
      return eol.repeat(Math.max(0, 2 - countBreaks(blank)));
    case 'text':
      return `${eol}${eol}----${eol.repeat(Math.max(0, 2 - countBreaks(blank)))}`;
  }
}

/** The last character before `end` that is no blank; -1 when there is none. */
function lastInk(text: string, end: number): number {
  let at = end - 1;
  while (at >= 0 && (isSpace(text.charCodeAt(at)) || text[at] === '\uFEFF')) at--;
  return at;
}

/** The first character from `start` on that is no blank; -1 when there is none. */
function nextInk(text: string, start: number): number {
  let at = start;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at < text.length ? at : -1;
}

function hyphensEnd(text: string, start: number): number {
  let at = start;
  while (text[at] === '-') at++;
  return at;
}

/** The end of a name that the cursor stands in. */
function nameEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && /[\w -]/.test(text[at] ?? '')) at++;
  return at;
}

function countBreaks(blank: string): number {
  return blank.split('\n').length - 1;
}
