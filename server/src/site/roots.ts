import { type FoundSite, publicFolders, sitesOfScript } from './entry-script.ts';
import type { FileSystem, FolderListing } from './file-system.ts';
import { isSiteFile } from './recognise.ts';
import { folderOf, joinPath, sitePath, type SitePath } from './site-path.ts';
import { defaultRoots, pathBelow } from './site-roots.ts';

export type { FoundSite } from './entry-script.ts';

export interface FindRootsOptions {
  /** Where the author says that the content is, relative to the workspace folder; empty: unsaid. */
  readonly contentFolder?: string;
  /** How many folders deep to look; 0 is the folder itself. */
  readonly deepest?: number;
}

/** How deep sites are looked for, and in how many folders: a workspace may be a whole disk. */
const DEEPEST = 4;
const MOST_FOLDERS = 400;

/**
 * The sites of a workspace folder, each with its roots. A `content` folder alone is nothing: Hugo
 * and Nuxt have one too. There has to be something of Kirby's: a script that starts it, `kirby`
 * beside it, `site/blueprints`, or a `site.txt` in it.
 *
 * @param fileSystem whose paths are relative to the workspace folder
 */
export async function findRoots(
  fileSystem: FileSystem,
  { contentFolder = '', deepest = DEEPEST }: FindRootsOptions = {},
): Promise<readonly FoundSite[]> {
  const given = contentFolder.split('/').filter((name) => name !== '' && name !== '.');
  if (contentFolder !== '' && !given.includes('..')) {
    return [await siteWithContent(fileSystem, sitePath(given.join('/')))];
  }
  const sites = new Map<SitePath, FoundSite>();
  let level: readonly SitePath[] = [sitePath('')];
  let left = MOST_FOLDERS;
  for (let depth = 0; depth <= deepest && level.length > 0; depth++) {
    const next: SitePath[] = [];
    const looked = level.slice(0, left);
    left -= looked.length;
    // All at once: from afar each question is a way there and back.
    const listings = await Promise.all(looked.map((folder) => fileSystem.list(folder)));
    for (const listing of listings) {
      if (listing === undefined) continue;
      const folder = listing.path;
      const site = await siteIn(fileSystem, listing);
      const content = site && below(site.folder, site.roots.content);
      if (site !== undefined && content !== undefined && !sites.has(content)) {
        sites.set(content, site);
      }
      next.push(
        ...listing.folders
          .filter((name) => isLookedInto(name))
          .map((name) => joinPath(folder, name)),
      );
    }
    level = next.filter((folder) => !isPartOf([...sites.values()], folder));
  }
  return [...sites.values()];
}

/** The site of which an author has named the content folder. */
async function siteWithContent(fileSystem: FileSystem, content: SitePath): Promise<FoundSite> {
  const around = folderOf(content);
  const candidates = [joinPath(around, 'site'), sitePath('site')];
  for (const site of candidates) {
    if ((await fileSystem.list(site)) !== undefined) {
      return { folder: sitePath(''), roots: defaultRoots(content, site) };
    }
  }
  return { folder: sitePath(''), roots: defaultRoots(content, joinPath(around, 'site')) };
}

/** The site whose folder this is. */
async function siteIn(
  fileSystem: FileSystem,
  listing: FolderListing,
): Promise<FoundSite | undefined> {
  const { path: folder, files, folders } = listing;
  const started = await startedBy(fileSystem, listing);
  if (started !== undefined) return started;
  const usual = { folder, roots: defaultRoots(sitePath('content'), sitePath('site')) };
  if (folders.includes('content')) {
    if (folders.includes('site') && isKirbysSite(await fileSystem.list(joinPath(folder, 'site')))) {
      return usual;
    }
    if (folders.includes('kirby') && (await hasKirby(fileSystem, folder))) return usual;
    const content = await fileSystem.list(joinPath(folder, 'content'));
    if (content?.files.some(isSite) === true) return usual;
  }
  if (files.some(isSite) && (await holdsPages(fileSystem, listing))) {
    return { folder, roots: defaultRoots(sitePath(''), sitePath('site')) };
  }
  return undefined;
}

/** The site that `index.php`, here or in a folder for the web server, starts. */
async function startedBy(
  fileSystem: FileSystem,
  { path: folder, files, folders }: FolderListing,
): Promise<FoundSite | undefined> {
  const scripts = [
    ...(files.includes('index.php') ? [folder] : []),
    ...publicFolders.filter((name) => folders.includes(name)).map((name) => joinPath(folder, name)),
  ];
  if (scripts.length === 0) return undefined;
  const sources = await fileSystem.readFiles(scripts.map((path) => joinPath(path, 'index.php')));
  for (const [index, script] of scripts.entries()) {
    const source = sources[index];
    const site = source === undefined ? undefined : sitesOfScript(source, script, folder);
    if (site === undefined) continue;
    const content = await fileSystem.list(below(site.folder, site.roots.content));
    if (content !== undefined) return site;
  }
  return undefined;
}

/** A folder called `site` may be anything; Kirby's has blueprints, or several of its other parts. */
function isKirbysSite(listing: FolderListing | undefined): boolean {
  const folders = listing?.folders ?? [];
  if (folders.includes('blueprints')) return true;
  return folders.filter((name) => parts.has(name)).length >= 2;
}

const parts: ReadonlySet<string> = new Set(
  'accounts cache collections config controllers languages models plugins snippets templates'.split(
    ' ',
  ),
);

async function hasKirby(fileSystem: FileSystem, folder: SitePath): Promise<boolean> {
  const kirby = await fileSystem.list(joinPath(folder, 'kirby'));
  return kirby?.files.includes('bootstrap.php') === true;
}

function isSite(name: string): boolean {
  return isSiteFile(name, 'txt') || isSiteFile(name, 'md');
}

/** Whether a folder with a `site.txt` is a content of its own: its folders are pages. */
async function holdsPages(fileSystem: FileSystem, listing: FolderListing): Promise<boolean> {
  for (const name of listing.folders.filter((folder) => isLookedInto(folder)).slice(0, 20)) {
    const page = await fileSystem.list(joinPath(listing.path, name));
    if (page?.files.some((file) => file.endsWith('.txt')) === true) return true;
  }
  return false;
}

function isLookedInto(name: string): boolean {
  return !name.startsWith('.') && !name.startsWith('_') && !passedOver.has(name);
}

const passedOver: ReadonlySet<string> = new Set([
  'node_modules',
  'vendor',
  'kirby',
  'media',
  'dist',
]);

/** What lies in a site's own folders is no other site. */
function isPartOf(sites: readonly FoundSite[], folder: SitePath): boolean {
  return sites.some((site) =>
    [site.roots.content, site.roots.site].some((root) => {
      const path = below(site.folder, root);
      return folder === path || pathBelow(path, folder) !== undefined;
    }),
  );
}

function below(folder: SitePath, path: SitePath): SitePath {
  return path === '' ? folder : joinPath(folder, path);
}
