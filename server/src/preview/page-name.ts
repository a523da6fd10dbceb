import { say } from '../kirby/text/say.ts';
import { html, type Html } from './html.ts';
import type { RenderContext } from './model.ts';
import { placeholder } from './placeholder.ts';

/** The title of a page that content names. */
export function pageName(reference: string, { site, model }: RenderContext): Html {
  const resolution = site?.resolvePage(reference, model ?? { kind: 'site' }) ?? {
    status: 'unknown',
  };
  switch (resolution.status) {
    case 'found':
      return html`${resolution.page.title ?? resolution.page.id}`;
    case 'missing':
      return placeholder('missing', say`Missing page`, reference);
    case 'unknown':
      return html`${reference}`;
  }
}
