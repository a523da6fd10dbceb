import { parseContent } from '../../server/src/kirby/content/parse.ts';
import { nodeFileSystem } from '../../server/src/node/node-file-system.ts';
import { renderContext } from '../../server/src/preview/context.ts';
import { renderPage } from '../../server/src/preview/render.ts';
import { openSite } from '../../server/src/site/open-site.ts';
import { defaultRoots } from '../../server/src/site/site-roots.ts';
import { sitePath } from '../../server/src/site/site-path.ts';

/** In milliseconds. */
export interface RenderTimes {
  /** Whole renderings of an article, nothing of one helping the next. */
  readonly whole: readonly number[];
  /** Renderings after a key in one block, with what the rendering before has left. */
  readonly changed: readonly number[];
}

/** PHP, which the goal is measured with, compiles nothing while it runs; V8 is done after as many. */
const WARM_UP = 300;
const ROUNDS = 150;

/**
 * How long the page at `path` takes to render.
 *
 * @param whole its text
 * @param typed the text in which a key is typed, in the first paragraph behind the middle
 */
export async function timeRenderings(
  root: string,
  path: string,
  { whole, typed }: { readonly whole: string; readonly typed: string },
): Promise<RenderTimes> {
  const live = openSite(nodeFileSystem(root), defaultRoots(sitePath('content'), sitePath('site')));
  await live.ready;
  const file = live.site.contentFile(sitePath(path));
  const context = renderContext({ site: live.site, model: file?.model, audience: 'editor' });
  const at = typed.indexOf('"text":"<p>', typed.length >> 1) + 11;
  let previous = renderPage(parseContent(typed), context, file);
  const times = (one: (round: number) => void): readonly number[] =>
    Array.from({ length: WARM_UP + ROUNDS }, (_, round) => {
      const from = performance.now();
      one(round);
      return performance.now() - from;
    }).slice(WARM_UP);
  return {
    whole: times(() => {
      renderPage(parseContent(whole), context, file);
    }),
    changed: times((round) => {
      const key = String.fromCharCode(97 + (round % 26));
      const text = typed.slice(0, at) + key + typed.slice(at);
      previous = renderPage(parseContent(text), context, file, previous);
    }),
  };
}
