import type { Span } from '../kirby/text/span.ts';
import type { ContentDocument } from '../kirby/content/document.ts';

/** What can be folded: every field over several lines, from its name to the end of its value. */
export function foldingSpans({ text, fields }: ContentDocument): readonly Span[] {
  return fields
    .filter(({ span }) => /[\r\n]/.test(text.slice(span.start, span.end)))
    .map(({ nameSpan, span }) => ({ start: nameSpan.start, end: span.end }));
}
