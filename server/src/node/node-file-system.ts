import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { DEEPEST, type FileSystem, type FolderListing } from '../site/file-system.ts';
import { joinPath, type SitePath } from '../site/site-path.ts';
import { type LinkKind, listing } from './disk-source.ts';
import { headOf } from './file-head.ts';
import { leadsBackLater } from './link.ts';

/** How many files are read at once: more gain nothing. */
const AT_ONCE = 16;

/**
 * The disk, for the thread that answers an editor: nothing waits for it. For many files at once use
 * a `diskSource` in another thread.
 *
 * @param root the folder that site paths are relative to
 */
export function nodeFileSystem(root: string): FileSystem {
  const list = (folder: SitePath): Promise<FolderListing | undefined> => listFolder(root, folder);
  return {
    list,
    walk: (folder, enters) => walk(list, folder, enters, 0),
    readFiles: (files) => readFiles(files.map((file) => path.join(root, file))),
    head: (file) => headOf(path.join(root, file)),
  };
}

async function listFolder(root: string, folder: SitePath): Promise<FolderListing | undefined> {
  const absolute = path.join(root, folder);
  try {
    const entries = await readdir(absolute, { withFileTypes: true });
    const kinds = new Map<string, LinkKind>();
    for (const { name } of entries.filter((entry) => entry.isSymbolicLink())) {
      kinds.set(name, await kindOfLink(path.join(absolute, name)));
    }
    return listing(folder, entries, (name) => kinds.get(name));
  } catch {
    return undefined;
  }
}

async function kindOfLink(link: string): Promise<LinkKind> {
  const target = await stat(link).catch(() => undefined);
  if (target?.isDirectory() !== true) return 'file';
  return (await leadsBackLater(link)) ? undefined : 'folder';
}

async function walk(
  list: (folder: SitePath) => Promise<FolderListing | undefined>,
  folder: SitePath,
  enters: (name: string) => boolean,
  depth: number,
): Promise<readonly FolderListing[]> {
  const found = await list(folder);
  if (found === undefined) return [];
  const names = depth < DEEPEST ? found.folders.filter((name) => enters(name)) : [];
  const below: FolderListing[] = [];
  for (const name of names) {
    below.push(...(await walk(list, joinPath(folder, name), enters, depth + 1)));
  }
  return [found, ...below];
}

async function readFiles(files: readonly string[]): Promise<readonly (string | undefined)[]> {
  const texts: (string | undefined)[] = [];
  for (let start = 0; start < files.length; start += AT_ONCE) {
    const batch = files.slice(start, start + AT_ONCE);
    texts.push(
      ...(await Promise.all(batch.map((file) => readFile(file, 'utf8').catch(() => undefined)))),
    );
  }
  return texts;
}
