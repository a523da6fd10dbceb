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
  let lower = phpTrim(text).toLowerCase();
  for (const [from, to] of Object.entries(rules)) lower = lower.replaceAll(from, to);
  return toAscii(lower)
    .replace(/[^a-z0-9]+/gi, '-')
    .replace(/^-|-$/g, '')
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
