import { folderOf, nameOf } from '../../site-path.ts';
import type { FileEntry, PageEntry, Site, SiteEntry } from '../../site.ts';
import { pageModelOf } from '../../page-models.ts';

/** Where drafts stand. */
const DRAFTS = '_drafts';

/** The children of a page or of the site; `undefined` where its model may bring others. */
export function childrenOf(
  site: Site,
  owner: PageEntry | SiteEntry,
  among: 'published' | 'drafts' | 'both',
): readonly PageEntry[] | undefined {
  if (!answers(site, owner, ['children', 'drafts', 'inventory'])) return undefined;
  return among === 'both'
    ? [...site.children(owner, 'published'), ...site.children(owner, 'drafts')]
    : site.children(owner, among);
}

/** A page and all below it, as `index()` lists them: a page, then what is in it. */
export function indexBelow(
  site: Site,
  owner: PageEntry | SiteEntry,
  among: 'published' | 'both',
): readonly PageEntry[] | undefined {
  const found: PageEntry[] = [];
  const waiting: PageEntry[] = [];
  const children = childrenOf(site, owner, among);
  if (children === undefined) return undefined;
  waiting.push(...[...children].reverse());
  for (let page = waiting.pop(); page !== undefined; page = waiting.pop()) {
    found.push(page);
    const inside = childrenOf(site, page, among);
    if (inside === undefined) return undefined;
    for (let index = inside.length - 1; index >= 0; index--) {
      const child = inside[index];
      if (child !== undefined) waiting.push(child);
    }
  }
  return found;
}

/** The page, or the site, that a page stands in. */
export function parentOf(site: Site, page: PageEntry): PageEntry | SiteEntry | undefined {
  const around = folderOf(page.folder);
  return site.folder(nameOf(around) === DRAFTS ? folderOf(around) : around);
}

/**
 * The files of a page or of the site, in their order. `undefined` where media are kept elsewhere:
 * those without metadata would be left out.
 */
export function filesOf(
  site: Site,
  owner: PageEntry | SiteEntry,
): readonly FileEntry[] | undefined {
  if (site.media === 'mostly-absent' || !answers(site, owner, ['files', 'inventory'])) {
    return undefined;
  }
  return [...owner.files.values()].filter(({ hasBinary }) => hasBinary);
}

/** Whether a page answers these questions as Kirby's own class does. */
function answers(site: Site, owner: PageEntry | SiteEntry, names: readonly string[]): boolean {
  if (owner.kind === 'site') return true;
  const own = pageModelOf(site.options.pageModels, owner.template);
  return own !== 'anything' && !names.some((name) => own?.has(name) === true);
}
