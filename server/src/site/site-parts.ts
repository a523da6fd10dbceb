import { isBlueprintFile } from './blueprint-names.ts';
import { pluginScript } from './plugins.ts';
import { joinPath, type SitePath } from './site-path.ts';
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

/** The other way: where a part stands, wherever the roots are. */
export function partPath(part: string, roots: SiteRoots): SitePath {
  const root = siteParts.find((name) => part.startsWith(`${name}/`));
  return root === undefined
    ? joinPath(roots.site, part)
    : joinPath(roots[root], part.slice(root.length + 1));
}

/** The parts of `site/` that are read, and what a project has for the preview beside it. */
export const siteParts = [
  'accounts',
  'blueprints',
  'config',
  'languages',
  'models',
  'plugins',
  'snippets',
  'templates',
  'blockTemplates',
] as const;

/** Whether the text of a part is read; of the others the name says all. */
export function isReadPart(part: string): boolean {
  if (part === 'config/config.php' || /^(?:languages|models)\/[^/]+\.php$/.test(part)) return true;
  if (accountPart.test(part) || blockTemplatePart.test(part)) return true;
  if (pluginScript.test(part) || pluginYaml.test(part)) return true;
  return isBlueprintFile(part) && !part.endsWith('.php');
}

/** A plugin may register a blueprint wherever it stands. */
const pluginYaml = /^plugins\/[^/_.].*\.yml$/;

/** Who somebody is: `accounts/x7SkMu9j/index.php`. Of accounts nothing else is read. */
const accountPart = /^accounts\/[A-Za-z0-9_-]+\/index\.php$/;

/** Whether a part says anything at all. */
export function isSitePart(part: string): boolean {
  return (
    isReadPart(part) || isBlueprintFile(part) || blockTypePart.test(part) || templatePart.test(part)
  );
}

/** `blocks/card` as a snippet or a blueprint, of the site or of a plugin. */
export const blockTypePart =
  /^(?:plugins\/[^/_.][^/]*\/(?:[^/]+\/)*?)?(?:snippets|blueprints)\/blocks\/(.+)\.(?:php|yml)$/;

/** `blocks/card` as a snippet, of the site or of a plugin. */
export const blockSnippetPart =
  /^(?:plugins\/[^/_.][^/]*\/(?:[^/]+\/)*?)?snippets\/blocks\/(.+)\.php$/;

/** The template of pages of one type: `templates/article.php`. */
export const templatePart = /^templates\/([^/]+)\.php$/;

/** How the preview shows blocks of a type: `blockTemplates/card.html`. */
export const blockTemplatePart = /^blockTemplates\/([^/]+)\.html$/;
