import type { ContentFile, SiteOptions } from './site.ts';

/** What HTML's `lang` and `dir` are for the text of a content file. */
export interface ContentLanguage {
  /** As in HTML, `pt-BR`; empty when it is not known. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

/**
 * The language of a content file: the one in its name, else the site's default language, else the one
 * of its option `locale`. What a language file says of the direction counts before the language itself.
 */
export function contentLanguage(
  options: SiteOptions | undefined,
  file: ContentFile | undefined,
): ContentLanguage {
  const code = file?.language ?? options?.defaultLanguage;
  const said = options?.languageDetails.find((one) => one.code === code)?.direction;
  const language = languageTag(code ?? options?.locale ?? '');
  return { language, direction: said ?? (isRightToLeft(language) ? 'rtl' : 'ltr') };
}

/** The tag of a code or of a locale: `de_CH.utf-8` → `de-CH`. What cannot be one is empty. */
function languageTag(code: string): string {
  const tag = code.replace(/[.@].*$/, '').replaceAll('_', '-');
  return /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(tag) ? tag : '';
}

/** Languages that are written from the right, in whatever country. */
const rightToLeft: ReadonlySet<string> = new Set(
  'ar arc arz ckb dv fa glk he iw khw lrc mzn nqo pnb ps sd sdh syr ug ur yi ji'.split(' '),
);

/** The script counts before the language, where a tag names one: `az-Arab`, `ku-Latn`. */
function isRightToLeft(tag: string): boolean {
  const [language = '', ...rest] = tag.toLowerCase().split('-');
  const script = rest.find((part) => /^[a-z]{4}$/.test(part));
  if (script === undefined) return rightToLeft.has(language);
  return ['arab', 'hebr', 'thaa', 'syrc', 'nkoo', 'aran'].includes(script);
}
