import { mentionKeys, nameKey, pathKey, uuidKey } from '../../kirby/reference/mention-keys.ts';
import type { LiveSite } from '../open-site.ts';
import { changesOf } from '../panel-changes.ts';
import type { FileEntry, PageEntry, SiteEntry } from '../site.ts';
import { folderOf, type SitePath } from '../site-path.ts';
import { usersContent } from '../users.ts';

/** The files of a page, or of the site, that no content mentions. */
export interface UnusedFiles {
  readonly owner: PageEntry | SiteEntry;
  readonly files: readonly FileEntry[];
}

/** What a file may mention, with the folder that its bare names are of. */
type FolderKeys = readonly [folder: SitePath, keys: Iterable<number>];

/**
 * What the Panel's unsaved changes and the content of users may mention. The index leaves both out, but a
 * file that somebody has just put into a page, or an author's portrait, is in use.
 *
 * @param live a site that has been read
 */
export async function keysOutside(live: LiveSite): Promise<readonly FolderKeys[]> {
  const { site } = live;
  const mayBe = new Map<SitePath, boolean>();
  const paths: SitePath[] = [];
  for (const path of site.contentFiles()) {
    const [folder, changes] = [folderOf(path), changesOf(path)];
    let is = mayBe.get(folder);
    if (is === undefined) mayBe.set(folder, (is = site.mayHold(folderOf(changes))));
    if (is) paths.push(changes);
  }
  const unsaved = paths.length;
  for (const path of usersContent(site)) paths.push(path, changesOf(path));
  const documents = await live.documents(paths);
  return documents.flatMap((document, index) => {
    const path = paths[index];
    if (document === undefined || path === undefined) return [];
    const folder = index < unsaved ? folderOf(folderOf(path)) : folderOf(path);
    return [[folder, mentionKeys(document.text)] as const];
  });
}

/**
 * The files that nothing in the content mentions, in the order of the pages: neither by UUID nor by
 * name. A template may show them all the same. Whoever takes the answers one by one can do other
 * things in between: `undefined` comes where there is nothing to tell yet.
 *
 * @param live a site that is searchable
 * @param outside what `keysOutside()` has found
 */
export function* unusedFiles(
  live: LiveSite,
  outside: readonly FolderKeys[] = [],
): Generator<UnusedFiles | undefined> {
  const { site } = live;
  const mentioned: Mentioned = { all: new Set(), inFolder: new Map() };
  let count = 0;
  for (const [folder, keys] of both(outside, live.mentionKeys())) {
    const inFolder = mentioned.inFolder.get(folder);
    if (inFolder === undefined) mentioned.inFolder.set(folder, [keys]);
    else inFolder.push(keys);
    for (const key of keys) mentioned.all.add(key);
    if (++count % BATCH === 0) yield undefined;
  }
  const root = site.folder(site.options.contentFolder);
  if (root !== undefined) yield unusedOf(root, [], mentioned);
  for (const page of site.pages()) {
    yield unusedOf(page, [page.slug, ...site.translatedSlugs(page)], mentioned);
  }
}

function* both(first: Iterable<FolderKeys>, second: Iterable<FolderKeys>): Generator<FolderKeys> {
  yield* first;
  yield* second;
}

const BATCH = 500;

/** The keys of all that may be mentioned, in the whole content and in the files of each folder. */
interface Mentioned {
  readonly all: Set<number>;
  readonly inFolder: Map<SitePath, Iterable<number>[]>;
}

/** @param slugs that a page has in all languages */
function unusedOf(
  owner: PageEntry | SiteEntry,
  slugs: readonly string[],
  { all, inFolder }: Mentioned,
): UnusedFiles | undefined {
  if (owner.files.size === 0) return undefined;
  const here = new Set<number>();
  for (const keys of inFolder.get(owner.folder) ?? []) for (const key of keys) here.add(key);
  const files = [...owner.files.values()].filter(
    (file) => file.hasBinary && !isMentioned(file, owner, slugs, all, here),
  );
  return files.length === 0 ? undefined : { owner, files };
}

function isMentioned(
  { name, uuid }: FileEntry,
  owner: PageEntry | SiteEntry,
  slugs: readonly string[],
  all: ReadonlySet<number>,
  here: ReadonlySet<number>,
): boolean {
  if (uuid !== undefined && all.has(uuidKey(uuid))) return true;
  if (here.has(nameKey(name))) return true;
  // With a blank, or an escape, in the name its page does not stand before what the key is made of.
  if (owner.kind === 'site' || !isPlain.test(name)) return all.has(nameKey(name));
  return slugs.some((slug) => all.has(pathKey(slug, name)));
}

const isPlain = /^[\w.-]+$/;
