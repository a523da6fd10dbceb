import type { SitePath } from './site-path.ts';

/** A folder as the disk lists it, in no particular order. */
export interface FolderListing {
  readonly path: SitePath;
  /** Names of the files in it. */
  readonly files: readonly string[];
  /** Names of the folders in it. */
  readonly folders: readonly string[];
}

/**
 * The disk, or what stands for it. Batched from the start: on the web each call is a round trip
 * through a worker, and ten thousand of them are what makes web extensions slow. Nothing here
 * rejects: what cannot be read is not there.
 */
export interface FileSystem {
  /** What lies directly in a folder; `undefined` when there is no such folder. */
  list(folder: SitePath): Promise<FolderListing | undefined>;
  /**
   * A folder and all folders below it; an empty list when there is no such folder.
   *
   * @param enters whether to go into a folder of this name
   */
  walk(folder: SitePath, enters: (name: string) => boolean): Promise<readonly FolderListing[]>;
  /** The texts of files, in the order asked; `undefined` for one that cannot be read. */
  readFiles(paths: readonly SitePath[]): Promise<readonly (string | undefined)[]>;
  /** How large a file is, and how it begins; `undefined` for one that cannot be read. */
  head(path: SitePath): Promise<FileHead | undefined>;
}

/** The beginning of a file. */
export interface FileHead {
  /** Of the whole file, in bytes. */
  readonly size: number;
  /** The first `HEAD_BYTES` bytes, or all of them. */
  readonly bytes: Uint8Array;
}

/** Pictures tell their size near their beginning: after the metadata of a camera at the latest. */
export const HEAD_BYTES = 128 * 1024;

/** Deeper than this lie only links that lead back to where they are. */
export const DEEPEST = 40;
