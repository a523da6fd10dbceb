/**
 * UTF-8 by hand: the layers below the entry points know neither `TextDecoder` nor `Buffer`. Bytes
 * are held as a text of which each character is one byte (U+0000–U+00FF), so that Kirby's rules,
 * which look at bytes, can be applied to files that are no UTF-8.
 */

/** Each byte as one character. */
export function textOfBytes(bytes: Uint8Array): string {
  const size = 8192;
  let text = '';
  for (let start = 0; start < bytes.length; start += size) {
    text += String.fromCharCode(...bytes.subarray(start, start + size));
  }
  return text;
}

/** The reverse of `textOfBytes`. */
export function bytesOfText(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** The text that bytes encode, or `undefined` when they are not valid UTF-8. */
export function decodeUtf8(bytes: string): string | undefined {
  if (!/[\x80-\xFF]/.test(bytes)) return bytes;
  let decoded = '';
  let copied = 0;
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes.charCodeAt(at);
    if (lead < 0x80) {
      at++;
      continue;
    }
    const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    const code = codePointAt(bytes, at, lead, length);
    if (code === undefined) return undefined;
    decoded += bytes.slice(copied, at) + String.fromCodePoint(code);
    at += length;
    copied = at;
  }
  return decoded + bytes.slice(copied);
}

/** How many bytes a text takes in UTF-8. */
export function utf8Length(text: string): number {
  let length = 0;
  for (const character of text) length += utf8Size(character.codePointAt(0) ?? 0);
  return length;
}

/** How many bytes a code point takes. */
export function utf8Size(code: number): number {
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/**
 * Whether a byte of 80–BF occurs in the UTF-8 form of a text: `hasContinuation('Å', 0x85)` holds,
 * Å being C3 85.
 */
export function hasContinuation(text: string, byte: number): boolean {
  const bits = byte & 0x3f;
  for (const character of text) {
    let rest = character.codePointAt(0) ?? 0;
    for (let size = utf8Size(rest); size > 1; size--) {
      if ((rest & 0x3f) === bits) return true;
      rest >>= 6;
    }
  }
  return false;
}

/** The code point of one sequence; `undefined` for what UTF-8 forbids: too short, too long, surrogates. */
function codePointAt(bytes: string, at: number, lead: number, length: number): number | undefined {
  if (lead < 0xc2 || lead > 0xf4) return undefined;
  let code = lead & (0xff >> (length + 1));
  for (let index = at + 1; index < at + length; index++) {
    const byte = bytes.charCodeAt(index);
    if (!(byte >= 0x80 && byte <= 0xbf)) return undefined;
    code = (code << 6) | (byte & 0x3f);
  }
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return utf8Size(code) !== length || isSurrogate || code > 0x10ffff ? undefined : code;
}
