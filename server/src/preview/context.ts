import type { FileEntry, Model, PageEntry, Site } from '../site/site.ts';
import type { SitePath } from '../site/site-path.ts';
import { encodePart } from './encode.ts';
import type { RenderContext } from './model.ts';

/** What a rendering depends on. Everything but the audience may be left out. */
export interface Surroundings {
  readonly site?: Site | undefined;
  readonly model?: Model | undefined;
  readonly audience: RenderContext['audience'];
  /** The code of the language that the text is in; the default language unless it is given. */
  readonly language?: string | undefined;
  /** `/` by default. */
  readonly baseUrl?: string;
}

/**
 * A context with the addresses that the preview and the command line use: a file's is its
 * percent-encoded path from the site's root, a page's is `baseUrl` and its id (the home page's only
 * `baseUrl`). In a site of several languages the language and the translated slugs are in it
 * (`Kirby\Cms\Page::urlForLanguage()`).
 */
export function renderContext(surroundings: Surroundings): RenderContext {
  const { site, model, audience, baseUrl = '/' } = surroundings;
  const language = surroundings.language ?? site?.options.defaultLanguage;
  return {
    site,
    model,
    audience,
    baseUrl,
    language,
    fileUrl: (file: FileEntry) => encodePath(file.path),
    pageUrl: (page: PageEntry, other?: string) =>
      pageUrl(page, site, { language: other ?? language, baseUrl }),
    metadata: (file: FileEntry) =>
      site === undefined || language === undefined ? file.content : site.metadataIn(file, language),
  };
}

function pageUrl(
  page: PageEntry,
  site: Site | undefined,
  { language, baseUrl }: { readonly language: string | undefined; readonly baseUrl: string },
): string {
  const isHome = page.id === site?.options.homePage;
  const details = site?.options.languageDetails.find(({ code }) => code === language);
  if (site === undefined || details === undefined) return isHome ? baseUrl : baseUrl + page.id;
  const prefix = (details.url ?? details.code).replace(/^\/|\/$/g, '');
  const start = /^https?:/.test(prefix) ? prefix : `${baseUrl}${prefix}`.replace(/\/$/, '');
  const parents = page.id.split('/').slice(0, -1);
  const ids = parents.map((_, depth) => parents.slice(0, depth + 1).join('/'));
  const pages = [...ids.flatMap((id) => site.page(id) ?? []), page];
  const path = pages.map((one) => site.slugIn(one, details.code));
  return isHome ? start || '/' : [start, ...path].join('/');
}

/** `content/1_article/with space.jpg` → `content/1_article/with%20space.jpg`. */
export function encodePath(path: SitePath): string {
  return path.split('/').map(encodePart).join('/');
}
