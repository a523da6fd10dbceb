import type { FileFact, FolderFacts } from './folder-facts.ts';
import { entersContent, type FolderRequest, isSummarised } from './scan.ts';
import { folderOf, joinPath, nameOf, type SitePath } from './site-path.ts';
import { sitePart, siteParts } from './site-parts.ts';
import { isInContent, pathBelow, type SiteRoots } from './site-roots.ts';

/** The folders of a content as the disk had them last. */
type OnDisk = ReadonlyMap<SitePath, FolderFacts>;

/**
 * Which folders have to be looked at when something has happened to these paths. A watcher does not
 * say whether a path is a file or a folder, and of a whole folder it may tell the top only: all in
 * it may be another one.
 */
export function foldersToRead(
  paths: readonly SitePath[],
  roots: SiteRoots,
  onDisk: OnDisk,
): readonly FolderRequest[] | 'everything' {
  if (!onDisk.has(roots.content)) {
    return paths.some((path) => isInContent(path, roots) || contains(path, roots.content))
      ? 'everything'
      : [];
  }
  const folders = new Map<SitePath, Set<string>>();
  const whole = new Set<SitePath>();
  const add = (folder: SitePath): Set<string> => {
    const files = folders.get(folder) ?? new Set();
    folders.set(folder, files);
    return files;
  };
  for (const path of paths) {
    if (contains(path, roots.content)) return 'everything';
    if (!isInContent(path, roots)) continue;
    if (onDisk.has(path)) whole.add(path);
    let folder = folderOf(path);
    if (onDisk.has(folder)) {
      add(folder).add(nameOf(path));
      continue;
    }
    while (!onDisk.has(folder)) folder = folderOf(folder);
    add(folder);
  }
  const requests = new Map<SitePath, FolderRequest>();
  for (const [path, files] of folders) requests.set(path, { path, files: [...files] });
  for (const path of foldersBelow(whole, onDisk)) requests.set(path, { path });
  return [...requests.values()];
}

/** Some folders, and all that are known below them. */
function foldersBelow(tops: ReadonlySet<SitePath>, onDisk: OnDisk): readonly SitePath[] {
  if (tops.size === 0) return [];
  const isBelow = (path: SitePath): boolean => {
    for (let at = path; at !== ''; at = folderOf(at)) if (tops.has(at)) return true;
    return false;
  };
  return [...onDisk.keys()].filter(isBelow);
}

/** Whether anything that happened concerns the files of `site/`. */
export function concernSite(paths: readonly SitePath[], roots: SiteRoots): boolean {
  return paths.some((path) => {
    if (isInContent(path, roots)) return false;
    // A folder above, of which the top only is told.
    const part = sitePart(path, roots);
    return part === undefined
      ? siteParts.some((name) => contains(path, roots[name]))
      : !quietPart.test(part);
  });
}

/** What changes with a login, or with the content of an account, and says nothing of the site. */
const quietPart = /^accounts\/(?:\.[^/]*$|[^/]+\/(?!index\.php$))/;

/** A folder with what is known already of the files that were not read this time. */
export function withKnown(facts: FolderFacts, known: FolderFacts | undefined): FolderFacts {
  if (known === undefined) return facts;
  const summaries = new Map(known.files.map(({ name, summary }) => [name, summary]));
  const files = facts.files.map(({ name, summary }): FileFact => ({
    name,
    summary: summary ?? summaries.get(name),
  }));
  return { ...facts, files };
}

/** The content files among them that were read anew: only these have another summary object. */
export function changedFiles(
  folders: readonly FolderFacts[],
  onDisk: OnDisk,
  contentExtension: string,
): readonly SitePath[] {
  return folders.flatMap((facts) => {
    const known = onDisk.get(facts.path);
    const before = new Map(known?.files.map(({ name, summary }) => [name, summary]));
    return facts.files
      .filter(({ name, summary }) => before.get(name) !== summary)
      .filter(({ name }) => isSummarised(name, contentExtension))
      .map(({ name }) => joinPath(facts.path, name));
  });
}

/** What the listings of folders tell of that has not been read: nobody may have told of it. */
export function unread(
  folders: readonly FolderFacts[],
  onDisk: OnDisk,
  contentExtension: string,
): { readonly folders: readonly FolderRequest[]; readonly trees: readonly SitePath[] } {
  return {
    folders: folders.flatMap(({ path, files }) => {
      const names = files
        .filter(
          ({ name, summary }) => summary === undefined && isSummarised(name, contentExtension),
        )
        .map(({ name }) => name);
      return names.length === 0 ? [] : [{ path, files: names }];
    }),
    trees: folders.flatMap(({ path, folders: names }) =>
      names
        .filter((name) => entersContent(name))
        .map((name) => joinPath(path, name))
        .filter((folder) => !onDisk.has(folder)),
    ),
  };
}

function contains(path: SitePath, root: SitePath): boolean {
  return path === root || pathBelow(path, root) !== undefined;
}
