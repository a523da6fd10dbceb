import type { FileEntry, PageEntry, SiteEntry } from '../../site.ts';
import {
  type Collection,
  type Method,
  type Methods,
  plain,
  type QueryValue,
  scalar,
  strings,
} from '../value.ts';
import { childrenOf, indexBelow } from './family.ts';

type Owner = PageEntry | SiteEntry;

/** What pages and the site answer about the pages in them (`Kirby\Cms\HasChildren`). */
export const childrenMethods: Methods<Owner> = new Map<string, Method<Owner>>([
  ['children', plain((owner, { site }) => pagesIn(childrenOf(site, owner, 'published')))],
  ['drafts', plain((owner, { site }) => pagesIn(childrenOf(site, owner, 'drafts')))],
  ['childrenanddrafts', plain((owner, { site }) => pagesIn(childrenOf(site, owner, 'both')))],
  ['grandchildren', plain((owner, { site }) => pagesIn(grandChildren(site, owner)))],
  ['haschildren', plain((owner, { site }) => isSome(childrenOf(site, owner, 'published')))],
  ['hasdrafts', plain((owner, { site }) => isSome(childrenOf(site, owner, 'drafts')))],
  ['index', index],
  ['find', find],
]);

export function pagesIn(items: readonly PageEntry[] | undefined): Collection | undefined {
  return items && { kind: 'collection', of: 'pages', items };
}

export function filesIn(items: readonly FileEntry[] | undefined): Collection | undefined {
  return items && { kind: 'collection', of: 'files', items };
}

/** The children of all of these; `undefined` as soon as those of one are not known. */
export function flattened<Item>(
  owners: readonly Owner[] | undefined,
  itemsOf: (owner: Owner) => readonly Item[] | undefined,
): readonly Item[] | undefined {
  const all: Item[] = [];
  for (const owner of owners ?? []) {
    const items = itemsOf(owner);
    if (items === undefined) return undefined;
    for (const item of items) all.push(item);
  }
  return owners && all;
}

function grandChildren(
  site: Parameters<typeof childrenOf>[0],
  owner: Owner,
): readonly PageEntry[] | undefined {
  return flattened(childrenOf(site, owner, 'published'), (child) =>
    childrenOf(site, child, 'published'),
  );
}

function isSome(items: readonly unknown[] | undefined): QueryValue | undefined {
  return items && scalar(items.length > 0);
}

/** `index()` with empty parentheses is read in two ways by Kirby's two runners. */
function index(
  owner: Owner,
  args: Parameters<Method<Owner>>[1],
  { site }: Parameters<Method<Owner>>[2],
): QueryValue | undefined {
  if (args === undefined) return pagesIn(indexBelow(site, owner, 'published'));
  const [drafts, ...more] = args;
  if (drafts?.kind !== 'scalar' || typeof drafts.value !== 'boolean' || more.length > 0) {
    return undefined;
  }
  return pagesIn(indexBelow(site, owner, drafts.value ? 'both' : 'published'));
}

/** One published page by its path from here; Kirby's `null` where there is none. */
function find(
  owner: Owner,
  args: Parameters<Method<Owner>>[1],
  context: Parameters<Method<Owner>>[2],
): QueryValue | undefined {
  const [path, ...more] = strings(args) ?? [];
  if (path === undefined || more.length > 0) return undefined;
  if (owner.kind === 'page' && !/^[a-z0-9-]+(?:\/[a-z0-9-]+)*$/.test(path)) return undefined;
  if (owner.kind === 'page' && owner.status === 'draft') return undefined;
  const id = owner.kind === 'page' ? `${owner.id}/${path}` : path;
  const found = context.site.resolvePage(id, { kind: 'site' });
  if (found.status === 'unknown') return undefined;
  return found.status === 'found' ? found.page : scalar(undefined);
}
