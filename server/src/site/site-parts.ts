import { isBlueprintFile } from './blueprint-names.ts';
import type { SitePath } from './site-path.ts';
import { pathBelow, type SiteRoots } from './site-roots.ts';

/**
 * Where a file of `site/` would stand with Kirby's default roots: `blueprints/pages/article.yml`,
 * wherever the blueprints are. `undefined` for everything else.
 */
export function sitePart(path: SitePath, roots: SiteRoots): string | undefined {
  for (const part of siteParts) {
    const below = pathBelow(roots[part], path);
    if (below !== undefined) return `${part}/${below}`;
  }
  return undefined;
}

/** The parts of `site/` that are read. */
export const siteParts = [
  'blueprints',
  'config',
  'languages',
  'models',
  'plugins',
  'snippets',
  'templates',
] as const;

/** Whether the text of a part is read; of the others the name says all. */
export function isReadPart(part: string): boolean {
  if (part === 'config/config.php' || /^(?:languages|models)\/[^/]+\.php$/.test(part)) return true;
  return isBlueprintFile(part) && !part.endsWith('.php');
}

/** Whether a part says anything at all. */
export function isSitePart(part: string): boolean {
  return (
    isReadPart(part) || isBlueprintFile(part) || blockTypePart.test(part) || templatePart.test(part)
  );
}

/** `blocks/card` as a snippet or a blueprint, of the site or of a plugin. */
export const blockTypePart =
  /^(?:plugins\/[^/_.][^/]*\/(?:[^/]+\/)*?)?(?:snippets|blueprints)\/blocks\/(.+)\.(?:php|yml)$/;

/** The template of pages of one type: `templates/article.php`. */
export const templatePart = /^templates\/([^/]+)\.php$/;
