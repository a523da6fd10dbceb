import { escapeText } from '../escape.ts';
import type { InlineType } from '../inline-text.ts';
import { runLength, stripEnd } from '../line.ts';

/** `` `code` ``: as many backticks end it as begin it. */
export const code: InlineType = ({ text }, at) => {
  const width = runLength(text, '`', at);
  const start = at + width + runLength(text, ' ', at + width);
  const end = closing(text, width, start + 1);
  if (end < 0) return undefined;
  const lines = stripEnd(text.slice(start, end), ' ').split('\n');
  const content = lines.map((line, index) =>
    index === lines.length - 1 ? line : stripEnd(line, ' '),
  );
  return { start: at, end: end + width, html: `<code>${escapeText(content.join(' '))}</code>` };
};

/** The next backticks from `start` on that are exactly `width` in a row. */
function closing(text: string, width: number, start: number): number {
  let at = text.indexOf('`', start);
  while (at >= 0) {
    const length = runLength(text, '`', at);
    if (length === width && text.charAt(at - 1) !== '`') return at;
    at = text.indexOf('`', at + length);
  }
  return -1;
}
