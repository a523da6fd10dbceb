import { readFileSync } from 'node:fs';
import { parseContent } from '../../server/src/kirby/content/parse.ts';
import { nodeFileSystem } from '../../server/src/node/node-file-system.ts';
import { renderContext } from '../../server/src/preview/context.ts';
import { renderPage } from '../../server/src/preview/render.ts';
import { openSite } from '../../server/src/site/open-site.ts';
import { defaultRoots } from '../../server/src/site/site-roots.ts';
import { sitePath } from '../../server/src/site/site-path.ts';

/** Times of whole renderings of an article, in milliseconds, nothing of one helping the next. */
export async function timeRenderings(
  root: string,
  path: string,
  rounds: number,
): Promise<number[]> {
  const live = openSite(nodeFileSystem(root), defaultRoots(sitePath('content'), sitePath('site')));
  await live.ready;
  const file = live.site.contentFile(sitePath(path));
  const text = readFileSync(`${root}/${path}`, 'utf8');
  const context = renderContext({ site: live.site, model: file?.model, audience: 'editor' });
  return Array.from({ length: rounds }, () => {
    const from = performance.now();
    renderPage(parseContent(text), context, file);
    return performance.now() - from;
  });
}
