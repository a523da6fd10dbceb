import { escapeText } from '../escape.ts';
import type { InlineType } from '../inline-text.ts';

/** `&amp;`, `&#38;`: passed on as it stands, known or not. */
export const entity: InlineType = ({ text, run }, at) => {
  const [match] = /^&#?[\da-zA-Z]+;/.exec(text.slice(at, at + 100)) ?? [];
  if (match === undefined) return undefined;
  return { start: at, end: at + match.length, html: run.options.safe ? escapeText(match) : match };
};
