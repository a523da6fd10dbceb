import { referencesOf } from '../content-value.ts';
import { html, type Html } from '../html.ts';
import type { RenderContext } from '../model.ts';
import { placeholder } from '../placeholder.ts';
import { chips } from './chips.ts';
import type { FieldRenderer } from './renderer.ts';
import { text } from './text.ts';

/** Chosen pages by their titles. */
export const pages: FieldRenderer = (value, context, definition) => {
  const references = referencesOf(value, context.site?.options.yamlHandler ?? 'spyc');
  if (references === undefined) return text(value, context, definition);
  return chips(references.map((reference) => pageName(reference, context)));
};

/** The title of a page that content names. */
export function pageName(reference: string, { site, model }: RenderContext): Html {
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
