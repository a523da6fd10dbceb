import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseContent } from '../kirby/content/parse.ts';
import { diskSource } from '../node/disk-source.ts';
import { type BlueprintContext, blueprintContext } from '../rules/blueprint/rule.ts';
import type { ScanSource } from '../site/scan.ts';
import type { LiveSite } from '../site/open-site.ts';
import type { ContentFile, Site } from '../site/site.ts';
import { sitePath, type SitePath } from '../site/site-path.ts';
import { isInContent, pathBelow } from '../site/site-roots.ts';
import { UsageError } from './command.ts';
import { fileAt, relativeName } from './relative-name.ts';
import {
  namedIn,
  pathIn,
  readDigested,
  readLive,
  siteAbove,
  sitesNear,
  type SiteOnDisk,
  type Target,
  targetAt,
} from './disk.ts';
import type { Witness } from './witness.ts';

/** A content file with the site it belongs to, which a loose one has not; or a blueprint of a site. */
export interface Checked {
  /** Relative to the folder in which the command runs, with `/`. */
  readonly path: string;
  readonly absolute: string;
  /** The folder of its site, or that of a loose file; an absolute path. */
  readonly root: string;
  readonly text: string;
  readonly site: Site | undefined;
  readonly file: ContentFile | undefined;
  readonly blueprint?: BlueprintContext;
  /** A digest of all that is known of its site, where that was asked for. */
  readonly facts?: string | undefined;
  /** Makes the site see this text of the content file instead. */
  readonly replace?: (text: string) => void;
}

/** The files in portions, so that the texts of a large site are never in memory all at once. */
export type Portions = AsyncIterable<readonly Checked[]> | Iterable<readonly Checked[]>;

/** Which files are checked. */
export interface CheckedOptions {
  /** Where the command runs. */
  readonly folder: string;
  /** Whether a file is, by its absolute path. */
  readonly isWanted?: ((absolute: string) => boolean) | undefined;
  /** Hears what the disk answers; each file comes with a digest of what is known of its site then. */
  readonly witness?: Witness | undefined;
}

/** What the paths of a check are. */
export function targetsOf(paths: readonly string[], folder: string): Promise<readonly Target[]> {
  const near = sitesNear();
  return Promise.all(paths.map((given) => targetAt(given, folder, near)));
}

/**
 * The files that paths stand for: a site, with its blueprints; a folder of its content or of its
 * blueprints; a file.
 *
 * @returns goes through them; each time, of the same sites
 */
export function checkedFiles(
  targets: readonly Target[],
  { folder, isWanted = () => true, witness }: CheckedOptions,
): () => Portions {
  const sourceOf = (root: string): ScanSource => witness?.source(root) ?? diskSource(root);
  const sites = new Map<string, Promise<LiveSite>>();
  const facts = new Map<Site, string>();
  const readSite = async (found: SiteOnDisk): Promise<LiveSite> => {
    if (witness === undefined) return readLive(found);
    const digested = await readDigested(found, sourceOf(found.root));
    facts.set(digested.live.site, digested.facts);
    return digested.live;
  };
  const siteOf = (found: SiteOnDisk): Promise<LiveSite> => {
    const content = path.join(found.root, found.roots.content);
    const known = sites.get(content) ?? readSite(found);
    sites.set(content, known);
    return known;
  };
  const factsOf = (site: Site): string | undefined => facts.get(site);
  return () => portionsOf(targets, folder, { siteOf, sourceOf, factsOf, isWanted });
}

async function* portionsOf(
  targets: readonly Target[],
  folder: string,
  reading: Reading,
): AsyncGenerator<readonly Checked[]> {
  const seen = new Set<string>();
  for (const target of targets) {
    for await (const portion of filesBehind(target, reading)) {
      yield portion.flatMap(({ root, checked }) => {
        const isLoose = root === '';
        const absolute = isLoose ? path.resolve(folder, checked.path) : fileAt(root, checked.path);
        if (seen.has(absolute) || !reading.isWanted(absolute)) return [];
        seen.add(absolute);
        const facts = checked.site && reading.factsOf(checked.site);
        const place = {
          path: relativeName(folder, absolute),
          absolute,
          root: isLoose ? path.dirname(absolute) : root,
        };
        return [{ ...checked, ...place, facts }];
      });
    }
  }
}

interface Reading {
  readonly siteOf: (found: SiteOnDisk) => Promise<LiveSite>;
  readonly sourceOf: (root: string) => ScanSource;
  readonly factsOf: (site: Site) => string | undefined;
  readonly isWanted: (absolute: string) => boolean;
}

interface Found {
  readonly root: string;
  /** Its path is relative to the root. */
  readonly checked: Omit<Checked, 'absolute' | 'root' | 'facts'>;
}

