import { applied } from '../../kirby/json/text-edit.ts';
import { difference } from '../../kirby/text/difference.ts';
import { withPlainBreaks } from './presentation.ts';

/**
 * What two authors have made of one text, where they have written in different places of it.
 * `undefined`: they have not.
 */
export function merged(before: string, mine: string, theirs: string): string | undefined {
  const one = difference(before, mine);
  const other = difference(before, theirs);
  const isApart = one.span.end < other.span.start || other.span.end < one.span.start;
  return isApart ? applied(before, [one, other]) : undefined;
}

/**
 * A text that reads like another one. What is equal keeps its own line breaks; new ones are those
 * that the text has already.
 *
 * @param lines with `\n` as its line breaks
 */
export function rewritten(text: string, lines: string): string {
  if (!text.includes('\r')) return lines;
  const edit = difference(withPlainBreaks(text), lines);
  const lineBreak = /\r\n?|\n/.exec(text)?.[0] ?? '\n';
  const start = offsetIn(text, edit.span.start);
  const end = offsetIn(text, edit.span.end);
  const result = text.slice(0, start) + edit.text.replaceAll('\n', lineBreak) + text.slice(end);
  // A `\r` and a `\n` that have come together are one line break.
  return withPlainBreaks(result) === lines ? result : lines.replaceAll('\n', lineBreak);
}

/** Where a text is that stands at an offset once its line breaks are `\n`. */
function offsetIn(text: string, offset: number): number {
  let at = 0;
  for (let count = 0; count < offset; count++) at += text.startsWith('\r\n', at) ? 2 : 1;
  return at;
}
