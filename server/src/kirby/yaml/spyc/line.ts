import { PhpArray } from '../php-array.ts';
import type { SpycLine } from './lines.ts';
import { part, type Piece, readAgain, trimmed, wholeLine, without } from './piece.ts';
import { spycPlace } from './place.ts';
import { maximumDepth, spycValue } from './scalar.ts';

/** What one line says. */
export type SpycNode =
  | {
      readonly kind: 'entries';
      /** Keys and values; the key 0 means: one more item. */
      readonly entries: PhpArray;
      /** `&name` or `*name`, when the line has one. */
      readonly group: string | undefined;
      /** Of `- key:` the key and its column: what is further in belongs to it. */
      readonly open: { readonly key: string; readonly column: number } | undefined;
    }
  | { readonly kind: 'error'; readonly message: string; readonly piece: Piece };

/** Reads a line (`Spyc::_parseLine()`). */
export function readSpycLine(line: SpycLine): SpycNode {
  const piece = trimmed(wholeLine(line));
  if (piece.text === '' || piece.text === '0') return node(new PhpArray());
  const group = groupIn(piece.text);
  return readContent(group === undefined ? piece : trimmed(without(piece, group)), group);
}

/** The key under which Spyc passes on a `0: value`, since the key 0 means an item of a list. */
export const zeroKey = '__!YAMLZero';

function readContent(piece: Piece, group: string | undefined): SpycNode {
  const { text } = piece;
  if (text.startsWith('- ') && text.endsWith(':')) {
    const key = unquotedKey(trimmed(part(piece, 1, -1)));
    const open = { key: key.text, column: text.indexOf(key.text) };
    const row = PhpArray.with(key.text, new PhpArray(), spycPlace(key, part(piece, text.length)));
    return {
      ...node(PhpArray.of(row, spycPlace(undefined, trimmed(part(piece, 1)))), group),
      open,
    };
  }
  if (text.endsWith(':')) {
    if (hasTooManyKeys(text)) return tooManyKeys(piece);
    const key = unquotedKey(trimmed(part(piece, 0, -1)));
    return node(PhpArray.with(key.text, '', spycPlace(key, part(piece, text.length))), group);
  }
  if (isItem(text)) return node(readItem(piece), group);
  if (text.startsWith('[') && text.endsWith(']')) {
    const list = spycValue(piece);
    const place = spycPlace(undefined, piece);
    return node(list instanceof PhpArray ? list : PhpArray.of(list, place), group);
  }
  return readPair(piece, group);
}

function readPair(piece: Piece, group: string | undefined): SpycNode {
  const { text } = piece;
  const colon = text.indexOf(': ');
  if (colon <= 0) return node(PhpArray.of(text, spycPlace(undefined, piece)), group);
  const quoted = /^(["'](.*)["'][ \t\n\v\f\r]*:)/s.exec(text);
  if (quoted !== null) {
    const key = part(piece, 1, 1 + (quoted[2] ?? '').length);
    return pair(key, trimmed(without(piece, quoted[1] ?? '')), group);
  }
  const value = trimmed(part(piece, colon + 2));
  if (hasTooManyKeys(value.text)) return tooManyKeys(value);
  return pair(trimmed(part(piece, 0, colon)), value, group);
}

function pair(key: Piece, value: Piece, group: string | undefined): SpycNode {
  const stored = key.text === '0' ? zeroKey : key.text;
  return node(PhpArray.with(stored, spycValue(value), spycPlace(key, value)), group);
}

/** The value behind the dash; `- - a` is a list in a list. */
function readItem(piece: Piece): PhpArray {
  let item = trimmed(part(piece, 1));
  let value = spycValue(item);
  const pieces = [item];
  while (typeof value === 'string' && isItem(value) && pieces.length <= maximumDepth) {
    item = trimmed(part(readAgain(item, value), 1));
    value = spycValue(item);
    pieces.push(item);
  }
  let list = new PhpArray();
  for (const [depth, at] of pieces.toReversed().entries()) {
    list = PhpArray.of(depth === 0 ? value : list, spycPlace(undefined, at));
  }
  return list;
}

function isItem(text: string): boolean {
  return text.startsWith('- ');
}

/** `a: b: c` is too much for Spyc; it lets brackets and quotation marks pass. */
function hasTooManyKeys(value: string): boolean {
  return value !== '' && !/^[[{"']/.test(value) && value.includes(': ');
}

function tooManyKeys(piece: Piece): SpycNode {
  return { kind: 'error', message: `Too many keys: ${piece.text}`, piece };
}

function unquotedKey(piece: Piece): Piece {
  const { text } = piece;
  const marks = text.startsWith("'") ? /^'+|'+$/g : /^"+|"+$/g;
  if (!/^["']/.test(text)) return piece;
  const inner = text.replace(marks, '');
  const start = text.indexOf(inner);
  return part(piece, start, start + inner.length);
}

/**
 * An anchor or alias, at the start or the end of a line. Spyc sees one in `5 *six` too; the letters
 * between `Z` and `a` in ASCII, which are no letters, belong to its names.
 */
function groupIn(line: string): string | undefined {
  if (!line.includes('&') && !line.includes('*')) return undefined;
  return (
    /^[&*][A-z0-9_-]+/.exec(line)?.[0] ??
    /&[A-z0-9_-]+$/.exec(line)?.[0] ??
    /\*[A-z0-9_-]+$/.exec(line)?.[0] ??
    /^[ \t]*<<[ \t]*:[ \t]*(\*[^ \t]+)/.exec(line)?.[1]
  );
}

function node(entries: PhpArray, group?: string): Extract<SpycNode, { kind: 'entries' }> {
  return { kind: 'entries', entries, group, open: undefined };
}
