import { PhpArray, type PhpValue } from '../php-array.ts';
import { fitsInteger, isNumeric } from '../../text/php-number.ts';
import { splitFlow } from './flow.ts';
import { part, type Piece, trimmed } from './piece.ts';
import { spycPlace } from './place.ts';
import { doubleEscapes, isQuoted, plainPiece, singleEscapes, unescaped } from './quoted.ts';

/** Deeper lists are kept as text. PHP would read on; no author writes this. */
export const maximumDepth = 64;

/** What Spyc makes of the text of a value (`Spyc::_toType()`). */
export function spycValue(piece: Piece, depth = 0): PhpValue {
  const { text } = piece;
  if (text === '') return '';
  if (isQuoted(text)) return unquoted(text);
  const plain = plainPiece(piece);
  const value = plain.text;
  if (depth > maximumDepth) return value;
  const first = text.charAt(0);
  const last = text.charAt(text.length - 1);
  if (first === '[' && last === ']') return flowList(plain, depth);
  if (value.includes(': ') && first !== '{') {
    const colon = value.indexOf(': ');
    const key = trimmed(part(plain, 0, colon));
    const inner = trimmed(part(plain, colon + 2));
    return PhpArray.with(key.text, spycValue(inner, depth + 1), spycPlace(key, inner));
  }
  if (first === '{' && last === '}') return flowMap(plain, depth);
  return plainValue(value);
}

function unquoted(text: string): string {
  const escapes = text.startsWith("'") ? singleEscapes : doubleEscapes;
  return text.slice(1, -1).replace(escapes, unescaped);
}

function flowList(piece: Piece, depth: number): PhpValue {
  const list = new PhpArray();
  const inner = trimmed(part(piece, 1, -1));
  if (inner.text === '') return list;
  for (const item of splitFlow(inner)) {
    list.append(spycValue(item, depth + 1), spycPlace(undefined, item));
  }
  return list;
}

/** `{a: 1, b}`: what has no colon is appended like an item of a list, what is empty is dropped. */
function flowMap(piece: Piece, depth: number): PhpValue {
  const map = new PhpArray();
  const inner = trimmed(part(piece, 1, -1));
  if (inner.text === '') return map;
  for (const item of splitFlow(inner)) {
    const value = spycValue(item, depth + 1);
    if (value instanceof PhpArray) {
      const key = value.firstKey;
      if (key !== undefined) map.set(key, value.get(key) ?? null, value.placeOf(key));
    } else if (!isEmpty(value)) map.append(value, spycPlace(undefined, item));
  }
  return map;
}

/** PHP's `empty()`. */
function isEmpty(value: Exclude<PhpValue, PhpArray>): boolean {
  return value === null || value === false || value === 0 || value === '' || value === '0';
}

/** Spyc knows the words of YAML 1.1, in lower case, upper case and capitalised. */
function plainValue(value: string): PhpValue {
  if (value === '' || isWord(value, ['null', '~'])) return null;
  if (/^-?[1-9][0-9]*$/.test(value)) return fitsInteger(value) ? Number(value) : value;
  if (/^0[xX][0-9a-fA-F]+$/.test(value)) return Number(value);
  if (isTrueWord(value)) return true;
  if (isFalseWord(value)) return false;
  if (value === '0') return 0;
  // `1.0` and `0.50` end in a nought and stay text, `007` and `1.5` become numbers.
  return isNumeric(value) && !value.endsWith('0') ? Number(value) : value;
}

/** Whether Spyc would read a text as a word with a meaning, so that it must be quoted. */
export function isSpycWord(value: string): boolean {
  return isTrueWord(value) || isFalseWord(value) || isWord(value, ['null', '~']);
}

function isTrueWord(value: string): boolean {
  return isWord(value, ['true', 'on', 'yes', 'y']);
}

function isFalseWord(value: string): boolean {
  return isWord(value, ['false', 'off', 'no', 'n']);
}

function isWord(value: string, words: readonly string[]): boolean {
  if (value.length > 5) return false;
  const lower = value.toLowerCase();
  if (!words.includes(lower)) return false;
  const isCapitalised = value === lower.charAt(0).toUpperCase() + lower.slice(1);
  return value === lower || value === lower.toUpperCase() || isCapitalised;
}
