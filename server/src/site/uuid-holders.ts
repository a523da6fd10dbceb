import { pageFolder } from './inventory.ts';
import { byIndexOrder, type Lookup } from './resolve.ts';
import type { FileEntry, PageEntry, SiteEntry } from './site.ts';
import { folderOf, nameOf, type SitePath } from './site-path.ts';

/**
 * The pages that have a UUID, in the order of Kirby's index (`Kirby\Uuid\PageUuid::index()`): it
 * finds the first. Pages whose folder another one hides are in no index.
 */
export function pagesWithUuid(lookup: Lookup, uuid: string): readonly PageEntry[] {
  return ownersWith(lookup, uuid).filter(
    (owner): owner is PageEntry => owner.kind === 'page' && owner.uuid === uuid,
  );
}

/**
 * The files that have a UUID, in the order of Kirby's index (`Kirby\Uuid\FileUuid::index()`).
 *
 * @param trustsMetadata whether one of which only the metadata is there counts
 */
export function filesWithUuid(
  lookup: Lookup,
  uuid: string,
  trustsMetadata: boolean,
): readonly FileEntry[] {
  return ownersWith(lookup, uuid).flatMap(({ files }) =>
    [...files.values()].filter((file) => file.uuid === uuid && (file.hasBinary || trustsMetadata)),
  );
}

function ownersWith(lookup: Lookup, uuid: string): readonly (PageEntry | SiteEntry)[] {
  const { tree, uuids } = lookup;
  const root = tree.site().folder;
  return [...uuids.foldersWith(uuid)]
    .sort((a, b) => byIndexOrder(a.path, b.path))
    .flatMap(({ path }) => (isReached(lookup, path, root) ? (tree.folder(path) ?? []) : []));
}

/** Whether no folder on the way gives its slug to another one. */
function isReached({ tree }: Lookup, folder: SitePath, root: SitePath): boolean {
  for (let path = folder; path !== root && path !== ''; path = folderOf(path)) {
    const name = nameOf(path);
    if (name === '_drafts') continue;
    if (tree.children(folderOf(path)).get(pageFolder(name).slug) !== path) return false;
  }
  return true;
}
