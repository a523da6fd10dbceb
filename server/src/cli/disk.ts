import { stat } from 'node:fs/promises';
import path from 'node:path';
import { diskSource } from '../node/disk-source.ts';
import { findRoots } from '../site/roots.ts';
import { type LiveSite, openSite, type OpenSiteOptions } from '../site/open-site.ts';
import type { Site } from '../site/site.ts';
import { type Scanner, scannerOf, type ScanSource } from '../site/scan.ts';
import { sitePath, type SitePath } from '../site/site-path.ts';
import { defaultRoots, type SiteRoots } from '../site/site-roots.ts';
import { UsageError } from './command.ts';
import { ListedFolders } from './listed-folders.ts';
import { relativeName } from './relative-name.ts';
import { SiteDigest } from './site-digest.ts';

/** Where a site was found. */
export interface SiteOnDisk {
  readonly root: string;
  readonly roots: SiteRoots;
}

/** The site in a folder, read; it is an error when there is none. */
export async function openSiteAt(folder: string): Promise<Site> {
  const [found] = await sitesIn(folder, 0);
  if (found !== undefined) return read(found);
  // Whoever names a folder knows what it is: nothing else has to tell that it is Kirby's.
  const content = await diskSource(folder).list(sitePath('content'));
  if (content === undefined) throw new UsageError(`There is no Kirby site in ${folder}.`);
  return read({ root: folder, roots: defaultRoots(sitePath('content'), sitePath('site')) });
}

/** The site that a file belongs to, read, and the file's path there. */
export async function siteOfFile(
  file: string,
): Promise<{ readonly site: Site; readonly path: SitePath } | undefined> {
  const found = await siteAbove(file);
  if (found === undefined) return undefined;
  return { site: await read(found), path: pathIn(found, file) };
}

/** What a path stands for, before any site is read. */
export interface Target {
  /** As the user wrote it. */
  readonly given: string;
  readonly absolute: string;
  readonly isFolder: boolean;
  /** The site around it. */
  readonly above: SiteOnDisk | undefined;
  /** The sites below a folder without one around it. */
  readonly below: readonly SiteOnDisk[];
}

/** It is an error when nothing is there, or it is a folder without any site. */
export async function targetAt(given: string, folder: string, near = sitesNear()): Promise<Target> {
  const absolute = path.resolve(folder, given);
  const info = await stat(absolute).catch(() => undefined);
  if (info === undefined) throw new UsageError(`There is no file or folder ${given}.`);
  const isFolder = info.isDirectory();
  const above = await siteAbove(absolute, near);
  const below = above === undefined && isFolder ? await sitesIn(absolute) : [];
  if (above === undefined && isFolder && below.length === 0) throw noSite(given, absolute);
  return { given, absolute, isFolder, above, below };
}

/** A site with all its files, and a path in it. */
export interface PlaceOnDisk {
  readonly live: LiveSite;
  readonly path: SitePath;
  /** What a user is shown of a path in the site: the way there from where the command runs. */
  readonly shown: (path: SitePath) => string;
}

/**
 * The sites that paths are about, read: the one around a file or folder, or those below it.
 *
 * @param given as the user wrote it
 */
export async function placesAt(given: string, folder: string): Promise<readonly PlaceOnDisk[]> {
  const { absolute, above, below } = await targetAt(given, folder);
  if (above !== undefined) return [await placeAt(above, pathIn(above, absolute), folder)];
  if (below.length === 0) throw noSite(given, absolute);
  return Promise.all(below.map((found) => placeAt(found, found.roots.content, folder)));
}

async function placeAt(found: SiteOnDisk, at: SitePath, folder: string): Promise<PlaceOnDisk> {
  const shown = (inSite: string): string => relativeName(folder, path.join(found.root, inSite));
  return { live: await readLive(found), path: at, shown };
}

/** What a sentence calls a folder: of `.` it would seem to be about the one above. */
export function namedIn(given: string, absolute: string): string {
  return /^[./\\]*$/u.test(given) ? absolute : given;
}

function noSite(given: string, absolute: string): UsageError {
  const named = namedIn(given, absolute);
  return new UsageError(
    `There is no Kirby site in ${named}, and it is in neither the content nor the blueprints of one.`,
  );
}

/** The sites in a folder and in those below it. */
export async function sitesIn(folder: string, deepest = 4): Promise<readonly SiteOnDisk[]> {
  const found = await findRoots(diskSource(folder), { deepest });
  return found.map((site) => ({ root: path.join(folder, site.folder), roots: site.roots }));
}

/** Looks for sites in a folder and in those right below it, in each once: all paths have most around them. */
export function sitesNear(): (folder: string) => Promise<readonly SiteOnDisk[]> {
  const known = new Map<string, Promise<readonly SiteOnDisk[]>>();
  return (folder) => {
    const found = known.get(folder) ?? sitesIn(folder, 1);
    known.set(folder, found);
    return found;
  };
}

/**
 * The site in whose content or folder `site`, wherever the parts of that are, a file or folder lies. A content folder may pass for a site of its own;
 * the one around it, with blueprints and all, comes first.
 */
export async function siteAbove(
  below: string,
  near = sitesNear(),
): Promise<SiteOnDisk | undefined> {
  let contentOnly: SiteOnDisk | undefined;
  for (let folder = path.dirname(below); ; folder = path.dirname(folder)) {
    const around = (await near(folder)).filter(({ root, roots }) =>
      [roots.content, roots.site, roots.blueprints, roots.plugins, roots.accounts].some((part) =>
        isWithin(path.join(root, part), below),
      ),
    );
    const whole = around.find(({ roots }) => roots.content !== '');
    if (whole !== undefined) return whole;
    contentOnly ??= around[0];
    if (path.dirname(folder) === folder) return contentOnly;
  }
}

/** Whether an absolute path is a folder or something below it. */
export function isWithin(folder: string, file: string): boolean {
  const way = path.relative(folder, file);
  // From one drive to another there is no relative way.
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

export async function read(found: SiteOnDisk): Promise<Site> {
  return (await readLive(found)).site;
}

/** How a command reads a site: as a whole, before it asks anything. */
const once: OpenSiteOptions = { isAskedEarly: false, isSearched: false };

/** A site with all its files. */
export async function readLive({ root, roots }: SiteOnDisk): Promise<LiveSite> {
  const source = diskSource(root);
  return readBy(scannerOf(source), source, { root, roots });
}

/** A site with a digest of all that is known of it. */
export interface DigestedSite {
  readonly live: LiveSite;
  readonly facts: string;
}

/**
 * The same as `readLive()`, for who wants to know whether anything has changed.
 *
 * @param source the disk
 */
export async function readDigested(
  { root, roots }: SiteOnDisk,
  source: ScanSource,
): Promise<DigestedSite> {
  const digest = new SiteDigest();
  const live = await readBy(digest.of(scannerOf(source)), source, { root, roots });
  return { live, facts: digest.value(roots) };
}

/** A site as a scanner reads it. It is an error when a folder of its content may not be read: nothing would be said of that. */
async function readBy(
  scanner: Scanner,
  source: ScanSource,
  { root, roots }: SiteOnDisk,
): Promise<LiveSite> {
  const listed = new ListedFolders();
  const live = openSite(source, roots, { ...once, scanner: listed.of(scanner) });
  await live.ready;
  const refused = listed.refused(root);
  if (refused !== undefined) throw new UsageError(`The folder ${refused} cannot be read.`);
  return live;
}

/** The path in a site of an absolute path. */
export function pathIn({ root }: SiteOnDisk, file: string): SitePath {
  return sitePath(path.relative(root, file).split(path.sep).join('/'));
}
