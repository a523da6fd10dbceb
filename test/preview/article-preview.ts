import { parseContent } from '../../server/src/kirby/content/parse.ts';
import { renderContext } from '../../server/src/preview/context.ts';
import type { Preview } from '../../server/src/preview/model.ts';
import { renderPage } from '../../server/src/preview/render.ts';
import { siteFrom } from '../support/site.ts';

export const site = await siteFrom({
  'content/1_article/article.txt': 'Title: A\n\n----\n\nUuid: pageA',
  'content/1_article/photo.jpg': '',
  'content/1_article/photo.jpg.txt': 'Alt: A photo\n\n----\n\nUuid: photo1',
});
const page = site.page('article');
if (page === undefined) throw new Error('The article is not in its site.');
const context = renderContext({ site, model: { kind: 'page', page }, audience: 'editor' });

export function render(text: string, previous?: Preview): Preview {
  return renderPage(parseContent(text), context, undefined, previous);
}

/** The fragments put into each other, slots filled, so that a whole page can be read. */
export function assembled({ roots, fragments }: Preview): string {
  const fill = (key: string): string =>
    (fragments.get(key)?.html ?? `[no ${key}]`).replace(
      /<kirby-slot data-key="([^"]*)"><\/kirby-slot>/g,
      (_slot, child: string) => fill(child),
    );
  return roots.map(fill).join('\n');
}

export function text(preview: Preview): string {
  return assembled(preview)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

export interface Row {
  readonly id?: string;
  readonly attrs?: object;
  readonly columns: readonly { readonly width: string; readonly blocks: readonly object[] }[];
}

export function layout(rows: readonly Row[]): string {
  return `Layout: ${JSON.stringify(rows)}`;
}

export function textBlock(id: string | undefined, content: string): object {
  return { content: { text: `<p>${content}</p>` }, id, isHidden: false, type: 'text' };
}
