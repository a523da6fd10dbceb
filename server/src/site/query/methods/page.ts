import type { PageEntry, Site, SiteEntry } from '../../site.ts';
import { type Method, type Methods, plain, scalar } from '../value.ts';
import { pagesIn } from './children.ts';
import { childrenOf, parentOf } from './family.ts';

/** What a page answers about itself and the pages around it (`Kirby\Cms\Page`). */
export const pageMethods: Methods<PageEntry> = new Map<string, Method<PageEntry>>([
  ['id', plain(({ id }) => scalar(id))],
  ['slug', plain((page, { site }) => inOneLanguage(site, scalar(page.slug)))],
  ['uid', plain(({ slug }) => scalar(slug))],
  ['uri', plain((page, { site }) => inOneLanguage(site, scalar(page.id)))],
  ['num', plain(({ num }) => scalar(num))],
  ['status', plain(({ status }) => scalar(status))],
  ['islisted', plain(({ status }) => scalar(status === 'listed'))],
  ['isunlisted', plain(({ status }) => scalar(status === 'unlisted'))],
  ['isdraft', plain(({ status }) => scalar(status === 'draft'))],
  ['depth', plain(({ id }) => scalar(id.split('/').length))],
  ['intendedtemplate', plain(({ template }) => scalar(template))],
  ['template', plain((page, { site }) => templateOf(page, site))],
  ['parent', plain((page, { site }) => parentPage(page, site))],
  ['parentid', plain((page, { site }) => parentId(page, site))],
  ['parents', plain((page, { site }) => pagesIn(parents(page, site)))],
  ['siblings', siblings],
  ['site', plain((_page, { roots }) => roots.get('site'))],
  ['ishomepage', plain(({ id }, { site }) => scalar(id === site.options.homePage))],
  ['iserrorpage', plain(({ id }, { site }) => scalar(id === site.options.errorPage))],
]);

/** Other languages may have slugs of their own. */
function inOneLanguage<Value>(site: Site, value: Value): Value | undefined {
  return site.options.languages.length > 1 ? undefined : value;
}

/** Kirby falls back to `default` where a template's file is missing; a plugin may bring it. */
function templateOf({ template }: PageEntry, site: Site): ReturnType<typeof scalar> | undefined {
  return site.options.templates.has(template) ? scalar(template) : undefined;
}

function parentPage(page: PageEntry, site: Site): PageEntry | ReturnType<typeof scalar> {
  const parent = parentOf(site, page);
  return parent?.kind === 'page' ? parent : scalar(undefined);
}

function parentId(page: PageEntry, site: Site): ReturnType<typeof scalar> {
  const parent = parentOf(site, page);
  return scalar(parent?.kind === 'page' ? parent.id : undefined);
}

/** The nearest first. */
function parents(page: PageEntry, site: Site): readonly PageEntry[] {
  const found: PageEntry[] = [];
  for (
    let parent = parentOf(site, page);
    parent?.kind === 'page';
    parent = parentOf(site, parent)
  ) {
    found.push(parent);
  }
  return found;
}

/** With the page itself, unless the argument says otherwise; of a draft the other drafts. */
function siblings(
  page: PageEntry,
  args: Parameters<Method<PageEntry>>[1],
  { site }: Parameters<Method<PageEntry>>[2],
): ReturnType<Method<PageEntry>> {
  const [withItself, ...more] = args ?? [scalar(true)];
  if (withItself?.kind !== 'scalar' || more.length > 0) return undefined;
  const parent: PageEntry | SiteEntry | undefined = parentOf(site, page);
  const among = page.status === 'draft' ? 'drafts' : 'published';
  const all = parent && childrenOf(site, parent, among);
  return pagesIn(
    withItself.value === true ? all : all?.filter(({ folder }) => folder !== page.folder),
  );
}
