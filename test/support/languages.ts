import type { SiteFiles } from './site.ts';

/** English, the default, and German. */
export const twoLanguages: SiteFiles = {
  'site/languages/en.php':
    "<?php return ['code' => 'en', 'default' => true, 'name' => 'English', 'locale' => 'en_US'];",
  'site/languages/de.php':
    "<?php return ['code' => 'de', 'default' => false, 'name' => 'Deutsch'];",
};
