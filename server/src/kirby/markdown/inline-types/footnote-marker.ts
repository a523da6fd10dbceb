import { attributesText, safeAddress } from '../escape.ts';
import type { InlineType } from '../inline-text.ts';

/** `[^label]` where there is a footnote of that label (Parsedown Extra). */
export const footnoteMarker: InlineType = ({ text, run }, at) => {
  if (run.definitions.footnotes.size === 0 || !text.startsWith('[^', at)) return undefined;
  const close = text.indexOf(']', at + 3);
  const label = text.slice(at + 2, close);
  const footnote = close < 0 ? undefined : run.definitions.footnotes.get(label);
  if (footnote === undefined) return undefined;

  footnote.count++;
  footnote.number ??= ++run.footnoteCount;
  const id = attributesText([['id', `fnref${footnote.count}:${label}`]]);
  const href = `#fn:${label}`;
  const link = attributesText([
    ['href', run.options.safe ? safeAddress(href) : href],
    ['class', 'footnote-ref'],
  ]);
  return { start: at, end: close + 1, html: `<sup${id}><a${link}>${footnote.number}</a></sup>` };
};
