import type { ContentDocument } from '../../kirby/content/document.ts';
import type { ReadableText } from '../../kirby/readable/texts.ts';
import { fold, foldedUnits, unfoldSpan } from '../../kirby/text/fold.ts';
import { slice, type Span } from '../../kirby/text/span.ts';
import type { LinesOfSpan, TextHit, Wish } from './hit.ts';

/** A query as files are searched for it; empty where there is nothing to search for. */
export function foldedQuery(query: string): string {
  return fold(query).trim();
}

/**
 * Several texts folded, one on each line: where it does not hold what is wanted, none of them does.
 * Folding takes most of a search, and this is for whoever searches the same texts again.
 */
export function foldedLines(texts: readonly ReadableText[]): string {
  return texts.map(({ text }) => stringOf(foldedUnits(text.text))).join('\n');
}

function stringOf(units: Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += MOST_ARGUMENTS) {
    text += String.fromCharCode(...units.subarray(at, at + MOST_ARGUMENTS));
  }
  return text;
}

/** A function takes no more than some ten thousand. */
const MOST_ARGUMENTS = 4096;

/** The places of a document where a text reads as it is wanted. */
export function findIn(
  document: ContentDocument,
  texts: readonly ReadableText[],
  { wanted, mostInFile }: Omit<Wish, 'most'>,
): readonly TextHit[] {
  const hits: TextHit[] = [];
  if (wanted === '') return hits;
  const units = foldedUnits(wanted).slice();
  for (const readable of texts) {
    // Most texts are looked at in vain.
    if (!includes(foldedUnits(readable.text.text), units)) continue;
    const { text } = readable.text;
    const folded = fold(text);
    for (
      let at = folded.indexOf(wanted);
      at >= 0;
      at = folded.indexOf(wanted, at + wanted.length)
    ) {
      const found = unfoldSpan(text, { start: at, end: at + wanted.length });
      hits.push(toHit(document, readable, found));
      if (hits.length >= mostInFile) return hits;
    }
  }
  return hits;
}

function includes(units: Uint16Array, wanted: Uint16Array): boolean {
  const [first = 0] = wanted;
  const last = units.length - wanted.length;
  for (let at = units.indexOf(first); at >= 0 && at <= last; at = units.indexOf(first, at + 1)) {
    let same = 1;
    while (same < wanted.length && units[at + same] === wanted[same]) same++;
    if (same === wanted.length) return true;
  }
  return false;
}

function toHit(document: ContentDocument, readable: ReadableText, found: Span): TextHit {
  const { text, field, key, part } = readable;
  const span = text.toSource(found);
  return {
    kind: kindOf(readable, found),
    field: slice(document.text, field.nameSpan),
    ...(part?.type === undefined ? {} : { block: part.type }),
    ...(key === '' ? {} : { key }),
    span,
    lines: linesOf(document.text, span),
    ...excerptOf(text.text, found),
  };
}

function kindOf({ field, key, part, text }: ReadableText, found: Span): TextHit['kind'] {
  if (field.name === 'title' && key === '') return 'title';
  if (part?.type === 'heading' && key === 'text') return 'heading';
  const line = text.text.slice(text.text.lastIndexOf('\n', found.start - 1) + 1, found.start);
  return key === '' && /^#{1,6}\s/.test(line) ? 'heading' : 'text';
}

/** How many characters of the text are shown before and after what was found. */
const BEFORE = 40;
const AFTER = 80;

function excerptOf(text: string, found: Span): Pick<TextHit, 'excerpt' | 'found'> {
  const start = Math.max(0, found.start - BEFORE);
  const end = Math.min(text.length, found.end + AFTER);
  const before = `${start > 0 ? '…' : ''}${oneLine(text.slice(start, found.start)).trimStart()}`;
  const middle = oneLine(slice(text, found));
  const after = `${oneLine(text.slice(found.end, end)).trimEnd()}${end < text.length ? '…' : ''}`;
  return {
    excerpt: `${before}${middle}${after}`,
    found: { start: before.length, end: before.length + middle.length },
  };
}

function oneLine(text: string): string {
  // Half a character is left where one was cut.
  return text.replace(/\s+/g, ' ').replace(/\p{Cs}/gu, '');
}

function linesOf(text: string, { start, end }: Span): LinesOfSpan {
  const first = lineAt(text, start, { number: 0, start: 0 });
  return { first, last: lineAt(text, end, first) };
}

/** The line of an offset, counted as editors do, from a line before it. */
function lineAt(text: string, offset: number, from: LinesOfSpan['first']): LinesOfSpan['first'] {
  let { number, start } = from;
  const lineBreak = /\r\n?|\n/g;
  lineBreak.lastIndex = start;
  for (let found = lineBreak.exec(text); found !== null; found = lineBreak.exec(text)) {
    if (lineBreak.lastIndex > offset) break;
    number++;
    start = lineBreak.lastIndex;
  }
  return { number, start };
}
