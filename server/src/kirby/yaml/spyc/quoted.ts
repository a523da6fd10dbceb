import { isSpace, trimEndOf } from '../../text/php.ts';
import { part, type Piece } from './piece.ts';

/** A text in quotation marks, which need not be the same at both ends. */
export function isQuoted(text: string): boolean {
  return isQuote(text.charAt(0)) && isQuote(text.charAt(text.length - 1));
}

/** Cuts from the first `#` with a blank before it on, unless it is the last character. */
export function plainPiece(piece: Piece): Piece {
  const { text } = piece;
  if (!text.includes(' #')) return piece;
  let hash = text.indexOf('#', 1);
  while (hash >= 0 && !isSpace(text.charCodeAt(hash - 1))) hash = text.indexOf('#', hash + 1);
  if (hash < 0 || hash === text.length - 1) return piece;
  return part(piece, 0, trimEndOf(text.slice(0, hash), ' \t\n\v\f\r').length);
}

/** What stands for another character in single quotation marks. */
export const singleEscapes = /\\n|''|\\'/g;

/** What stands for another character in double quotation marks. */
export const doubleEscapes = /\\n|\\["']/g;

/** The character that an escape stands for. */
export function unescaped(sequence: string): string {
  return sequence === '\\n' ? '\n' : sequence.slice(1);
}

function isQuote(character: string): boolean {
  return character === '"' || character === "'";
}
