import type { Model, Site } from '../site.ts';
import { member } from './member.ts';
import type { QueryContext, QueryValue } from './value.ts';

/** What the queries of a model's blueprint begin with (`Kirby\Cms\ModelWithContent::query()`). */
export function queryContext(model: Model, site: Site): QueryContext {
  const roots = new Map<string, QueryValue>([['kirby', { kind: 'kirby' }]]);
  const whole = site.folder(site.options.contentFolder);
  if (whole !== undefined) roots.set('site', whole);
  const own = modelIn(model, whole);
  if (own !== undefined) {
    roots.set('model', own);
    roots.set(own.kind, own);
  }
  return contextWith(site, roots, false);
}

/** The same with other names as well. */
export function withNames(
  { site, roots }: QueryContext,
  names: readonly (readonly [string, QueryValue])[],
  isShown: boolean,
): QueryContext {
  return contextWith(site, new Map([...roots, ...names]), isShown);
}

/** Of users nothing is known. */
function modelIn(model: Model, whole: QueryValue | undefined): QueryValue | undefined {
  switch (model.kind) {
    case 'page':
      return model.page;
    case 'file':
      return model.file;
    case 'site':
      return whole;
    case 'user':
      return undefined;
  }
}

function contextWith(
  site: Site,
  roots: ReadonlyMap<string, QueryValue>,
  isShown: boolean,
): QueryContext {
  const context: QueryContext = {
    site,
    roots,
    isShown,
    attribute: (item, name) => member(item, name, undefined, context),
  };
  return context;
}
