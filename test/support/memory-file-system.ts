import type { FileHead, FileSystem, FolderListing } from '../../server/src/site/file-system.ts';
import { joinPath, sitePath, type SitePath } from '../../server/src/site/site-path.ts';

/**
 * A disk in memory. Tests change it by `write` and `remove`, and then tell the site. It may take letters of
 * either case for the same, as those of macOS and Windows do.
 */
export class MemoryFileSystem implements FileSystem {
  readonly #files = new Map<SitePath, string>();
  readonly #emptyFolders = new Set<SitePath>();
  #listed: ReadonlyMap<SitePath, FolderListing> | undefined;
  /** How many times anything was read. */
  reads = 0;

  readonly #foldsCase: boolean;

  /** @param files texts by path; a path that ends with `/` is an empty folder */
  constructor(files: Readonly<Record<string, string>>, { foldsCase = false } = {}) {
    this.#foldsCase = foldsCase;
    for (const [path, text] of Object.entries(files)) this.write(path, text);
  }

  write(path: string, text: string): void {
    this.#listed = undefined;
    if (path.endsWith('/')) this.#emptyFolders.add(sitePath(path.slice(0, -1)));
    else this.#files.set(sitePath(path), text);
  }

  /** Removes a file, or a folder with all below it. */
  remove(path: string): void {
    this.#listed = undefined;
    for (const known of [...this.#files.keys(), ...this.#emptyFolders]) {
      if (known !== path && !known.startsWith(`${path}/`)) continue;
      this.#files.delete(known);
      this.#emptyFolders.delete(known);
    }
  }

  list(folder: SitePath): Promise<FolderListing | undefined> {
    this.reads++;
    const found = this.#listings().get(this.#spelled(folder));
    return Promise.resolve(found && { ...found, path: folder });
  }

  walk(folder: SitePath, enters: (name: string) => boolean): Promise<readonly FolderListing[]> {
    this.reads++;
    const listings = this.#listings();
    const found: FolderListing[] = [];
    const visit = (path: SitePath): void => {
      const listing = listings.get(path);
      if (listing === undefined) return;
      found.push(listing);
      for (const name of listing.folders) if (enters(name)) visit(joinPath(path, name));
    };
    visit(this.#spelled(folder));
    return Promise.resolve(found);
  }

  readFiles(paths: readonly SitePath[]): Promise<readonly (string | undefined)[]> {
    this.reads++;
    return Promise.resolve(paths.map((path) => this.#files.get(this.#spelled(path))));
  }

  head(path: SitePath): Promise<FileHead | undefined> {
    this.reads++;
    const text = this.#files.get(this.#spelled(path));
    if (text === undefined) return Promise.resolve(undefined);
    // What is no text stands here with each byte as one character.
    const bytes = Buffer.from(text, 'latin1');
    return Promise.resolve({ size: bytes.length, bytes });
  }

  #spelled(path: SitePath): SitePath {
    if (!this.#foldsCase) return path;
    const known = [...this.#files.keys(), ...this.#listings().keys()];
    return known.find((one) => one.toLowerCase() === path.toLowerCase()) ?? path;
  }

  #listings(): ReadonlyMap<SitePath, FolderListing> {
    return (this.#listed ??= this.#list());
  }

  #list(): ReadonlyMap<SitePath, FolderListing> {
    const folders = new Map<string, { files: string[]; folders: Set<string> }>();
    const folderAt = (path: string): { files: string[]; folders: Set<string> } => {
      let folder = folders.get(path);
      if (folder === undefined) {
        folder = { files: [], folders: new Set() };
        folders.set(path, folder);
        if (path !== '') {
          const slash = path.lastIndexOf('/');
          folderAt(path.slice(0, Math.max(0, slash))).folders.add(path.slice(slash + 1));
        }
      }
      return folder;
    };
    for (const path of this.#files.keys()) {
      const slash = path.lastIndexOf('/');
      folderAt(path.slice(0, Math.max(0, slash))).files.push(path.slice(slash + 1));
    }
    for (const path of this.#emptyFolders) folderAt(path);
    return new Map(
      [...folders].map(([path, { files, folders: names }]) => [
        sitePath(path),
        { path: sitePath(path), files, folders: [...names] },
      ]),
    );
  }
}
