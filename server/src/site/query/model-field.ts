import type { Model, PageEntry, SiteEntry } from '../site.ts';
import { fieldValue, type QueryContext, type QueryValue } from './value.ts';

/**
 * A content field of a page or of the site. What neither its blueprint nor any page has is
 * a method of somebody's, and not known.
 */
export function modelField(
  model: PageEntry | SiteEntry,
  name: string,
  context: QueryContext,
): QueryValue | undefined {
  if (name === 'title') return title(model, context);
  const text = context.site.valueOf(model, name);
  return text === undefined || (text === '' && !isField(model, name, context))
    ? undefined
    : fieldValue(text, model);
}

/** Without a title Kirby takes the slug (`Kirby\Cms\Page::title()`). */
function title(
  model: PageEntry | SiteEntry,
  { site, isShown }: QueryContext,
): QueryValue | undefined {
  const text = isShown ? (model.title ?? '') : site.valueOf(model, 'title');
  if (text === undefined) return undefined;
  return fieldValue(text === '' && model.kind === 'page' ? model.slug : text, model);
}

function isField(model: PageEntry | SiteEntry, name: string, { site }: QueryContext): boolean {
  const owner: Model = model.kind === 'page' ? { kind: 'page', page: model } : { kind: 'site' };
  return (
    site.blueprints.of(owner)?.fields.has(name) === true ||
    (model.kind === 'page' && site.hasField(name))
  );
}
