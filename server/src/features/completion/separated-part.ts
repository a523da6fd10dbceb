import type { Span } from '../../kirby/text/span.ts';

/** One of the values of a list in one text, `red, gre|en, blue`. */
export interface SeparatedPart {
  /** Where it stands in the text, without the blanks around it. */
  readonly span: Span;
  /** The other values of the list. */
  readonly others: ReadonlySet<string>;
}

/** The value that an offset touches, or the place of one that is still to be written. */
export function separatedPart(text: string, separator: string, offset: number): SeparatedPart {
  const others = new Set<string>();
  let span: Span = { start: offset, end: offset };
  let start = 0;
  for (const piece of text.split(separator)) {
    const end = start + piece.length;
    const trimmed = piece.trim();
    if (start <= offset && offset <= end) {
      const from = start + (piece.length - piece.trimStart().length);
      span = { start: Math.min(from, offset), end: Math.max(from + trimmed.length, offset) };
    } else others.add(trimmed);
    start = end + separator.length;
  }
  return { span, others };
}
