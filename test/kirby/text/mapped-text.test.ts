import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decodedText,
  type Jump,
  type MappedText,
  plainText,
} from '../../../server/src/kirby/text/mapped-text.ts';
import { slice } from '../../../server/src/kirby/text/span.ts';

/** A piece of an encoding: what it is decoded to (one character or none) and how it is written. */
interface Piece {
  readonly text: string;
  readonly source: string;
}

const piece: fc.Arbitrary<Piece> = fc.oneof(
  fc.constantFrom('a', 'é', '-', '\n').map((text) => ({ text, source: text })),
  fc.constantFrom(
    { text: 'é', source: '\\u00e9' },
    { text: '"', source: '\\"' },
    { text: '<', source: '&lt;' },
    { text: '', source: '\\' },
    { text: '', source: '<!---->' },
  ),
);

const pieces = fc.array(piece, { maxLength: 30 });

function decode(parts: readonly Piece[], parent: MappedText, start: number): MappedText {
  const jumps: Jump[] = [];
  let text = '';
  let source = start;
  for (const part of parts) {
    const sourceEnd = part.text === '' ? source : source + part.source.length;
    source += part.source.length;
    text += part.text;
    if (part.text !== part.source) jumps.push({ text: text.length, sourceEnd, source });
  }
  return decodedText(text, parent, start, source, jumps);
}

const written = (parts: readonly Piece[]): string => parts.map(({ source }) => source).join('');
/** Pieces dropped one after the other are one jump; here each is one, which only some decoders do. */
const single = (parts: readonly Piece[]): readonly Piece[] =>
  parts.filter((part, index) => part.text !== '' || parts[index - 1]?.text !== '');

describe('plain text', () => {
  const text = plainText('cover', 10);

  test('is where it stands', () => {
    expect(text.toSource({ start: 1, end: 3 })).toEqual({ start: 11, end: 13 });
    expect(text.fromSource(12)).toBe(2);
  });

  test('knows no place outside of it', () => {
    expect(text.fromSource(9)).toBeUndefined();
    expect(text.fromSource(15)).toBe(5);
    expect(text.fromSource(16)).toBeUndefined();
  });
});

describe('decoded text', () => {
  test('every character comes from what it was written as', () => {
    fc.assert(
      fc.property(pieces.map(single), fc.nat(5), (parts, before) => {
        const source = `${'#'.repeat(before)}${written(parts)}##`;
        const decoded = decode(parts, plainText(source, 0), before);
        const characters = parts.filter(({ text }) => text !== '');
        for (const [at, character] of characters.entries()) {
          const span = decoded.toSource({ start: at, end: at + 1 });
          expect(slice(source, span)).toBe(character.source);
          for (let offset = span.start; offset < span.end; offset++) {
            expect(decoded.fromSource(offset)).toBe(at);
          }
        }
      }),
    );
  });

  test('every place of the source has one in the text, in the same order', () => {
    fc.assert(
      fc.property(pieces.map(single), fc.nat(5), (parts, before) => {
        const source = `${'#'.repeat(before)}${written(parts)}##`;
        const decoded = decode(parts, plainText(source, 0), before);
        let last = 0;
        for (let offset = before; offset <= before + written(parts).length; offset++) {
          const at = decoded.fromSource(offset);
          expect(at).toBeGreaterThanOrEqual(last);
          expect(at).toBeLessThanOrEqual(decoded.text.length);
          last = at ?? last;
        }
        expect(decoded.fromSource(before - 1)).toBeUndefined();
        expect(decoded.fromSource(source.length - 1)).toBeUndefined();
      }),
    );
  });

  test('a span is as far as from its first to its last character', () => {
    fc.assert(
      fc.property(pieces.map(single), fc.nat(30), fc.nat(30), (parts, from, length) => {
        const decoded = decode(parts, plainText(written(parts), 0), 0);
        const start = Math.min(from, decoded.text.length);
        const end = Math.min(start + length, decoded.text.length);
        const span = decoded.toSource({ start, end });
        if (end === start) expect(span.end).toBe(span.start);
        else {
          expect(span.start).toBe(decoded.toSource({ start, end: start + 1 }).start);
          expect(span.end).toBe(decoded.toSource({ start: end - 1, end }).end);
        }
      }),
    );
  });

  test('a text decoded twice is found through both', () => {
    fc.assert(
      fc.property(pieces.map(single), (parts) => {
        // The outer encoding writes every character as an escape of its own.
        const inner = written(parts);
        const outer: readonly Piece[] = inner
          .split('')
          .map((text) => ({ text, source: `<${text}>` }));
        const source = written(outer);
        const decoded = decode(parts, decode(outer, plainText(source, 0), 0), 0);
        const characters = parts.filter(({ text }) => text !== '');
        for (const [at, character] of characters.entries()) {
          const span = decoded.toSource({ start: at, end: at + 1 });
          const expected = character.source.split('').map((text) => `<${text}>`);
          expect(slice(source, span)).toBe(expected.join(''));
          expect(decoded.fromSource(span.start)).toBe(at);
        }
      }),
    );
  });

  test('what was dropped belongs to neither side', () => {
    // `a\b`, read as `ab`.
    const decoded = decodedText('ab', plainText('a\\b', 0), 0, 3, [
      { text: 1, sourceEnd: 1, source: 2 },
    ]);
    expect(decoded.toSource({ start: 0, end: 1 })).toEqual({ start: 0, end: 1 });
    expect(decoded.toSource({ start: 1, end: 2 })).toEqual({ start: 2, end: 3 });
    expect(decoded.toSource({ start: 0, end: 2 })).toEqual({ start: 0, end: 3 });
    expect(decoded.toSource({ start: 1, end: 1 })).toEqual({ start: 2, end: 2 });
    expect(decoded.fromSource(1)).toBe(1);
  });

  test('one source character that stands for two is found from both', () => {
    const decoded = decodedText('fix', plainText('ﬁx', 0), 0, 2, [
      { text: 2, sourceEnd: 1, source: 1 },
    ]);
    expect(decoded.toSource({ start: 0, end: 1 })).toEqual({ start: 0, end: 1 });
    expect(decoded.toSource({ start: 1, end: 2 })).toEqual({ start: 1, end: 1 });
    expect(decoded.toSource({ start: 2, end: 3 })).toEqual({ start: 1, end: 2 });
  });
});
