import { firstAtLeast } from '../markdown/sorted.ts';

/** A comment, an instruction or a tag; or text, which may be a `<` that begins nothing. */
export interface SmartPiece {
  readonly isTag: boolean;
  readonly source: string;
}

/**
 * HTML as SmartyPants takes it apart, in the order of the text. A tag that nobody closes is text. What
 * begins like one a thousand times is looked through once and not a thousand times.
 */
export function smartPieces(html: string): readonly SmartPiece[] {
  const endOf = markupEnds(html);
  const pieces: SmartPiece[] = [];
  for (let at = 0; at < html.length;) {
    const isSign = html.charAt(at) === '<';
    const tagEnd = isSign ? endOf(at) : undefined;
    const end = tagEnd ?? (isSign ? at + 1 : textEnd(html, at));
    pieces.push({ isTag: tagEnd !== undefined, source: html.slice(at, end) });
    at = end;
  }
  return pieces;
}

function textEnd(html: string, start: number): number {
  const next = html.indexOf('<', start);
  return next < 0 ? html.length : next;
}

/** To be asked for each `<` in the order of the text: where what begins there ends. */
function markupEnds(html: string): (start: number) => number | undefined {
  const commentEnd = nextIn(html, '-->');
  const instructionEnd = nextIn(html, '?>');
  const tagEnd = tagEnds(html);
  const tagStart = /<[/!$]?[-A-Za-z\d:]+\b/y;
  return (start) => {
    const comment = html.startsWith('<!--', start) ? commentEnd(start + 4) : -1;
    if (comment >= 0) return comment + 3;
    const instruction = html.startsWith('<?', start) ? instructionEnd(start + 2) : -1;
    if (instruction >= 0) return instruction + 2;
    tagStart.lastIndex = start;
    const end = tagStart.test(html) ? tagEnd(tagStart.lastIndex) : -1;
    return end < 0 ? undefined : end + 1;
  };
}

/** `indexOf` for offsets that only grow; what is not there is looked for once. */
function nextIn(text: string, wanted: string): (from: number) => number {
  let next: number | undefined;
  return (from) => {
    if (next === undefined || (next >= 0 && next < from)) next = text.indexOf(wanted, from);
    return next;
  };
}

/**
 * From an offset in a tag, the `>` that ends it; -1: none does. One in quotes does not. Where a tag ends
 * does not depend on where it began, so one pass from the last sign to the first answers for all.
 */
function tagEnds(html: string): (from: number) => number {
  const signs = Array.from(html.matchAll(/[>"']/g), ({ index }) => index);
  const ends = new Array<number>(signs.length).fill(-1);
  const nextQuote: Record<string, number> = {};
  for (let index = signs.length - 1; index >= 0; index--) {
    const at = signs[index] ?? 0;
    const sign = html.charAt(at);
    if (sign === '>') {
      ends[index] = at;
      continue;
    }
    const closing = nextQuote[sign];
    ends[index] = closing === undefined ? -1 : (ends[closing + 1] ?? -1);
    nextQuote[sign] = index;
  }
  return (from) => ends[firstAtLeast(signs, from)] ?? -1;
}
