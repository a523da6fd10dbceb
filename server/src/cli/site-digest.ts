import { createHash } from 'node:crypto';
import type { FolderFacts } from '../site/folder-facts.ts';
import type { Scanner } from '../site/scan.ts';

/**
 * A digest of all that a scanner reads of a site, which is all that is known of it: the names of its files,
 * what is kept of each content file, the texts of its blueprints and settings. In whatever order a disk lists
 * its folders, the same site has the same one.
 */
export class SiteDigest {
  /** Each folder and each part of `site/`, as JSON. */
  readonly #read: string[] = [];

  /** A scanner whose batches are counted. */
  of(scanner: Scanner): Scanner {
    return {
      scan: (request, take) =>
        scanner.scan(request, (batch) => {
          for (const facts of batch.folders) this.#add(sorted(facts));
          for (const part of batch.parts) this.#add(part);
          for (const path of batch.gone) this.#add(path);
          take(batch);
        }),
    };
  }

  /**
   * The digest of what has been read so far.
   *
   * @param seed what else the site depends on
   */
  value(seed: unknown): string {
    this.#add(seed);
    const all = createHash('sha256');
    for (const one of this.#read.sort()) all.update(one);
    return all.digest('base64url');
  }

  #add(value: unknown): void {
    this.#read.push(JSON.stringify(value));
  }
}

function sorted({ path, folders, files }: FolderFacts): FolderFacts {
  return {
    path,
    folders: folders.toSorted(),
    files: files.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  };
}
