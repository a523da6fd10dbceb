import { asciiLower } from '../kirby/text/php.ts';
import type { FolderFacts } from './folder-facts.ts';
import { naturalOrder } from './natural-order.ts';
import type { PageTree } from './page-tree.ts';
import { basename, dirname, pageKey, shortUuidIn, uuidIn } from './reference-text.ts';
import type { FileEntry, Model, PageEntry, SiteEntry } from './site.ts';
import { folderOf, type SitePath } from './site-path.ts';
import type { UuidIndex } from './uuid-index.ts';

/** What references are looked up in. */
export interface Lookup {
  readonly tree: PageTree;
  readonly uuids: UuidIndex;
  /** Whether the site has UUIDs at all (`content.uuid`). */
  readonly hasUuids: boolean;
}

/**
 * A file as `Kirby\Cms\App::file()` finds it, which is what `toFiles()` asks for each entry: by
 * UUID, by name beside the model and then in the site's own folder, by page id and name.
 */
export function findFile(lookup: Lookup, reference: string, from: Model): FileEntry | undefined {
  const { tree, hasUuids } = lookup;
  const owner = ownerOf(lookup, from);
  const uuid = hasUuids ? uuidIn(reference, 'file') : undefined;
  if (uuid !== undefined) return fileByUuid(lookup, uuid, owner);
  const id = dirname(reference);
  const name = basename(reference);
  const site = tree.site();
  if (id === '.') return fileIn(lookup, owner, name) ?? fileIn(lookup, site, name);
  const page = anyPage(lookup, id, owner) ?? anyPage(lookup, id, site);
  return page === undefined ? undefined : fileIn(lookup, page, name);
}

/** A page as `site()->find()` finds it, which is what `toPages()` asks: drafts only by UUID. */
export function findPage(lookup: Lookup, reference: string): PageEntry | undefined {
  return publishedPage(lookup, reference, lookup.tree.site());
}

/** A page as `Kirby\Cms\App::page()` finds it: drafts by their ids too. */
export function anyPage(
  lookup: Lookup,
  reference: string,
  parent: PageEntry | SiteEntry,
): PageEntry | undefined {
  const found = publishedPage(lookup, reference, parent);
  if (found !== undefined) return found;
  const slugs = reference.replaceAll('_drafts/', '').split('/');
  let page: PageEntry | SiteEntry = parent;
  for (const slug of slugs) {
    const next: PageEntry | undefined =
      publishedPage(lookup, slug, page) ?? child(lookup, page, slug, 'drafts');
    if (next === undefined) return undefined;
    page = next;
  }
  return page.kind === 'page' ? page : undefined;
}

/** The folder that a model's files stand in: the page itself, or the page of the file. */
export function ownerOf({ tree }: Lookup, from: Model): PageEntry | SiteEntry {
  switch (from.kind) {
    case 'page':
      return from.page;
    case 'file':
      return tree.folder(folderOf(from.file.path)) ?? tree.site();
    case 'site':
    case 'user':
      return tree.site();
  }
}

/** `Kirby\Cms\HasChildren::find()`. */
function publishedPage(
  lookup: Lookup,
  reference: string,
  parent: PageEntry | SiteEntry,
): PageEntry | undefined {
  if (lookup.hasUuids) {
    const uuid = uuidIn(reference, 'page') ?? shortUuidIn(reference);
    if (uuid !== undefined) return pageByUuid(lookup, uuid, parent);
  }
  const key = pageKey(reference);
  return descend(lookup, parent, key) ?? fromParentsId(lookup, parent, key);
}

/** Children are keyed by their whole ids: `article/child` is found from `article` too. */
function fromParentsId(
  lookup: Lookup,
  parent: PageEntry | SiteEntry,
  key: string,
): PageEntry | undefined {
  if (parent.kind === 'site') return undefined;
  const rest =
    withoutPrefix(key, `${parent.id}/`) ?? withoutPrefix(asciiLower(key), `${parent.id}/`);
  return rest === undefined || rest.includes('/')
    ? undefined
    : child(lookup, parent, rest, 'children');
}

