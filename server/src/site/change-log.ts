import type { SitePath } from './site-path.ts';

/** Which folders have changed with which revision of a site, as far back as it is worth knowing. */
export class ChangeLog {
  #changes: { readonly path: SitePath; readonly revision: number }[] = [];
  /** Of earlier revisions nothing is known. */
  #start = 0;

  /** @param revision the one that says so first */
  add(path: SitePath, revision: number): void {
    if (this.#changes.length >= MOST) this.addAll(revision);
    else this.#changes.push({ path, revision });
  }

  /** Everything is another with this revision. */
  addAll(revision: number): void {
    this.#changes = [];
    this.#start = revision;
  }

  /** The folders that have changed after a revision; `undefined`: perhaps all. */
  since(revision: number): ReadonlySet<SitePath> | undefined {
    if (revision < this.#start) return undefined;
    return new Set(
      this.#changes.flatMap((change) => (change.revision > revision ? change.path : [])),
    );
  }
}

/** More changes than this are those of a checkout: whoever asks looks at everything again. */
const MOST = 200;
