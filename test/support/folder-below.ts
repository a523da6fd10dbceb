import type { FileSystem } from '../../server/src/site/file-system.ts';
import { joinPath, sitePath, type SitePath } from '../../server/src/site/site-path.ts';

/** One folder of a disk as a disk of its own: what a server sees of a folder in the workspace. */
export function folderBelow(disk: FileSystem, folder: string): FileSystem {
  const root = sitePath(folder);
  const down = (path: SitePath): SitePath => (path === '' ? root : joinPath(root, path));
  const up = (path: SitePath): SitePath => sitePath(path.slice(root.length + 1));
  return {
    async list(path) {
      const listing = await disk.list(down(path));
      return listing === undefined ? undefined : { ...listing, path };
    },
    async walk(path, enters) {
      const listings = await disk.walk(down(path), enters);
      return listings.map((listing) => ({ ...listing, path: up(listing.path) }));
    },
    readFiles: (paths) => disk.readFiles(paths.map(down)),
    head: (path) => disk.head(down(path)),
  };
}
