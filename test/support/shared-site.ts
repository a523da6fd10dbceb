import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseContent } from '../../server/src/kirby/content/parse.ts';
import type { RuleContext } from '../../server/src/rules/rule.ts';
import type { Site } from '../../server/src/site/site.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import { type SiteFiles, siteFrom } from './site.ts';
import { sharedFolder } from './shared.ts';

/** A site that was read from a folder, with the texts of its content files. */
export interface FolderSite {
  readonly name: string;
  readonly site: Site;
  /** The text of every content file that the site knows, by path, in order. */
  readonly contents: ReadonlyMap<string, string>;
}

/**
 * The names of the real sites that stand beside the project on some machines; none where they are
 * not there.
 */
export function sharedSiteNames(): readonly string[] {
  const sites = sharedFolder('sites');
  if (sites === undefined) return [];
  return readdirSync(sites, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
    .map(({ name }) => name)
    .sort();
}

/** One of the real sites; for each of its media, which are not there, an empty file. */
export function sharedSite(name: string): Promise<FolderSite> {
  return folderSite(name, path.join(sharedFolder('sites') ?? '', name));
}

/**
 * A site among this project's own fixtures.
 *
 * @param more files that it is to have besides its own
 * @param isThere whether it is to have one of its own; all by default
 */
export function fixtureSite(
  name: string,
  more: SiteFiles = {},
  isThere: (file: string) => boolean = () => true,
): Promise<FolderSite> {
  const folder = fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
  return folderSite(name, folder, more, isThere);
}

/** What the rules see of a text that stands at a path of a site. */
export function contextIn(site: Site, at: string, text: string): RuleContext {
  return { document: parseContent(text), site, file: site.contentFile(sitePath(at)) };
}

async function folderSite(
  name: string,
  folder: string,
  more: SiteFiles = {},
  isThere: (file: string) => boolean = () => true,
): Promise<FolderSite> {
  const own = Object.entries(filesOf(folder)).filter(([file]) => isThere(file));
  const files: SiteFiles = { ...Object.fromEntries(own), ...more };
  const site = await siteFrom(files);
  const contents = new Map(
    Object.keys(files)
      .filter((at) => at.endsWith('.txt') && site.contentFile(sitePath(at)) !== undefined)
      .sort()
      .flatMap((at) => {
        const file = files[at];
        return typeof file === 'string' ? [[at, file] as const] : [];
      }),
  );
  return { name, site, contents };
}

/** Texts as they are, and only the names of the rest; `files.txt` lists what was left out. */
function filesOf(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const absolute = path.join(entry.parentPath, entry.name);
    const relative = path.relative(folder, absolute).split(path.sep).join('/');
    files[relative] = /\.(?:txt|yml|php)$/u.test(entry.name) ? readFileSync(absolute, 'utf8') : '';
  }
  const list = path.join(folder, 'files.txt');
  if (!existsSync(list)) return files;
  for (const line of readFileSync(list, 'utf8').split('\n')) {
    const [, file] = line.split('\t');
    if (!line.startsWith('#') && file !== undefined) files[file] ??= '';
  }
  return files;
}
