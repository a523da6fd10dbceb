/** Text of bytes; what is no UTF-8 becomes `\uFFFD`. A byte order mark stays. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
