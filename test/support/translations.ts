import { existsSync, readFileSync } from 'node:fs';
import { catalogueIn } from '../../server/src/lsp/language.ts';
import type { Catalogue } from '../../server/src/kirby/text/say.ts';

/** The languages besides English. */
export const languages = ['de', 'fr'] as const;

/** As the server is given them: JSON; `undefined`: there are none. */
export function translations(language: string): string | undefined {
  const file = new URL(`../../l10n/bundle.l10n.${language}.json`, import.meta.url);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

export function catalogueOf(language: string): Catalogue {
  return catalogueIn(translations(language) ?? '{}');
}
