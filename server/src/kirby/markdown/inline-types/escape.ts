import { escapeText } from '../escape.ts';
import type { InlineType } from '../inline-text.ts';

/** `\*`: the character itself. A backslash before anything else stays. */
export const escape: InlineType = ({ text, run }, at) => {
  const character = text.charAt(at + 1);
  if (character === '' || !'\\`*_{}[]()>#+-.!|~'.includes(character)) return undefined;
  return { start: at, end: at + 2, html: run.options.safe ? escapeText(character) : character };
};
