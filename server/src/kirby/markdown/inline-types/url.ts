import { anchor } from './anchor.ts';
import type { InlineType } from '../inline-text.ts';

const word = /[\p{L}\p{N}\p{M}_]/u;

/**
 * An address that stands in the text: `https://example.org`. It ends with a word or a slash, so that
 * the full stop after it is not part of it. The marker is its colon.
 */
export const url: InlineType = ({ text, start: textStart, insideLink, run }, at) => {
  if (insideLink || !text.startsWith('://', at)) return undefined;
  const scheme = /https?$/i.exec(text.slice(Math.max(textStart, at - 5), at))?.[0];
  if (scheme === undefined) return undefined;
  const start = at - scheme.length;
  if (start > textStart && word.test(characterBefore(text, start))) return undefined;

  const contentStart = at + 3;
  let end = contentStart + (/^[^\s<]*/u.exec(text.slice(contentStart))?.[0].length ?? 0);
  while (end > contentStart && !word.test(characterBefore(text, end))) end--;
  if (end === contentStart) return undefined;
  while (text.charAt(end) === '/') end++;
  const address = text.slice(start, end);
  return { start, end, html: anchor(address, address, run.options.safe) };
};

/** The character that ends at an offset, whole. */
function characterBefore(text: string, offset: number): string {
  return /.$/su.exec(text.slice(Math.max(0, offset - 2), offset))?.[0] ?? '';
}
