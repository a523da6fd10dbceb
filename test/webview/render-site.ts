import { parseContent } from '../../server/src/kirby/content/parse.ts';
import { renderContext } from '../../server/src/preview/context.ts';
import { renderPage } from '../../server/src/preview/render.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import { siteFrom } from '../support/site.ts';

/** The fragments that the server sends for a page of a site, given as a record of its files. */
export async function renderedPage(
  files: Readonly<Record<string, string>>,
  page: string,
): Promise<{ readonly roots: readonly string[]; readonly fragments: Record<string, string> }> {
  const site = await siteFrom(files);
  const file = site.contentFile(sitePath(page));
  const context = renderContext({ site, model: file?.model, audience: 'editor' });
  const { roots, fragments } = renderPage(parseContent(files[page] ?? ''), context, file);
  return {
    roots,
    fragments: Object.fromEntries([...fragments].map(([key, { html }]) => [key, html])),
  };
}
