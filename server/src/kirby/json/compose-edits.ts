import type { TextEdit } from './text-edit.ts';

/** A piece of the text in between: so many characters of the first one, or new ones. */
interface Piece {
  readonly length: number;
  /** Where the characters stand in the first text; `undefined`: `text` has them. */
  readonly from: number | undefined;
  readonly text: string;
}

/**
 * Edits of a text and edits of what they made of it, as edits of the first text.
 *
 * @param length of the first text
 * @param first in rising order and apart from each other; the `next` ones as well
 * @returns in rising order and apart from each other
 */
export function composeEdits(
  length: number,
  first: readonly TextEdit[],
  next: readonly TextEdit[],
): readonly TextEdit[] {
  const pieces = piecesOf(length, first);
  const out: Piece[] = [];
  let at = 0;
  for (const { span, text } of next) {
    out.push(...cut(pieces, at, span.start));
    if (text !== '') out.push({ length: text.length, from: undefined, text });
    at = span.end;
  }
  out.push(
    ...cut(
      pieces,
      at,
      pieces.reduce((sum, piece) => sum + piece.length, 0),
    ),
  );
  return editsOf(length, out);
}

function piecesOf(length: number, edits: readonly TextEdit[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const keep = (end: number): void => {
    if (end > at) pieces.push({ length: end - at, from: at, text: '' });
  };
  for (const { span, text } of edits) {
    keep(span.start);
    if (text !== '') pieces.push({ length: text.length, from: undefined, text });
    at = span.end;
  }
  keep(length);
  return pieces;
}

/** What stands between two offsets of the text that the pieces make. */
function cut(pieces: readonly Piece[], start: number, end: number): readonly Piece[] {
  const inside: Piece[] = [];
  let at = 0;
  for (const { length, from, text } of pieces) {
    const left = Math.max(start - at, 0);
    const right = Math.min(end - at, length);
    if (right > left) {
      inside.push({
        length: right - left,
        from: from === undefined ? undefined : from + left,
        text: text.slice(left, right),
      });
    }
    at += length;
  }
  return inside;
}

function editsOf(length: number, pieces: readonly Piece[]): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  let text = '';
  const close = (start: number): void => {
    if (text !== '' || start > at) edits.push({ span: { start: at, end: start }, text });
    text = '';
  };
  for (const piece of pieces) {
    if (piece.from === undefined) text += piece.text;
    else {
      close(piece.from);
      at = piece.from + piece.length;
    }
  }
  close(length);
  return edits;
}
