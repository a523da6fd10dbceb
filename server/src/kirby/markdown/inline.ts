import { plainText } from './plain-text.ts';
import { type Inline, InlineText } from './inline-text.ts';
import { inlineTypes, markers } from './inline-types/index.ts';
import type { Run } from './run.ts';

/** The HTML of a text without blocks (`Parsedown::line()`). */
export function inlineHtml(text: string, run: Run, insideLink = false): string {
  const marker = new RegExp(markers);
  let html = '';
  let source: InlineText | undefined;
  let start = 0;
  for (let match = marker.exec(text); match !== null; match = marker.exec(text)) {
    source ??= new InlineText(text, run, insideLink, inlineHtml);
    source.start = start;
    const inline = inlineAt(source, match.index, match[0]);
    // A marker that begins nothing still parts the text before it from the text after it.
    html += plainText(text.slice(start, inline?.start ?? match.index + 1), run);
    html += inline?.html ?? '';
    start = inline?.end ?? match.index + 1;
    marker.lastIndex = start;
  }
  return html + plainText(text.slice(start), run);
}

function inlineAt(source: InlineText, at: number, marker: string): Inline | undefined {
  for (const type of inlineTypes[marker] ?? []) {
    const inline = type(source, at);
    if (inline !== undefined) return inline;
  }
  return undefined;
}
