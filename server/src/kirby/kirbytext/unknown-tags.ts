import { distance } from '../text/near.ts';
import { asciiLower } from '../text/php.ts';
import type { Span } from '../text/span.ts';
import { codeIn } from './in-code.ts';
import { tagTypes } from './tag-types.ts';

/** Text in parentheses that was meant for a tag, in all likelihood, and is none. */
export interface UnknownTag {
  /** What stands in the place of the name, blanks and all: `imgae`, `link `. */
  readonly written: string;
  /** Between the parenthesis and the colon. */
  readonly span: Span;
  /** The type that was meant. */
  readonly near: string;
  /** `blank`: the name is right, but Kirby wants the three signs together; `colon`: that is missing. */
  readonly kind: 'slip' | 'blank' | 'colon';
}

const candidate = /\(([ \t]*)([A-Za-z\d_-]{2,20})([ \t]*):[ \t]*([^()\s]+)/g;

/** Types that prose in parentheses does not begin with, and what they show behind a blank. */
const withoutColon = /\((image|video|file|link)[ \t]+([^()\s]+)/gi;

/** Abbreviations that no distance finds. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['img', 'image'],
  ['url', 'link'],
  ['mail', 'email'],
  ['phone', 'tel'],
]);

/**
 * `Kirby\Text\KirbyTags` leaves alone what has no type it knows. Most of that is prose; a slip is
 * only what is near to a type and holds something which that type could show.
 */
export function unknownTags(text: string): readonly UnknownTag[] {
  if (!text.includes('(')) return [];
  const isInCode = codeIn(text);
  const found: UnknownTag[] = [];
  for (const match of text.matchAll(candidate)) {
    const [, before = '', name = '', after = '', value = ''] = match;
    const kind = before + after === '' ? 'slip' : 'blank';
    const near = meant(asciiLower(name), value, kind);
    // `(Film: …)` at the beginning of a note is a word of its own.
    const isWord = kind === 'slip' && asciiLower(name) !== name;
    if (near === undefined || isWord || isInCode(match.index)) continue;
    const start = match.index + 1;
    const written = before + name + after;
    found.push({ written, span: { start, end: start + written.length }, near, kind });
  }
  for (const { 1: written = '', 2: value = '', index } of text.matchAll(withoutColon)) {
    const near = asciiLower(written);
    if (!fits(near, value) || isInCode(index)) continue;
    const span = { start: index + 1, end: index + 1 + written.length };
    found.push({ written, span, near, kind: 'colon' });
  }
  return found;
}

function meant(name: string, value: string, kind: 'slip' | 'blank'): string | undefined {
  if (tagTypes.has(name)) return kind === 'blank' && fits(name, value) ? name : undefined;
  if (kind === 'blank') return undefined;
  const other = otherNames.get(name);
  if (other !== undefined) return fits(other, value) ? other : undefined;
  // Plurals are what lists in prose begin with.
  if (name.endsWith('s') && tagTypes.has(name.slice(0, -1))) return undefined;
  const most = name.length < 5 ? 1 : 2;
  return [...tagTypes.keys()]
    .filter((type) => fits(type, value))
    .flatMap((type) => {
      const rank = distance(name, type, most);
      return rank === undefined ? [] : [{ type, rank }];
    })
    .sort((a, b) => a.rank - b.rank)[0]?.type;
}

/** Whether a type could do anything with a value. */
function fits(type: string, value: string): boolean {
  return shapes.get(type)?.test(value) === true;
}

const address = String.raw`https?:\/\/\S+\.\S+`;
const shapes: ReadonlyMap<string, RegExp> = new Map([
  ['image', /^(?:file:\/\/\w+|(?:https?:\/\/)?\S+\.(?:jpe?g|png|gif|webp|avif|svg))$/i],
  ['video', new RegExp(`^(?:file://\\w+|\\S+\\.(?:mp4|webm|mov|ogv)|${address})$`, 'i')],
  ['file', /^(?:file:\/\/\w+|[^\s:]+\.[a-z\d]{2,5})$/i],
  ['link', new RegExp(`^(?:(?:page|file)://\\w+|${address}|/[\\w-]+\\S*)$`, 'i')],
  ['email', /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i],
  ['tel', /^\+?\d[\d/-]{2,}$/],
  ['youtube', new RegExp(`^${address}$`, 'i')],
  ['vimeo', new RegExp(`^${address}$`, 'i')],
  ['gist', new RegExp(`^${address}$`, 'i')],
]);
