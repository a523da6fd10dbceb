import type { PageEntry } from '../../site/site.ts';
import { referencesOf } from '../content-value.ts';
import { isImage } from '../files.ts';
import { html, type Html } from '../html.ts';
import type { RenderContext } from '../model.ts';
import { pageName } from '../page-name.ts';
import type { FieldRenderer } from './renderer.ts';
import { text } from './text.ts';
import { say } from '../../kirby/text/say.ts';

/** Chosen pages as the Panel lists them: the first picture, the title, and whether it is a draft. */
export const pages: FieldRenderer = (value, context, definition) => {
  const references = referencesOf(value, context.site?.options.yamlHandler ?? 'spyc');
  if (references === undefined) return text(value, context, definition);
  return html`<ul class="kirby-pages">
    ${references.map((reference) => html`<li class="kirby-page">${pageCard(reference, context)}</li>`)}
  </ul>`;
};

function pageCard(reference: string, context: RenderContext): Html {
  const page = foundPage(reference, context);
  if (page === undefined) return pageName(reference, context);
  const picture = [...page.files.values()].find(
    ({ name, hasBinary }) => hasBinary && isImage(name),
  );
  const image =
    picture !== undefined &&
    html`<img class="kirby-thumbnail" src="${context.fileUrl(picture)}" alt="" />`;
  const draft = page.status === 'draft' && html` <span class="kirby-note">${say`Draft`}</span>`;
  return html`${image}<span title="${page.id}">${pageName(reference, context)}</span>${draft}`;
}

function foundPage(reference: string, { site, model }: RenderContext): PageEntry | undefined {
  const resolution = site?.resolvePage(reference, model ?? { kind: 'site' });
  return resolution?.status === 'found' ? resolution.page : undefined;
}
