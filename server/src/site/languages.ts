import type { SlugRules } from '../kirby/content/slug.ts';
import { isPhpArray, type PhpArray, type PhpValue, phpValueAt, readPhp } from './php/literal.ts';
import { stemOf } from './file-types.ts';
import type { ContentFile, SiteOptions } from './site.ts';

/** The languages of a site; all empty in a single-language site. */
export interface SiteLanguages {
  readonly codes: readonly string[];
  readonly defaultCode: string | undefined;
  readonly details: readonly SiteLanguage[];
}

/** A language as its file defines it, as far as that is literal. */
export interface SiteLanguage {
  /** Stands in the names of content files: `article.de.txt`. */
  readonly code: string;
  /** `undefined`: only PHP can tell. */
  readonly isDefault: boolean | undefined;
  /** `false`: the code is a guess from the file's name. */
  readonly isCodeKnown: boolean;
  /** `Deutsch`; the code where there is no name. */
  readonly name: string;
  /** `undefined`: its file does not say. */
  readonly direction: 'ltr' | 'rtl' | undefined;
  /** The locale of PHP's `LC_ALL`: `de_DE`. */
  readonly locale: string | undefined;
  /** A path or an address; without one Kirby takes the code. */
  readonly url: string | undefined;
  /** Spellings in slugs and keys: `{ ä: 'ae' }`. */
  readonly slugs: SlugRules;
  /** Typographic marks by the names of SmartyPants: `{ 'doublequote.open': '„' }`. */
  readonly smartypants: Readonly<Record<string, string>>;
}

/**
 * The languages that the files of `site/languages` define (`Kirby\Cms\Languages::load()`). A file
 * that cannot be read as a literal still counts by its name: it would be strange to miss a language.
 *
 * @param files sources by file name: `de.php`
 */
export function readLanguages(files: ReadonlyMap<string, string>): SiteLanguages {
  const details = [...files].sort().flatMap(([name, source]) => {
    const { returned } = readPhp(source, '/site/languages');
    if (returned === undefined) return [guessed(stemOf(name))];
    return isPhpArray(returned) ? [readLanguage(returned, stemOf(name))] : [];
  });
  // Without a default Kirby looks things up in the first.
  const first = details.find(({ isDefault }) => isDefault === true) ?? details[0];
  return { codes: details.map(({ code }) => code), defaultCode: first?.code, details };
}

/**
 * The language that a content file translates the default language into. `undefined` for the
 * default language, and wherever it is not certain which language that is: Kirby drops fields of
 * others only where one language says `default => true`.
 */
export function translationLanguage(
  file: ContentFile | undefined,
  { languageDetails }: SiteOptions,
): SiteLanguage | undefined {
  if (file?.language === undefined) return undefined;
  const defaults = languageDetails.filter(({ isDefault }) => isDefault === true);
  const own = languageDetails.filter(({ code }) => code === file.language);
  const [language] = own;
  const isCertain =
    defaults.length === 1 &&
    defaults[0]?.isCodeKnown === true &&
    own.length === 1 &&
    language?.isCodeKnown === true;
  return isCertain && language.isDefault === false ? language : undefined;
}

/** The spellings that Kirby takes for names of files and keys: those of the default language. */
export function defaultSlugs({ languageDetails, defaultLanguage }: SiteOptions): SlugRules {
  return languageDetails.find(({ code }) => code === defaultLanguage)?.slugs ?? {};
}

function guessed(code: string): SiteLanguage {
  return {
    code,
    isDefault: undefined,
    isCodeKnown: false,
    name: code,
    direction: undefined,
    locale: undefined,
    url: undefined,
    slugs: {},
    smartypants: {},
  };
}

function readLanguage(definition: PhpArray, stem: string): SiteLanguage {
  // What an array unpacks into itself has no key of its own, and may be anything.
  const isWhole = !definition.has('0');
  const code = definition.get('code');
  const given = isText(code) ? code : stem;
  const isDefault = definition.get('default');
  const knowsDefault = definition.has('default') ? isDefault !== undefined : isWhole;
  const name = definition.get('name');
  const url = definition.get('url');
  return {
    code: given,
    isDefault: knowsDefault ? isDefault === true : undefined,
    isCodeKnown: isText(code) || (isWhole && (!definition.has('code') || code === null)),
    name: isText(name) ? name : given,
    direction: directionOf(definition.get('direction')),
    locale: localeOf(definition.get('locale')),
    url: typeof url === 'string' ? url : undefined,
    slugs: texts(definition.get('slugs')),
    smartypants: texts(definition.get('smartypants')),
  };
}

/** Anything but `rtl` is left to right for Kirby; what is not said is the language's own. */
function directionOf(direction: PhpValue): SiteLanguage['direction'] {
  if (direction === 'rtl') return 'rtl';
  return direction === 'ltr' ? 'ltr' : undefined;
}

/** A locale for everything, or for each of PHP's categories, whose constants are not read. */
export function localeOf(locale: PhpValue): string | undefined {
  if (isText(locale)) return locale;
  const all = phpValueAt(locale, 'LC_ALL');
  return isText(all) ? all : undefined;
}

function texts(value: PhpValue): Readonly<Record<string, string>> {
  if (!isPhpArray(value)) return {};
  return Object.fromEntries(
    [...value].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function isText(value: PhpValue): value is string {
  return typeof value === 'string' && value !== '';
}
