import type { FileHead, FileSystem, FolderListing } from '../../server/src/site/file-system.ts';
import { joinPath, sitePath, type SitePath } from '../../server/src/site/site-path.ts';

/** A disk in memory. Tests change it by `write` and `remove`, and then tell the site. */
export class MemoryFileSystem implements FileSystem {
  readonly #files = new Map<SitePath, string>();
  readonly #emptyFolders = new Set<SitePath>();
  #listed: ReadonlyMap<SitePath, FolderListing> | undefined;
  /** How many times anything was read. */
  reads = 0;

  /** @param files texts by path; a path that ends with `/` is an empty folder */
  constructor(files: Readonly<Record<string, string>>) {
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
    return Promise.resolve(this.#listings().get(folder));
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
    visit(folder);
    return Promise.resolve(found);
  }

  readFiles(paths: readonly SitePath[]): Promise<readonly (string | undefined)[]> {
    this.reads++;
    return Promise.resolve(paths.map((path) => this.#files.get(path)));
  }

  head(path: SitePath): Promise<FileHead | undefined> {
    this.reads++;
    const text = this.#files.get(path);
    if (text === undefined) return Promise.resolve(undefined);
    // What is no text stands here with each byte as one character.
    const bytes = Buffer.from(text, 'latin1');
    return Promise.resolve({ size: bytes.length, bytes });
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
