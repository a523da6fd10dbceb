/** `encodeURIComponent` for any text: half a surrogate pair, which it refuses, becomes U+FFFD. */
export function encodePart(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}
