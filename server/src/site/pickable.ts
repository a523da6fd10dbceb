import type { FieldDefinition } from '../kirby/blueprint/blueprint.ts';
import { isEmpty } from '../kirby/blueprint/raw.ts';
import { queryContext } from './query/context.ts';
import { runQuery } from './query/evaluate.ts';
import type { Collection, QueryContext, QueryValue } from './query/value.ts';
import type { FileEntry, Model, PageEntry, Site } from './site.ts';

/** What a pages or files field offers to pick; its `query` may be more than can be read here. */
export type Pickable =
  | { readonly status: 'known'; readonly kind: 'pages'; readonly items: readonly PageEntry[] }
  | { readonly status: 'known'; readonly kind: 'files'; readonly items: readonly FileEntry[] }
  | { readonly status: 'unknown' };

/**
 * What the picker of a field shows first (`Kirby\Cms\PagePicker`, `FilePicker`). It is for the order
 * of proposals: a field may hold other pages and files all the same.
 */
export function pickable(definition: FieldDefinition, model: Model, site: Site): Pickable {
  const usual = usualQuery(definition.type, model);
  const given = definition.props['query'];
  if (usual === undefined || (!isEmpty(given) && typeof given !== 'string')) return unknown;
  const context = queryContext(model, site);
  const query = typeof given === 'string' && given !== '' ? given : usual;
  const value = runQuery(query, context);
  if (definition.type === 'pages') {
    const pages = collectionFrom(value, 'children', context);
    if (pages?.of !== 'pages') return unknown;
    const items = pages.items.filter((item) => item.kind === 'page');
    return { status: 'known', kind: 'pages', items };
  }
  const files = collectionFrom(value, 'files', context);
  if (files?.of !== 'files') return unknown;
  const items = files.items.filter((item) => item.kind === 'file');
  return { status: 'known', kind: 'files', items };
}

const unknown: Pickable = { status: 'unknown' };

/** Without a query all pages can be reached, from those of the site on. */
function usualQuery(type: string, model: Model): string | undefined {
  if (type === 'pages') return 'site.children';
  if (type !== 'files') return undefined;
  return model.kind === 'file' ? 'file.siblings' : `${model.kind}.files`;
}

/** Of one page, or of the site, Kirby takes what is in it. */
function collectionFrom(
  value: QueryValue | undefined,
  inside: 'children' | 'files',
  context: QueryContext,
): Collection | undefined {
  const isOwner = value?.kind === 'page' || value?.kind === 'site';
  const items = isOwner ? context.attribute(value, inside) : value;
  return items?.kind === 'collection' ? items : undefined;
}
