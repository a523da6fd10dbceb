import type { Span } from './span.ts';

/**
 * Text as people compare it: letter case and accents aside, `ß` as `ss` and `œ` as `oe`, every kind
 * of quote, dash and blank as the one that a keyboard has, and blanks in a row as one.
 * `L’Été  À\nGroße` becomes `l'ete a grosse`.
 */
export function fold(text: string): string {
  const ascii = /[^\0-\x7f]/.test(text) ? text.replace(/[^\0-\x7f]+/g, foldedCharacters) : text;
  const lower = ascii.toLowerCase();
  return /[\0-\x1f\x7f]| {2}/.test(lower) ? lower.replace(/[\0-\x20\x7f]+/g, ' ') : lower;
}

function foldedCharacters(run: string): string {
  let folded = '';
  for (const character of run) folded += foldedCharacter(character);
  return folded;
}

/**
 * The span of a text that a span of its folded form stands for. A letter that folds to several is
 * taken whole, and accents that follow a letter as characters of their own belong to it.
 */
export function unfoldSpan(text: string, span: Span): Span {
  // Of ASCII with single spaces only the case of its letters changes.
  if (!/[^ -~]| {2}/.test(text)) return span;
  let start = text.length;
  let end = text.length;
  let at = 0;
  eachFolded(text, (piece, from) => {
    if (at >= span.end && piece !== '') {
      end = from;
      return false;
    }
    if (at <= span.start && at + piece.length > span.start) start = from;
    at += piece.length;
    return true;
  });
  return { start: Math.min(start, end), end };
}

/** Hands out the folded form of each character with its offset, until the answer is `false`. */
function eachFolded(text: string, take: (piece: string, offset: number) => boolean): void {
  let isBlank = false;
  for (let at = 0; at < text.length;) {
    // Half of a character may stand alone.
    const size = (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    let piece = foldedCharacter(text.slice(at, at + size));
    if (piece === ' ') {
      if (isBlank) piece = '';
      isBlank = true;
    } else if (piece !== '') {
      isBlank = false;
    }
    if (!take(piece, at)) return;
    at += size;
  }
}

/** The characters that are no letters with an accent, and what is typed for them. */
const typed: readonly (readonly [characters: string, typed: string])[] = [
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
  ['ς', 'σ'],
  ['‘’‚‛′ʼ', "'"],
  ['“”„‟″', '"'],
  ['‐‑‒–—―−', '-'],
  ['…', '...'],
  // Hyphens and joints that nobody sees.
  ['\u00ad\u200b\u200c\u200d\u2060\ufeff', ''],
];

const typedFor = new Map(typed.flatMap(([all, one]) => Array.from(all, (each) => [each, one])));

/** More different characters than most sites have; a text in Chinese has some thousands. */
const MOST_KNOWN = 20_000;
const known = new Map<string, string>();

/** The folded form of one character by itself: of a blank a space, of an accent nothing. */
export function foldedCharacter(character: string): string {
  const before = known.get(character);
  if (before !== undefined) return before;
  const bare = character
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
  const folded = /^[\s\0-\x1f\x7f]$/u.test(bare) ? ' ' : (typedFor.get(bare) ?? bare);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(character, folded);
  return folded;
}

/** For each code unit what it folds to; 0 where that is not looked up yet. */
const units = new Uint16Array(0x10000);
/** What folds to several characters, to none, or is half of a character. */
const MANY = 0xffff;
const BLANK = 32;
let room = new Uint16Array(1024);

/**
 * The code units of a folded text, several times faster than the text itself. They are gone with the
 * next call.
 */
export function foldedUnits(text: string): Uint16Array {
  // The longest a character becomes: nothing has more than four letters in it.
  if (room.length < text.length * 4) room = new Uint16Array(text.length * 8);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const unit = units[code] || lookedUp(code);
    if (unit !== MANY) {
      if (unit !== BLANK || length === 0 || room[length - 1] !== BLANK) room[length++] = unit;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    at += character.length - 1;
    const folded = foldedCharacter(character);
    for (let index = 0; index < folded.length; index++) room[length++] = folded.charCodeAt(index);
  }
  return room.subarray(0, length);
}

function lookedUp(code: number): number {
  const isHalf = code >= 0xd800 && code < 0xe000;
  const folded = isHalf ? '' : foldedCharacter(String.fromCharCode(code));
  const unit = folded.length === 1 ? folded.charCodeAt(0) : MANY;
  units[code] = unit;
  return unit;
}
