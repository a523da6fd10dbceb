import type { FileEntry, Model, PageEntry, Site } from '../site/site.ts';
import type { SitePath } from '../site/site-path.ts';
import { encodePart } from './encode.ts';
import type { RenderContext } from './model.ts';

/** What a rendering depends on. Everything but the audience may be left out. */
export interface Surroundings {
  readonly site?: Site | undefined;
  readonly model?: Model | undefined;
  readonly audience: RenderContext['audience'];
  /** `/` by default. */
  readonly baseUrl?: string;
}

/**
 * A context with the addresses that the preview and the command line use: a file's is its
 * percent-encoded path from the site's root, a page's is `baseUrl` and its id (the home page's only
 * `baseUrl`).
 */
export function renderContext(surroundings: Surroundings): RenderContext {
  const { site, model, audience, baseUrl = '/' } = surroundings;
  return {
    site,
    model,
    audience,
    baseUrl,
    fileUrl: (file: FileEntry) => encodePath(file.path),
    pageUrl: ({ id }: PageEntry) => (id === site?.options.homePage ? baseUrl : baseUrl + id),
  };
}

/** `content/1_article/with space.jpg` → `content/1_article/with%20space.jpg`. */
export function encodePath(path: SitePath): string {
  return path.split('/').map(encodePart).join('/');
}
