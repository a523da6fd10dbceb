import type { SitePath } from './site-path.ts';

/**
 * The disk, or what stands for it. Batched from the start: on the web each call is a round trip
 * through a worker, and ten thousand of them are what makes web extensions slow.
 */
export interface FileSystem {
  /** All files below a folder, in no particular order; an empty list when there is no such folder. */
  walk(folder: SitePath): Promise<readonly SitePath[]>;
  /** The texts of files, in the order asked; `undefined` for one that cannot be read. */
  readFiles(paths: readonly SitePath[]): Promise<readonly (string | undefined)[]>;
}
