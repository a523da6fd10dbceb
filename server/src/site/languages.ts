import { isPhpArray, phpValueAt, readPhp } from './php/literal.ts';
import { stemOf } from './file-types.ts';

/** The languages of a site; both empty in a single-language site. */
export interface SiteLanguages {
  readonly codes: readonly string[];
  readonly defaultCode: string | undefined;
}

/**
 * The languages that the files of `site/languages` define (`Kirby\Cms\Languages::load()`). A file
 * that cannot be read as a literal still counts by its name: it would be strange to miss a language.
 *
 * @param files sources by file name: `de.php`
 */
export function readLanguages(files: ReadonlyMap<string, string>): SiteLanguages {
  const languages = [...files].sort().flatMap(([name, source]) => {
    const { returned } = readPhp(source, '/site/languages');
    if (returned !== undefined && !isPhpArray(returned)) return [];
    const code = phpValueAt(returned, 'code');
    return [
      {
        code: typeof code === 'string' && code !== '' ? code : stemOf(name),
        isDefault: phpValueAt(returned, 'default') === true,
      },
    ];
  });
  // Without a default Kirby looks things up in the first.
  const first = languages.find(({ isDefault }) => isDefault) ?? languages[0];
  return { codes: languages.map(({ code }) => code), defaultCode: first?.code };
}
