import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from './command.ts';
import { isWithin, siteAbove, type SiteOnDisk, sitesIn } from './disk.ts';
import { changedFiles, topOf } from './git.ts';

/**
 * The files behind paths that differ from a git revision, as absolute paths.
 *
 * @param base as `changedFiles()` has it
 */
export async function allChanged(
  paths: readonly string[],
  folder: string,
  base: string,
): Promise<ReadonlySet<string>> {
  const found = await Promise.all(paths.map((given) => changedBehind(given, folder, base)));
  return new Set(found.flat());
}

async function changedBehind(
  given: string,
  folder: string,
  base: string,
): Promise<readonly string[]> {
  const absolute = path.resolve(folder, given);
  const info = await stat(absolute).catch(() => undefined);
  if (info === undefined)
    throw new UsageError(`There is no file or folder ${given}.${asBase(given)}`);
  const start = info.isDirectory() ? absolute : path.dirname(absolute);
  const above = await siteAbove(absolute);
  const sites = above !== undefined ? [above] : await sitesIn(start);
  const lists = [
    changedFiles(start, base),
    ...sites.map((site) => changedElsewhere(site, start, base)),
  ];
  return (await Promise.all(lists)).flatMap((files) => [...files]);
}

/**
 * What has changed in a content folder of which the repository around it knows nothing: one that is a
 * repository of its own, or a link.
 */
async function changedElsewhere(
  { root, roots }: SiteOnDisk,
  start: string,
  base: string,
): Promise<ReadonlySet<string>> {
  const content = path.join(root, roots.content);
  const real = await realpath(content).catch(() => undefined);
  if (real === undefined || isWithin(content, start)) return new Set();
  const isHere = real === path.join(await realpath(root), roots.content);
  if (isHere && (await topOf(content)) === (await topOf(root))) return new Set();
  return changedFiles(content, base);
}

/** Somebody may have meant a path for the revision. */
function asBase(given: string): string {
  return ` To compare with a revision, write --changed=${given}.`;
}
