import { nameKey, pathKey, uuidKey } from '../../kirby/reference/mention-keys.ts';
import type { FileEntry, PageEntry, Site, SiteEntry } from '../site.ts';

/** The files of a page, or of the site, that no content mentions. */
export interface UnusedFiles {
  readonly owner: PageEntry | SiteEntry;
  readonly files: readonly FileEntry[];
}

/**
 * The files that nothing in the content mentions, in the order of the pages: neither by UUID nor by
 * name. A template may show them all the same. Whoever takes the answers one by one can do other
 * things in between: `undefined` comes where there is nothing to tell yet.
 */
export function* unusedFiles(site: Site): Generator<UnusedFiles | undefined> {
  const all = new Set<number>();
  let count = 0;
  for (const keys of site.mentionKeys()) {
    for (const key of keys) all.add(key);
    if (++count % BATCH === 0) yield undefined;
  }
  const root = site.folder(site.options.contentFolder);
  if (root !== undefined) yield unusedOf(site, root, all);
  for (const page of site.pages()) yield unusedOf(site, page, all);
}

const BATCH = 500;

function unusedOf(
  site: Site,
  owner: PageEntry | SiteEntry,
  all: ReadonlySet<number>,
): UnusedFiles | undefined {
  if (owner.files.size === 0) return undefined;
  const here = new Set<number>();
  for (const keys of site.mentionKeys(owner.folder)) for (const key of keys) here.add(key);
  const files = [...owner.files.values()].filter(
    (file) => file.hasBinary && !isMentioned(file, owner, all, here),
  );
  return files.length === 0 ? undefined : { owner, files };
}

function isMentioned(
  { name, uuid }: FileEntry,
  owner: PageEntry | SiteEntry,
  all: ReadonlySet<number>,
  here: ReadonlySet<number>,
): boolean {
  if (uuid !== undefined && all.has(uuidKey(uuid))) return true;
  if (here.has(nameKey(name))) return true;
  return owner.kind === 'site' ? all.has(nameKey(name)) : all.has(pathKey(owner.slug, name));
}