async function* filesBehind(
  { given, absolute, isFolder, above, below }: Target,
  reading: Reading,
): AsyncGenerator<readonly Found[]> {
  if (above !== undefined) {
    const live = await reading.siteOf(above);
    const { site } = live;
    const inSite = pathIn(above, absolute);
    if (!isInContent(inSite, above.roots)) {
      const blueprints = blueprintsIn(above, site, inSite);
      if (blueprints.length === 0) {
        throw new UsageError(
          isFolder
            ? `There are neither content nor blueprints in ${namedIn(given, absolute)}.`
            : `${given} is no blueprint of its site.`,
        );
      }
      yield blueprints;
      return;
    }
    if (isFolder) {
      yield* contentOf(above, live, inSite, reading);
      return;
    }
    const file = site.contentFile(inSite);
    if (file === undefined) throw new UsageError(`${given} is no content file of its site.`);
    yield* readContent(above, live, [file], reading);
    return;
  }
  if (isFolder) {
    for (const found of below) {
      const live = await reading.siteOf(found);
      yield* contentOf(found, live, found.roots.content, reading);
      yield blueprintsIn(found, live.site, sitePath(''));
    }
    return;
  }
  // Whoever names all files of a folder means none of these, least of all to have them mended.
  if (!/^(?:\.txt)?$/i.test(path.extname(absolute))) {
    throw new UsageError(`${given} is no content file: its name does not end with .txt.`);
  }
  const source = reading.sourceOf(path.dirname(absolute));
  const [text] = await source.readFiles([sitePath(path.basename(absolute))]);
  if (text === undefined) throw new UsageError(`The file ${given} cannot be read.`);
  yield [{ root: '', checked: { path: given, text, site: undefined, file: undefined } }];
}

/** Every content file in a folder of a site. */
async function* contentOf(
  found: SiteOnDisk,
  live: LiveSite,
  folder: SitePath,
  reading: Reading,
): AsyncGenerator<readonly Found[]> {
  const { site } = live;
  const files: ContentFile[] = [];
  // Those that could not be read are among them: the site has their names, and nothing else of them.
  for (const path of site.contentFiles()) {
    const isAsked =
      pathBelow(folder, path) !== undefined && reading.isWanted(fileAt(found.root, path));
    const file = isAsked ? site.contentFile(path) : undefined;
    if (file !== undefined) files.push(file);
  }
  yield* readContent(
    found,
    live,
    files.sort((a, b) => (a.path < b.path ? -1 : 1)),
    reading,
  );
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

/** Nothing of a file that is gone by now, or a link to nowhere; one that is there is not passed over. */
function unread(absolute: string): readonly [] {
  if (existsSync(absolute)) throw new UsageError(`The file ${absolute} cannot be read.`);
  return [];
}

async function* readContent(
  found: SiteOnDisk,
  live: LiveSite,
  files: readonly ContentFile[],
  { sourceOf }: Reading,
): AsyncGenerator<readonly Found[]> {
  const { site } = live;
  const source = sourceOf(found.root);
  for (let start = 0; start < files.length; start += PORTION) {
    const portion = files.slice(start, start + PORTION);
    const texts = await source.readFiles(portion.map(({ path }) => path));
    yield portion.flatMap((file, index) => {
      const text = texts[index];
      if (text === undefined) return unread(path.join(found.root, file.path));
      const replace = (other: string): void => {
        live.setOverlay(file.path, parseContent(other));
      };
      return [{ root: found.root, checked: { path: file.path, text, site, file, replace } }];
    });
  }
}

/**
 * A text that stands for a file which need not be there: the site sees it instead, as it sees what is
 * open in an editor.
 *
 * @param given the file's path, as the user wrote it; without one the text is a loose file
 */
export async function checkedInput(
  text: string,
  given: string | undefined,
  folder: string,
): Promise<Checked> {
  const absolute = path.resolve(folder, given ?? '-');
  const shown = given === undefined ? '-' : relativeName(folder, absolute);
  const loose = { path: shown, absolute, root: path.dirname(absolute), text };
  const above = given === undefined ? undefined : await siteAbove(absolute);
  if (above === undefined) return { ...loose, site: undefined, file: undefined };
  const live = await readLive(above);
  const { site } = live;
  const inSite = pathIn(above, absolute);
  const checked = { ...loose, root: above.root, site };
  if (isInContent(inSite, above.roots)) {
    live.setOverlay(inSite, parseContent(text));
    return { ...checked, file: site.contentFile(inSite) };
  }
  live.setBlueprint(inSite, text);
  const blueprint = blueprintContext(site, inSite);
  if (blueprint === undefined) throw new UsageError(`${given ?? ''} is no blueprint of its site.`);
  return { ...checked, file: undefined, blueprint };
}
