import { renderContext } from '../../server/src/preview/context.ts';
import type { RenderContext } from '../../server/src/preview/model.ts';
import type { Site } from '../../server/src/site/site.ts';
import { vectorModel } from '../support/site.ts';

/** The context in which Kirby answered: on the article's page, or on the model that a case names. */
export function pageContext(site: Site, parent?: unknown): RenderContext {
  return renderContext({ site, model: vectorModel(site, parent), audience: 'page' });
}

/**
 * Kirby's HTML with its addresses as ours are: a media address becomes the path of its file, the
 * site's own address the base.
 */
export function withOurAddresses(html: string): string {
  return html
    .replace(
      /https:\/\/example\.test\/media\/(?:pages\/([^"\s]*?)|site)\/[\da-f]{10}-\d+\/([^"\s<]+(?: [^"\s<]+)*)/g,
      (_whole, page: string | undefined, name: string) =>
        `content/${page === undefined ? '' : `${folders[page] ?? page}/`}${encodeURIComponent(name)}`,
    )
    .replaceAll('https://example.test/', '/');
}

/** The folders of pages that have a number or are drafts. */
const folders: Readonly<Record<string, string>> = {
  article: '1_article',
  'article/child': '1_article/1_child',
  'blog/draft-post': '2_blog/_drafts/draft-post',
  'blog/first-post': '2_blog/20240131_first-post',
};
