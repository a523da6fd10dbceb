import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { entersContent, type Scanner } from '../site/scan.ts';
import { joinPath, type SitePath } from '../site/site-path.ts';

/** What a disk keeps at its top, for nobody to read; the content may be one. */
const DISKS_OWN = 'lost+found';

/** The folders of the content that a scanner has been told of, and those that it could read. */
export class ListedFolders {
  readonly #listed = new Set<SitePath>();
  readonly #read = new Set<SitePath>();

  /** A scanner whose folders are noted. */
  of(scanner: Scanner): Scanner {
    return {
      scan: (request, take) =>
        scanner.scan(request, (batch) => {
          for (const { path: folder, folders } of batch.folders) {
            this.#read.add(folder);
            for (const name of folders) {
              if (entersContent(name) && name !== DISKS_OWN)
                this.#listed.add(joinPath(folder, name));
            }
          }
          take(batch);
        }),
    };
  }

  /** A folder that may not be read, as an absolute path; not one that is gone by now. */
  refused(root: string): string | undefined {
    return [...this.#listed]
      .filter((folder) => !this.#read.has(folder))
      .map((folder) => path.join(root, folder))
      .find((folder) => isRefused(folder));
  }
}

function isRefused(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.X_OK);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code !== 'ENOENT';
  }
}
