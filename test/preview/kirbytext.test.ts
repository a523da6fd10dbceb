import { describe, expect, it } from 'vitest';
import { parsedown } from '../../server/src/kirby/markdown/parsedown.ts';
import {
  kirbytagsHtml,
  kirbytextHtml,
  kirbytextInline,
} from '../../server/src/preview/kirbytext.ts';
import { renderContext } from '../../server/src/preview/context.ts';
import type { KirbytextContext } from '../../server/src/preview/tags/context.ts';
import type { Site } from '../../server/src/site/site.ts';
import { vectorModel, vectorSite } from '../support/site.ts';
import { type VectorCase, vectors } from '../support/vectors.ts';
import { exactly, textOf } from './exact-html.ts';

describe('KirbyText as Kirby renders it', () => {
  it.each(vectors('kirbytext').map((vector) => [vector.name, vector] as const))(
    '%s',
    async (_name, vector) => {
      const site = await vectorSite(vector.request);
      const expected = (vector.result as { readonly html: string }).html;
      const rendered = render(vector, pageContext(site, vector));
      const isText = vector.request['mode'] === 'excerpt';
      expect(comparable(rendered, isText)).toBe(comparable(expected, isText));
    },
  );
});

describe('KirbyText in a site of several languages', () => {
  const cases = vectors('references')
    .filter(({ request }) => request['op'] === 'kirbytext')
    .map((vector) => [vector.name, vector] as const);

  it.each(cases)('%s', async (_name, vector) => {
    const site = await vectorSite(vector.request);
    const rendered = render(vector, pageContext(site, vector));
    const expected = (vector.result as { readonly html: string }).html;
    expect(comparable(rendered, false)).toBe(comparable(expected, false));
  });
});

function render({ request }: VectorCase, context: KirbytextContext): string {
  const text = String(request['text']);
  if (request['op'] === 'kirbytags') return kirbytagsHtml(text, context).html;
  if (request['op'] === 'markdown') {
    return parsedown(text, { breaks: true, extra: false, safe: false });
  }
  const inline = request['mode'] === 'kirbytextinline';
  return (inline ? kirbytextInline : kirbytextHtml)(text, context).html;
}

function pageContext(site: Site, { request }: VectorCase): KirbytextContext {
  const context = renderContext({
    site,
    model: vectorModel(site, request['parent']),
    language: request['language'] as string | undefined,
    audience: 'page',
    baseUrl: 'https://example.test/',
  });
  return {
    ...context,
    fileUrl: (file) => `https://example.test/media/${file.id}`,
    options: { imageSize: () => ({ width: 120, height: 80 }) },
  };
}

/** Media addresses become those of `pageContext`; thumbs become the image they are made of. */
function comparable(html: string, isText: boolean): string {
  if (isText) return textOf(html);
  return exactly(html).replace(
    /(https:\/\/example\.test\/media\/)(?:pages\/([^"\s]*)|site)\/[\da-f]{10}-\d+\/([^"]*?)(?=[" ])/g,
    (_whole, start: string, page: string | undefined, name: string) =>
      `${start}${page === undefined ? '' : `${page}/`}${name.replace(/-\d+x(?=\.)/, '')}`,
  );
}
