import { asciiUpperFirst, phpTrim } from '../text/php.ts';
import { toAscii } from './ascii.ts';

/** Spellings of a language that go before the general ones: `{ ä: 'ae' }` in German. */
export type SlugRules = Readonly<Record<string, string>>;

/** No slug that Kirby makes of a text is longer. */
const maximum = 128;

/**
 * A text as `Kirby\Toolkit\Str::slug()` writes it: `Füße & Hände` gives `fusse-hande`. Empty when
 * nothing of it has an ASCII spelling.
 */
export function slug(text: string, rules: SlugRules = {}): string {
  return slugWith(text, rules, /[^a-z0-9]+/g);
}

/**
 * The name of an uploaded file as `Kirby\Filesystem\F::safeName()` has it: `Über uns (2).JPG` gives
 * `uber-uns-2.jpg`. Of a name without an ASCII spelling only the extension is left: `.jpg`.
 */
export function safeName(name: string, rules: SlugRules = {}): string {
  const dot = name.lastIndexOf('.');
  const stem = slugWith(dot < 0 ? name : name.slice(0, dot), rules, /[^a-z0-9@._-]+/g);
  const extension = dot < 0 ? '' : slug(name.slice(dot + 1), rules);
  return extension === '' ? stem : `${stem}.${extension}`;
}

/** @param others what becomes a hyphen */
function slugWith(text: string, rules: SlugRules, others: RegExp): string {
  let lower = phpTrim(text).toLowerCase();
  for (const [from, to] of Object.entries(rules)) lower = lower.replaceAll(from, to);
  return toAscii(lower)
    .replace(others, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '')
    .slice(0, maximum);
}

/**
 * The name that Kirby writes for a field (`Kirby\Data\Txt::encode()`): `my_field` gives `My-field`.
 * Empty for names without an ASCII spelling.
 */
export function fieldKey(name: string, rules: SlugRules = {}): string {
  return asciiUpperFirst(slug(name, rules));
}

/** Whether Kirby reads the name of a field, in lower case, as it writes it: not `my-field`, not `größe`. */
export function isLasting(name: string): boolean {
  return /^[a-z0-9]+(?:_[a-z0-9]+)*$/.test(name) && name !== '0' && name.length <= maximum;
}
