import { stat } from 'node:fs/promises';
import path from 'node:path';
import { diskSource } from '../node/disk-source.ts';
import { type BlueprintContext, blueprintContext } from '../rules/blueprint/rule.ts';
import { findRoots } from '../site/roots.ts';
import { type LiveSite, openSite } from '../site/open-site.ts';
import { entersContent } from '../site/scan.ts';
import type { ContentFile, Site } from '../site/site.ts';
import { joinPath, sitePath, type SitePath } from '../site/site-path.ts';
import { defaultRoots, isInContent, pathBelow, type SiteRoots } from '../site/site-roots.ts';
import { UsageError } from './command.ts';

/** A content file with the site it belongs to, which a loose one has not; or a blueprint of a site. */
export interface Checked {
  /** Relative to the folder in which the command runs, with `/`. */
  readonly path: string;
  readonly absolute: string;
  readonly text: string;
  readonly site: Site | undefined;
  readonly file: ContentFile | undefined;
  readonly blueprint?: BlueprintContext;
}

interface SiteOnDisk {
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

/** A site with all its files, and a path in it. */
export interface PlaceOnDisk {
  readonly live: LiveSite;
  readonly path: SitePath;
}

/**
 * The sites that paths are about, read: the one around a file or folder, or those below it.
 *
 * @param given as the user wrote it
 */
export async function placesAt(given: string, folder: string): Promise<readonly PlaceOnDisk[]> {
  const absolute = path.resolve(folder, given);
  const info = await stat(absolute).catch(() => undefined);
  if (info === undefined) throw new UsageError(`There is no file or folder ${given}.`);
  const above = await siteAbove(absolute);
  if (above !== undefined) {
    return [{ live: await readLive(above), path: pathIn(above, absolute) }];
  }
  const below = info.isDirectory() ? await sitesIn(absolute) : [];
  if (below.length === 0) throw new UsageError(`There is no Kirby site in or around ${given}.`);
  return Promise.all(
    below.map(async (found) => ({ live: await readLive(found), path: found.roots.content })),
  );
}

/**
 * The files that paths stand for: a site, with its blueprints; a folder of its content or of its
 * blueprints; a file. They come in portions, so that the texts of a large site are never in memory
 * all at once.
 */
export async function* checkedFiles(
  paths: readonly string[],
  folder: string,
): AsyncGenerator<readonly Checked[]> {
  const sites = new Map<string, Promise<Site>>();
  const siteOf = (found: SiteOnDisk): Promise<Site> => {
    const content = path.join(found.root, found.roots.content);
    const known = sites.get(content) ?? read(found);
    sites.set(content, known);
    return known;
  };
  const seen = new Set<string>();
  for (const given of paths) {
    for await (const portion of filesBehind(given, path.resolve(folder, given), siteOf)) {
      yield portion.flatMap(({ root, checked }) => {
        const absolute = path.resolve(folder, root, checked.path);
        if (seen.has(absolute)) return [];
        seen.add(absolute);
        const relative = path.relative(folder, absolute).split(path.sep).join('/');
        return [{ ...checked, path: relative, absolute }];
      });
    }
  }
}

interface Found {
  readonly root: string;
  /** Its path is relative to the root. */
  readonly checked: Omit<Checked, 'absolute'>;
}

async function* filesBehind(
  given: string,
  absolute: string,
  siteOf: (found: SiteOnDisk) => Promise<Site>,
): AsyncGenerator<readonly Found[]> {
  const info = await stat(absolute).catch(() => undefined);
  if (info === undefined) throw new UsageError(`There is no file or folder ${given}.`);
  const above = await siteAbove(absolute);
  if (above !== undefined) {
    const site = await siteOf(above);
    const inSite = pathIn(above, absolute);
    if (!isInContent(inSite, above.roots)) {
      yield blueprintsAt(above, site, inSite, given);
      return;
    }
    if (info.isDirectory()) {
      yield* contentOf(above, site, inSite);
      return;
    }
    if (site.contentFile(inSite) === undefined) {
      throw new UsageError(`${given} is no content file of its site.`);
    }
    yield* readContent(above, site, [inSite]);
    return;
  }
  if (info.isDirectory()) {
    const below = await sitesIn(absolute);
    if (below.length === 0) throw new UsageError(`There is no Kirby site in or around ${given}.`);
    for (const found of below) {
      const site = await siteOf(found);
      yield* contentOf(found, site, found.roots.content);
      yield blueprintsIn(found, site, sitePath(''));
    }
    return;
  }
  const [text] = await diskSource(path.dirname(absolute)).readFiles([
    sitePath(path.basename(absolute)),
  ]);
  if (text === undefined) throw new UsageError(`The file ${given} cannot be read.`);
  yield [{ root: '', checked: { path: given, text, site: undefined, file: undefined } }];
}

/** Every content file in a folder of a site. */
async function* contentOf(
  found: SiteOnDisk,
  site: Site,
  folder: SitePath,
): AsyncGenerator<readonly Found[]> {
  const listings = await diskSource(found.root).walk(folder, entersContent);
  const ending = `.${site.options.contentExtension}`;
  const files = listings.flatMap((listing) =>
    listing.files
      .filter((name) => name.endsWith(ending))
      .map((name) => joinPath(listing.path, name)),
  );
  yield* readContent(found, site, files);
}

/** How many files are in memory at once. */
const PORTION = 100;

/** The blueprints in a folder of a site, or the one that a path is. */
function blueprintsIn({ root }: SiteOnDisk, site: Site, at: SitePath): readonly Found[] {
  const paths = new Set([...site.blueprints.files.values()].map(({ path: file }) => file));
  return [...paths].flatMap((file) => {
    const isThere = file === at || pathBelow(at, file) !== undefined;
    const blueprint = isThere ? blueprintContext(site, file) : undefined;
    if (blueprint === undefined) return [];
    const { text } = blueprint.file;
    return [{ root, checked: { path: file, text, site, file: undefined, blueprint } }];
  });
}

function blueprintsAt(
  found: SiteOnDisk,
  site: Site,
  at: SitePath,
  given: string,
): readonly Found[] {
  const blueprints = blueprintsIn(found, site, at);
  if (blueprints.length === 0) throw new UsageError(`${given} is no blueprint of its site.`);
  return blueprints;
}

async function* readContent(
  found: SiteOnDisk,
  site: Site,
  files: readonly SitePath[],
): AsyncGenerator<readonly Found[]> {
  const source = diskSource(found.root);
  for (let start = 0; start < files.length; start += PORTION) {
    const portion = files
      .slice(start, start + PORTION)
      .flatMap((path) => site.contentFile(path) ?? []);
    const texts = await source.readFiles(portion.map(({ path }) => path));
    yield portion.flatMap((file, index) => {
      const text = texts[index];
      const { path } = file;
      return text === undefined ? [] : [{ root: found.root, checked: { path, text, site, file } }];
    });
  }
}

async function sitesIn(folder: string, deepest = 4): Promise<readonly SiteOnDisk[]> {
  const found = await findRoots(diskSource(folder), { deepest });
  return found.map((site) => ({ root: path.join(folder, site.folder), roots: site.roots }));
}

/**
 * The site in whose content, blueprints or plugins a file or folder lies. A content folder may pass for a site of its own;
 * the one around it, with blueprints and all, comes first.
 */
async function siteAbove(below: string): Promise<SiteOnDisk | undefined> {
  let contentOnly: SiteOnDisk | undefined;
  for (let folder = path.dirname(below); ; folder = path.dirname(folder)) {
    const around = (await sitesIn(folder, 1)).filter(({ root, roots }) =>
      [roots.content, roots.blueprints, roots.plugins].some((part) =>
        isWithin(path.join(root, part), below),
      ),
    );
    const whole = around.find(({ roots }) => roots.content !== '');
    if (whole !== undefined) return whole;
    contentOnly ??= around[0];
    if (path.dirname(folder) === folder) return contentOnly;
  }
}

function isWithin(folder: string, file: string): boolean {
  const way = path.relative(folder, file);
  // From one drive to another there is no relative way.
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

async function read(found: SiteOnDisk): Promise<Site> {
  return (await readLive(found)).site;
}

async function readLive({ root, roots }: SiteOnDisk): Promise<LiveSite> {
  const live = openSite(diskSource(root), roots, { isSearched: false });
  await live.ready;
  return live;
}

function pathIn({ root }: SiteOnDisk, file: string): SitePath {
  return sitePath(path.relative(root, file).split(path.sep).join('/'));
}
