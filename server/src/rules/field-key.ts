import type { ContentDocument, Field } from '../kirby/content/document.ts';
import { slice } from '../kirby/text/span.ts';
import { definitionOf } from '../site/json-fields.ts';
import type { RuleContext } from './rule.ts';

/** Letters, digits and what joins them, no sentence and no mark-up. */
const oneWord = /^[\p{L}\p{N}_][^\s"'“”«»<>{}[\]()|*`]*$/u;
const fewWords = /^[\p{L}\p{N}_][\p{L}\p{N}\p{M} _&+/'’-]*$/u;
const simple = /^[A-Za-z][A-Za-z0-9]*(?:[-_][A-Za-z0-9]+)*$/;

/** What no key has more of; a sentence has. */
const MOST_WORDS = 4;
const LONGEST = 60;

/**
 * Whether a key, as it is written, may be meant as one. What stands before the first colon of a text
 * is a key to Kirby, whole sentences and several lines of them too.
 */
export function looksLikeKey(written: string): boolean {
  if (simple.test(written)) return true;
  const key = visible(written);
  if (key.length > LONGEST || key.includes('\n')) return false;
  return oneWord.test(key) || (fewWords.test(key) && key.split(' ').length <= MOST_WORDS);
}

/** The key of a field as it stands in the file. */
export function writtenKey({ text }: ContentDocument, { nameSpan }: Field): string {
  return slice(text, nameSpan);
}

/** What has no width: byte order marks, joiners, marks of direction, soft hyphens. */
const unseen = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]+/gu;
/** What looks like a blank and is none to Kirby. */
const otherBlanks = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]+/gu;

/** A key without characters that nobody sees, and with ordinary blanks. */
export function visible(written: string): string {
  if (!/[^\x00-\x7F]/u.test(written)) return written;
  return written.replace(unseen, '').replace(otherBlanks, ' ').trim();
}

/** Whether a key has characters that nobody sees, and is one without them. */
export function hidesInvisible(written: string): boolean {
  const seen = visible(written);
  return seen !== written && looksLikeKey(seen);
}

/** Names that have a meaning in every site. */
const reserved: ReadonlySet<string> = new Set(['title', 'uuid', 'template', 'sort', 'slug']);

/** Whether Kirby itself or the blueprint of the file has a field of this name. */
export function isKnownField({ site, file }: RuleContext, name: string): boolean {
  if (reserved.has(name)) return true;
  if (site === undefined || file === undefined) return false;
  const definitions = site.blueprints.of(file.model)?.fields;
  return definitions !== undefined && definitionOf(definitions, name) !== undefined;
}
