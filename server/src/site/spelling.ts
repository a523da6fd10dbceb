import type { FileSystem } from './file-system.ts';
import { factOf, type FolderFacts } from './folder-facts.ts';
import { folderOf, joinPath, nameOf, sitePath, type SitePath } from './site-path.ts';

/**
 * A path as the disk spells it: `content/home/home.txt` for `Content/Home/home.txt`, where no name is
 * quite the same and one is but for letter case and the way accents are written. A file that is not
 * there yet is in the folder that is.
 *
 * @param folders the folders of the content as the disk has them
 * @param root the folder of the content
 * @returns the path itself where nothing is like it
 */
export function spelledAs(
  folders: ReadonlyMap<SitePath, FolderFacts>,
  root: SitePath,
  path: SitePath,
): SitePath {
  const own = folders.get(folderOf(path));
  if (own !== undefined && factOf(own, nameOf(path)) !== undefined) return path;
  if (root !== '' && folded(path.slice(0, root.length + 1)) !== folded(`${root}/`)) return path;
  const names = path.slice(root === '' ? 0 : root.length + 1).split('/');
  let at = root;
  for (const [index, name] of names.entries()) {
    const facts = folders.get(at);
    if (facts === undefined) return path;
    const isLast = index === names.length - 1;
    const known = likeName(isLast ? namesIn(facts) : facts.folders, name);
    if (known === undefined && !isLast) return path;
    at = joinPath(at, known ?? name);
  }
  return at;
}

function namesIn({ files, folders }: FolderFacts): readonly string[] {
  return [...files.map(({ name }) => name), ...folders];
}

/** Of several that are like it none is meant more than another. */
function likeName(names: readonly string[], name: string): string | undefined {
  if (names.includes(name)) return name;
  const wanted = folded(name);
  const like = names.filter((one) => folded(one) === wanted);
  return like.length === 1 ? like[0] : undefined;
}

/** As disks compare names that take letters of either case for the same. */
export function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Whether a disk shows a folder by another spelling of its name, as those of macOS and Windows do. */
export async function foldsCase(fileSystem: FileSystem): Promise<boolean> {
  const top = await fileSystem.list(sitePath(''));
  for (const name of top?.folders ?? []) {
    const other = name === name.toUpperCase() ? name.toLowerCase() : name.toUpperCase();
    if (other === name || top?.folders.includes(other) === true) continue;
    return (await fileSystem.list(sitePath(other))) !== undefined;
  }
  return false;
}
