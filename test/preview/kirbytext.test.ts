import { describe, expect, it } from 'vitest';
import { parsedown } from '../../server/src/kirby/markdown/parsedown.ts';
import {
  kirbytagsHtml,
  kirbytextHtml,
  kirbytextInline,
} from '../../server/src/preview/kirbytext.ts';
import type { KirbytextContext, KirbytextOptions } from '../../server/src/preview/tags/context.ts';
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
  const reasons: Readonly<Record<string, string>> = {
    'multi language: link tag with lang': 'a page keeps only its untranslated slug',
    'multi language: image alt comes from the language':
      'a file keeps only the metadata of the default language',
  };
  const cases = vectors('references')
    .filter(({ request }) => request['op'] === 'kirbytext')
    .map((vector) => [vector.name, reasons[vector.name], vector] as const);

  it.fails.each(cases)('%s differs: %s', async (_name, _reason, vector) => {
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
  return {
    site,
    model: vectorModel(site, request['parent']),
    audience: 'page',
    baseUrl: 'https://example.test/',
    fileUrl: (file) => `https://example.test/media/${file.id}`,
    pageUrl: (page) => `https://example.test/${page.id}`,
    options: {
      imageSize: () => ({ width: 120, height: 80 }),
      ...(request['options'] as KirbytextOptions | undefined),
    },
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
