import { trimSpan } from '../../text/php.ts';
import type { SpycLine } from './lines.ts';

/** A part of a line, and where it stands in the line's text. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether `text` is what stands there: Spyc takes things out of the middle now and then. */
  readonly isExact: boolean;
  readonly line: SpycLine;
}

export function wholeLine(line: SpycLine): Piece {
  return { text: line.text, start: 0, end: line.text.length, isExact: true, line };
}

/** What stands between two offsets of a piece. */
export function part(piece: Piece, from: number, to = piece.text.length): Piece {
  const text = piece.text.slice(from, to);
  if (!piece.isExact) return inexact(piece, text);
  const start = piece.start + Math.min(from, piece.text.length);
  return { text, start, end: start + text.length, isExact: true, line: piece.line };
}

/** PHP's `trim()`. */
export function trimmed(piece: Piece): Piece {
  const { start, end } = trimSpan(piece.text, { start: 0, end: piece.text.length });
  return start === 0 && end === piece.text.length ? piece : part(piece, start, end);
}

/** A piece without a text, wherever it stands in it. */
export function without(piece: Piece, removed: string): Piece {
  const { text } = piece;
  const isOnce = text.indexOf(removed) === text.lastIndexOf(removed);
  if (isOnce && text.startsWith(removed)) return part(piece, removed.length);
  if (isOnce && text.endsWith(removed)) return part(piece, 0, text.length - removed.length);
  return inexact(piece, text.replaceAll(removed, ''));
}

/** What was read from a piece, to be read once more. */
export function readAgain(piece: Piece, text: string): Piece {
  return piece.text.startsWith(text) ? part(piece, 0, text.length) : inexact(piece, text);
}

/** Another text in the stead of a piece. */
export function inexact({ start, end, line }: Piece, text: string): Piece {
  return { text, start, end, isExact: false, line };
}
