/** `encodeURIComponent` for any text: half a surrogate pair, which it refuses, becomes U+FFFD. */
export function encodePart(text: string): string {
  if (!/[^\w.~-]/.test(text)) return text;
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}
