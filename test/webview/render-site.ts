import { parseContent } from '../../server/src/kirby/content/parse.ts';
import { renderContext } from '../../server/src/preview/context.ts';
import { renderPage } from '../../server/src/preview/render.ts';
import { contentLanguage } from '../../server/src/site/content-language.ts';
import type { Site } from '../../server/src/site/site.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import { siteFrom } from '../support/site.ts';

interface Rendered {
  readonly name: string;
  readonly roots: readonly string[];
  readonly fragments: Record<string, string>;
  readonly broken: readonly { readonly field: string; readonly message: string }[];
  readonly language: string;
  readonly direction: string;
}

type Files = Readonly<Record<string, string>>;

/** The fragments that the server sends for a page of a site, given as a record of its files. */
export async function renderedPage(files: Files, page: string): Promise<Rendered> {
  return rendered(await siteFrom(files), files, page);
}

/** The same for all of its content files. */
export async function renderedSite(files: Files): Promise<readonly Rendered[]> {
  const site = await siteFrom(files);
  return Object.keys(files)
    .filter((name) => name.startsWith('content/') && name.endsWith('.txt'))
    .map((name) => rendered(site, files, name));
}

function rendered(site: Site, files: Files, name: string): Rendered {
  const file = site.contentFile(sitePath(name));
  const language = file?.language;
  const context = renderContext({ site, model: file?.model, audience: 'editor', language });
  const { roots, fragments, broken } = renderPage(parseContent(files[name] ?? ''), context, file);
  return {
    name,
    roots,
    fragments: Object.fromEntries([...fragments].map(([key, { html }]) => [key, html])),
    broken: broken.map(({ field, message }) => ({ field, message })),
    ...contentLanguage(site.options, file),
  };
}