function withoutPrefix(text: string, prefix: string): string | undefined {
  return text.startsWith(prefix) ? text.slice(prefix.length) : undefined;
}

/** `Kirby\Cms\Pages::findByKeyRecursive()`: one slug after the other. */
function descend(
  lookup: Lookup,
  parent: PageEntry | SiteEntry,
  key: string,
): PageEntry | undefined {
  let page: PageEntry | SiteEntry = parent;
  for (const slug of key.split('/')) {
    const next: PageEntry | undefined =
      child(lookup, page, slug, 'children') ?? lookup.tree.translatedChild(page.folder, slug);
    if (next === undefined) return undefined;
    page = next;
  }
  return page.kind === 'page' ? page : undefined;
}

/** As spelled, else in lower case (`Kirby\Toolkit\Collection::__get()`), but then with all of its id. */
function child(
  { tree }: Lookup,
  parent: PageEntry | SiteEntry,
  slug: string,
  among: 'children' | 'drafts',
): PageEntry | undefined {
  const slugs = among === 'children' ? tree.children(parent.folder) : tree.drafts(parent.folder);
  const id = parent.kind === 'page' ? parent.id : '';
  const path = slugs.get(slug) ?? (asciiLower(id) === id ? slugs.get(asciiLower(slug)) : undefined);
  return path === undefined ? undefined : tree.page(path);
}

/** `Kirby\Cms\HasFiles::file()`; names are found in lower case as well, ids and all. */
function fileIn(lookup: Lookup, owner: PageEntry | SiteEntry, name: string): FileEntry | undefined {
  const uuid = lookup.hasUuids ? shortUuidIn(name) : undefined;
  if (uuid !== undefined) return fileByUuid(lookup, uuid, owner);
  const exact = owner.files.get(name);
  if (exact !== undefined) return exact;
  const id = owner.kind === 'page' ? owner.id : '';
  return asciiLower(id) === id ? owner.files.get(asciiLower(name)) : undefined;
}

function fileByUuid(
  { tree, uuids }: Lookup,
  uuid: string,
  context: PageEntry | SiteEntry,
): FileEntry | undefined {
  for (const { path } of inIndexOrder(uuids.foldersWith(uuid), () => [context.folder])) {
    const files = tree.folder(path)?.files.values() ?? [];
    for (const file of files) if (file.uuid === uuid) return file;
  }
  return undefined;
}

function pageByUuid(
  { tree, uuids }: Lookup,
  uuid: string,
  parent: PageEntry | SiteEntry,
): PageEntry | undefined {
  const context = (): Iterable<SitePath> => tree.children(parent.folder).values();
  for (const { path } of inIndexOrder(uuids.foldersWith(uuid), context)) {
    const page = tree.page(path);
    if (page?.uuid === uuid) return page;
  }
  return undefined;
}

/**
 * Those of the context first, then as the index of all pages runs.
 *
 * @param context may have thousands of folders, and is asked where it matters only: nearly no UUID has two
 */
function inIndexOrder(
  folders: readonly FolderFacts[],
  context: () => Iterable<SitePath>,
): readonly FolderFacts[] {
  if (folders.length < 2) return folders;
  const first = new Set(context());
  return [...folders].sort(
    (a, b) => Number(first.has(b.path)) - Number(first.has(a.path)) || byIndexOrder(a.path, b.path),
  );
}

/** In which order `PageUuid::index()` comes to two folders: a parent, its children, its drafts. */
export function byIndexOrder(a: SitePath, b: SitePath): number {
  const names = a.split('/');
  const others = b.split('/');
  for (const [index, name] of names.entries()) {
    const other = others[index];
    if (other === undefined) return 1;
    if (name === other) continue;
    const drafts = Number(name === '_drafts') - Number(other === '_drafts');
    return drafts || naturalOrder(name, other) || (name < other ? -1 : 1);
  }
  return names.length - others.length;
}
