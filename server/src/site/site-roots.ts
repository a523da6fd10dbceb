import { joinPath, sitePath, type SitePath } from './site-path.ts';

/** Where a site keeps its parts: Kirby's roots, relative to the folder that holds them all. */
export interface SiteRoots {
  /** `content` by default; empty where the content is all that there is. */
  readonly content: SitePath;
  /** `site` by default. */
  readonly site: SitePath;
  readonly accounts: SitePath;
  readonly blueprints: SitePath;
  readonly config: SitePath;
  readonly languages: SitePath;
  readonly models: SitePath;
  readonly plugins: SitePath;
  readonly snippets: SitePath;
  readonly templates: SitePath;
  /** Not Kirby's: how the preview shows blocks, `.kirby-author/blocks`. */
  readonly blockTemplates: SitePath;
}

/** Kirby's defaults: all of its own but the content hang below `site`. */
export function defaultRoots(content: SitePath, site: SitePath): SiteRoots {
  const below = (name: string): SitePath => joinPath(site, name);
  return {
    content,
    site,
    accounts: below('accounts'),
    blueprints: below('blueprints'),
    config: below('config'),
    languages: below('languages'),
    models: below('models'),
    plugins: below('plugins'),
    snippets: below('snippets'),
    templates: below('templates'),
    blockTemplates: sitePath('.kirby-author/blocks'),
  };
}

/** The path of a file below a folder; `undefined` when it lies elsewhere. */
export function pathBelow(folder: SitePath, path: SitePath): string | undefined {
  if (folder === '') return path;
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}

/** Whether a path lies in the content; where that is the whole folder, nothing of a site is beside it. */
export function isInContent(path: SitePath, { content, site }: SiteRoots): boolean {
  if (path === content) return true;
  if (pathBelow(content, path) === undefined) return false;
  return (
    content === '' || pathBelow(content, site) === undefined || pathBelow(site, path) === undefined
  );
}
