import { describe, expect, test } from 'vitest';
import { contentLanguage } from '../../server/src/site/content-language.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import { siteFrom } from '../support/site.ts';

async function languageOf(
  site: Readonly<Record<string, string>>,
  name: string,
): Promise<readonly [string, string]> {
  const files = Object.fromEntries(
    Object.entries(site).map(([path, code]) => [`site/${path}`, `<?php return ${code};`]),
  );
  const read = await siteFrom({ [`content/home/${name}`]: 'Title: Home', ...files });
  const { language, direction } = contentLanguage(
    read.options,
    read.contentFile(sitePath(`content/home/${name}`)),
  );
  return [language, direction];
}

const german = { 'languages/de.php': `['code' => 'de', 'default' => true]` };

describe('the language of a content file', () => {
  test.each([
    ['of its own', german, 'home.de.txt', ['de', 'ltr']],
    [
      'of a translation',
      { ...german, 'languages/he.php': `['code' => 'he']` },
      'home.he.txt',
      ['he', 'rtl'],
    ],
    ['the default one', german, 'home.txt', ['de', 'ltr']],
    [
      'with a country',
      { 'languages/pt_BR.php': `['code' => 'pt_BR', 'default' => true]` },
      'home.pt_BR.txt',
      ['pt-BR', 'ltr'],
    ],
    [
      'in the other script',
      { 'languages/az-Arab.php': `['code' => 'az-Arab', 'default' => true]` },
      'home.az-Arab.txt',
      ['az-Arab', 'rtl'],
    ],
    [
      'in Latin script',
      { 'languages/ur-Latn.php': `['code' => 'ur-Latn', 'default' => true]` },
      'home.ur-Latn.txt',
      ['ur-Latn', 'ltr'],
    ],
    [
      'whose direction is said',
      { 'languages/ar.php': `['code' => 'ar', 'default' => true, 'direction' => 'ltr']` },
      'home.ar.txt',
      ['ar', 'ltr'],
    ],
    [
      'whose direction is said, against all use',
      { 'languages/en.php': `['code' => 'en', 'default' => true, 'direction' => 'rtl']` },
      'home.en.txt',
      ['en', 'rtl'],
    ],
    [
      'of the site’s locale',
      { 'config/config.php': `['locale' => 'fa_IR.utf-8']` },
      'home.txt',
      ['fa-IR', 'rtl'],
    ],
    [
      'of a locale in parts',
      { 'config/config.php': `['locale' => ['LC_ALL' => 'fr_FR']]` },
      'home.txt',
      ['fr-FR', 'ltr'],
    ],
    [
      'that is no language',
      { 'languages/default.php': `['code' => 'website', 'default' => true]` },
      'home.txt',
      ['', 'ltr'],
    ],
    ['that nobody says', {}, 'home.txt', ['', 'ltr']],
  ] as const)('%s', async (_name, site, file, expected) => {
    expect(await languageOf(site, file)).toEqual(expected);
  });

  test('is unknown outside of a site', () => {
    expect(contentLanguage(undefined, undefined)).toEqual({ language: '', direction: 'ltr' });
  });
});
