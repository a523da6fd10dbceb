import { decodedText, type Jump, type MappedText } from '../../text/mapped-text.ts';
import { memo } from '../../text/memo.ts';
import { trimSpan } from '../../text/php.ts';
import type { Span } from '../../text/span.ts';
import type { Place, Written } from '../place.ts';
import { blurredText, escapedText, linesText } from '../written-text.ts';
import { type SpycLine, type SpycLiteral, literalMark } from './lines.ts';
import { part, type Piece } from './piece.ts';
import { doubleEscapes, isQuoted, plainPiece, singleEscapes, unescaped } from './quoted.ts';

/** The place of what was read from a piece of a line; `undefined` when nobody asked for places. */
export function spycPlace(key: Piece | undefined, value: Piece): Place | undefined {
  return value.line.isPlaced ? new SpycPlace(key, value, false) : undefined;
}

/** The same for a value that an alias brings in. */
export function aliasPlace(place: Place | undefined): Place | undefined {
  return place instanceof SpycPlace ? place.asAlias() : undefined;
}

class SpycPlace implements Place {
  readonly #key: Piece | undefined;
  readonly #value: Piece;
  readonly isAlias: boolean;

  constructor(key: Piece | undefined, value: Piece, isAlias: boolean) {
    this.#key = key;
    this.#value = value;
    this.isAlias = isAlias;
  }

  asAlias(): Place {
    return new SpycPlace(this.#key, this.#value, true);
  }

  keySpan(source: MappedText): Span | undefined {
    return this.#key && pieceSpan(this.#key, source);
  }

  written(text: string | undefined, source: MappedText): Written {
    const piece = this.#value;
    const { literal } = piece.line;
    const outer = pieceSpan(piece, source);
    if (this.isAlias) return { style: 'alias', span: outer, outer, text: undefined };
    if (literal?.text === text && literal !== undefined && piece.text.endsWith(literalMark)) {
      return writtenLiteral(piece, literal, source);
    }
    // A line that is nothing but text is taken as it is, quotation marks and all.
    if (piece.text === text) return writtenPlain(piece, text, source);
    return isQuoted(piece.text)
      ? writtenQuoted(piece, text, source)
      : writtenPlain(plainPiece(piece), text, source);
  }
}

function writtenQuoted(piece: Piece, text: string | undefined, source: MappedText): Written {
  const inner = part(piece, 1, -1);
  const line = lineText(piece.line, source);
  const isSingle = piece.text.startsWith("'");
  const mapped = (value: string): MappedText =>
    inner.isExact
      ? escapedText(value, line, inner, isSingle ? singleEscapes : doubleEscapes, unescaped)
      : blurredText(value, line.toSource(inner));
  return {
    style: isSingle ? 'single' : 'double',
    span: pieceSpan(inner, source),
    outer: pieceSpan(piece, source),
    text: text === undefined ? undefined : mapped(text),
  };
}

function writtenPlain(piece: Piece, text: string | undefined, source: MappedText): Written {
  const line = lineText(piece.line, source);
  const span = pieceSpan(piece, source);
  const mapped = (value: string): MappedText =>
    piece.isExact && piece.text === value && !value.includes(literalMark)
      ? decodedText(value, line, piece.start, piece.end, [])
      : blurredText(value, span);
  return { style: 'plain', span, outer: span, text: text === undefined ? undefined : mapped(text) };
}

function writtenLiteral(piece: Piece, literal: SpycLiteral, source: MappedText): Written {
  const { start, end } = trimSpan(source.text, literal.body);
  // The header stands at the end of the line, what is before it goes with it: `a: x |`.
  const before = piece.text === literalMark ? literal.header : piece.line.start + piece.start;
  const last = Math.max(end, literal.header + 1);
  return {
    style: literal.style === '|' ? 'literal' : 'folded',
    span: source.toSource(start < end ? { start, end } : { start: last, end: last }),
    outer: source.toSource({ start: Math.min(before, literal.header), end: last }),
    text: linesText(literal.text, source, literal.body),
  };
}

/** Where a piece of a line stands in the document. */
export function pieceSpan(piece: Piece, source: MappedText): Span {
  return lineText(piece.line, source).toSource({ start: piece.start, end: piece.end });
}

/** The text of a line with the way back to the document. */
function lineText(line: SpycLine, source: MappedText): MappedText {
  return lineTexts(source)(line);
}

const lineTexts = memo((source: MappedText) =>
  memo((line: SpycLine) =>
    decodedText(line.text, source, line.start, line.end, [...markJumps(line), ...line.joints]),
  ),
);

/** The mark of a block scalar stands for the one character of its header. */
function markJumps({ text, literal }: SpycLine): readonly Jump[] {
  const mark = literal === undefined ? -1 : text.indexOf(literalMark);
  if (literal === undefined || mark < 0) return [];
  const { header } = literal;
  return [
    { text: mark, sourceEnd: header, source: header },
    { text: mark + literalMark.length, sourceEnd: header + 1, source: header + 1 },
  ];
}
