import { bytesOfText, decodeUtf8, textOfBytes } from '../text/utf8.ts';
import { parseContent } from './parse.ts';

/** A name or a value: text where the bytes are UTF-8, the bytes themselves where they are not. */
export type BytesOrText = string | Uint8Array;

export interface DecodedField {
  readonly name: BytesOrText;
  readonly value: BytesOrText;
}

/** EF BB BF, each byte as one character. */
const byteOrderMark = '\u00EF\u00BB\u00BF';

/**
 * The fields of a file whose encoding is not known, in Kirby's order. `Txt::decode()` works on
 * bytes and minds no encoding, so a Latin-1 file has fields too.
 */
export function decodeBytes(bytes: Uint8Array): readonly DecodedField[] {
  const { fields } = parseContent(textOfBytes(bytes), byteOrderMark);
  const values = new Map(fields.map(({ name, value }) => [name, value.text]));
  return [...values].map(([name, value]) => ({
    name: decodeUtf8(name) ?? bytesOfText(name),
    value: decodeUtf8(value) ?? bytesOfText(value),
  }));
}
