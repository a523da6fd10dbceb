import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  asciiLower,
  asciiUpperFirst,
  phpTrim,
  trimEndOf,
  trimSpan,
} from '../../../server/src/kirby/text/php.ts';
import {
  decimalText,
  fitsInteger,
  isNumeric,
  numberText,
} from '../../../server/src/kirby/text/php-number.ts';
import {
  bytesOfText,
  decodeUtf8,
  hasContinuation,
  textOfBytes,
  utf8Length,
} from '../../../server/src/kirby/text/utf8.ts';

describe('blanks and letters are ASCII to PHP', () => {
  test('trim leaves no-break spaces, form feeds and byte order marks', () => {
    expect(phpTrim(' \t\n\r\0\v a \0')).toBe('a');
    expect(phpTrim('\u00A0a\f')).toBe('\u00A0a\f');
    expect(phpTrim('\uFEFFa\u200B')).toBe('\uFEFFa\u200B');
  });

  test('what is all blank is empty at its end', () => {
    expect(trimSpan('a   b', { start: 1, end: 4 })).toEqual({ start: 4, end: 4 });
  });

  test('rtrim takes the characters it is given', () => {
    expect(trimEndOf('a: | |', '| ')).toBe('a:');
  });

  test('case is folded for the letters A to Z', () => {
    expect(asciiLower('GRÖSSE')).toBe('grÖsse');
    expect(asciiUpperFirst('été')).toBe('été');
    expect(asciiUpperFirst('mai')).toBe('Mai');
  });
});

describe('numbers', () => {
  test.each(['12', '-1', '+1', '1.5', '.5', '1.', '1e3', ' 1', '1 '])('%j is numeric', (text) => {
    expect(isNumeric(text)).toBe(true);
  });

  test.each(['', '.', '1e', '0x1F', '1_000', '1,5', '12:30', '\u00A01'])(
    '%j is not numeric',
    (text) => {
      expect(isNumeric(text)).toBe(false);
    },
  );

  test.each([
    [2.5, '2.5', '2.5'],
    [-0.0001, '-0.0001', '-0.0001'],
    [0.00001, '1.0E-5', '0.00001'],
    [1.234567890123456, '1.2345678901235', '1.2345678901235'],
    [1e14, '100000000000000', '100000000000000'],
    [1.5e15 + 0.5, '1.5E+15', '1500000000000000'],
    [1e21, '1.0E+21', '1000000000000000000000'],
    [1e22, '1.0E+22', '10000000000000000000000'],
    [-1.25e-7, '-1.25E-7', '-0.000000125'],
  ])('%d is written %s, in a content file %s', (value, text, decimal) => {
    expect(numberText(value)).toBe(text);
    expect(decimalText(value)).toBe(decimal);
  });

  test('64 bits hold what PHP can count', () => {
    expect(fitsInteger('9223372036854775807')).toBe(true);
    expect(fitsInteger('9223372036854775808')).toBe(false);
    expect(fitsInteger('-9223372036854775808')).toBe(true);
  });
});

describe('UTF-8', () => {
  /** Characters at the edges of each length, and one with the byte 85 twice. */
  const anyText = fc
    .array(
      fc.constantFrom(
        ...['a', '\0', '\x7F', '\x80', 'Å', '\u07FF', '\u0800', '腅', '\uD7FF', '\uE000', '\uFFFF'],
        ...['\u{10000}', '👍', '\u{10FFFF}'],
      ),
    )
    .map((characters) => characters.join(''));
  const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

  test('is decoded as the platform decodes it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(decodeUtf8(textOfBytes(bytesOf(text)))).toBe(text);
        expect(utf8Length(text)).toBe(bytesOf(text).length);
      }),
    );
  });

  test('what the platform refuses is refused', () => {
    const platform = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const expected = (bytes: Uint8Array): string | undefined => {
      try {
        return platform.decode(bytes);
      } catch {
        return undefined;
      }
    };
    const lead = fc.constantFrom(0x41, 0x80, 0xbf, 0xc0, 0xc2, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xf5);
    const next = fc.constantFrom(0x41, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xff);
    fc.assert(
      fc.property(fc.array(fc.oneof(lead, next), { maxLength: 8 }), (values) => {
        const bytes = Uint8Array.from(values);
        expect(decodeUtf8(textOfBytes(bytes))).toBe(expected(bytes));
      }),
      { numRuns: 2000 },
    );
  });

  test('bytes and their text are the same, however many they are', () => {
    const bytes = Uint8Array.from({ length: 20_000 }, (_, index) => index % 256);
    expect(bytesOfText(textOfBytes(bytes))).toEqual(bytes);
  });

  test('a byte is found in a letter when it is in its UTF-8 form', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0x80, max: 0xbf }), (text, byte) => {
        expect(hasContinuation(text, byte)).toBe(bytesOf(text).includes(byte));
      }),
    );
  });
});
