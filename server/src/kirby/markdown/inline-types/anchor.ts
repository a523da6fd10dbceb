import { attributesText, escapeText, safeAddress } from '../escape.ts';

/** A link whose text is not Markdown. */
export function anchor(address: string, text: string, safe: boolean): string {
  const href = safe ? safeAddress(address) : address;
  return `<a${attributesText([['href', href]])}>${escapeText(text)}</a>`;
}
