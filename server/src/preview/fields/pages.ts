import { contentValue, referencesOf } from '../content-value.ts';
import { html, type Html } from '../html.ts';
import type { RenderContext } from '../model.ts';
import { placeholder } from '../placeholder.ts';
import type { FieldRenderer } from './renderer.ts';
import { text } from './text.ts';

export const pages: FieldRenderer = (value, context, definition) => {
  const references = referencesOf(contentValue(value), context.site?.options.yamlHandler ?? 'spyc');
  if (references === undefined) return text(value, context, definition);
  return html`<ul class="kirby-tags">
    ${references.map((reference) => html`<li class="kirby-tag">${page(reference, context)}</li>`)}
  </ul>`;
};

function page(reference: string, { site, model }: RenderContext): Html {
  const resolution = site?.resolvePage(reference, model ?? { kind: 'site' }) ?? {
    status: 'unknown',
  };
  switch (resolution.status) {
    case 'found':
      return html`${resolution.page.title ?? resolution.page.id}`;
    case 'missing':
      return placeholder('missing', 'Missing page', reference);
    case 'unknown':
      return html`${reference}`;
  }
}
