import { inlineTagEnd } from '../html-tag.ts';
import type { InlineType } from '../inline-text.ts';

/** An HTML tag or comment in a line: passed on as it stands. */
export const markup: InlineType = ({ text, run }, at) => {
  if (run.options.safe) return undefined;
  const end = inlineTagEnd(text, at);
  return end === undefined ? undefined : { start: at, end, html: text.slice(at, end) };
};
