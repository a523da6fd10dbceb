import { COLON, COMMA, isBlank, skipBlanks, skipBlanksBack } from './chars.ts';

/**
 * Where a closing bracket goes that belongs after `end`: in indented JSON onto the line that is
 * empty without it, or before the comma that stands alone on its line.
 */
export function placeOfClosing(text: string, end: number): number {
  const next = skipBlanks(text, end);
  if (!text.slice(end, next).includes('\n')) return end;
  if (text.charCodeAt(next) === COMMA) return next;
  return endOfEmptyLine(text, end, next) ?? end;
}

/** Where an opening bracket goes that belongs before `start`. */
export function placeOfOpening(text: string, start: number): number {
  const before = skipBlanksBack(text, start, 0);
  if (!text.slice(before, start).includes('\n')) {
    // Of two blanks on one line the bracket stood between.
    return start - before > 1 ? before + 1 : start;
  }
  if (text.charCodeAt(before - 1) === COLON) return endOfLine(text, before);
  return endOfEmptyLine(text, before, start) ?? start;
}

/** The end of the first line between two offsets that holds nothing. */
function endOfEmptyLine(text: string, start: number, end: number): number | undefined {
  const first = text.indexOf('\n', start);
  const second = text.indexOf('\n', first + 1);
  return first < 0 || second < 0 || second >= end ? undefined : endOfLine(text, first + 1);
}

/** The end of the blanks at `at` on their line. */
function endOfLine(text: string, at: number): number {
  while (isBlank(text.charCodeAt(at)) && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}
