import type { FolderFacts } from './folder-facts.ts';
import type { SitePath } from './site-path.ts';

/** What the files of folders may mention, as it was at one time. */
interface Marks {
  readonly folders: readonly FolderFacts[];
  /** Where the marks of each folder end. */
  readonly ends: Uint32Array;
  /** The low half of each key: it lets through one of four thousand million too many. */
  readonly marks: Uint32Array;
}

/**
 * Finds the folders whose files may mention something, without looking at each: all their keys stand
 * in one list, which an engine searches at the speed of memory. The list is made when somebody asks.
 * What has changed since is looked at itself, until that is too much.
 */
export class KeySieve {
  readonly #folders: ReadonlyMap<SitePath, FolderFacts>;
  #marks: Marks | undefined;
  /** Folders that are others than those in the list, or that hold an open document. */
  readonly #loose = new Set<SitePath>();

  /** @param folders all of them, as they are at any time */
  constructor(folders: ReadonlyMap<SitePath, FolderFacts>) {
    this.#folders = folders;
  }

  /** A folder has become another one, or is gone. */
  changed(path: SitePath): void {
    if (this.#marks === undefined) return;
    this.#loose.add(path);
    if (this.#loose.size > MOST_LOOSE) this.#marks = undefined;
  }

  /** The folders that may hold a file with one of a few keys: some too many, never too few. */
  foldersWith(keys: readonly number[]): readonly FolderFacts[] {
    const { folders, ends, marks } = (this.#marks ??= this.#build());
    const found = new Set<FolderFacts>();
    for (const path of this.#loose) {
      const facts = this.#folders.get(path);
      if (facts !== undefined) found.add(facts);
    }
    for (const key of keys) {
      const mark = key >>> 0;
      for (let at = marks.indexOf(mark); at >= 0;) {
        const index = firstAbove(ends, at);
        const facts = folders[index];
        if (facts !== undefined && !this.#loose.has(facts.path)) found.add(facts);
        at = marks.indexOf(mark, ends[index]);
      }
    }
    return [...found];
  }

  #build(): Marks {
    this.#loose.clear();
    const folders = [...this.#folders.values()];
    let count = 0;
    for (const { files } of folders) {
      for (const { summary } of files) count += summary?.mentions?.length ?? 0;
    }
    const marks = new Uint32Array(count);
    const ends = new Uint32Array(folders.length);
    let end = 0;
    for (const [index, { path, files }] of folders.entries()) {
      for (const { summary } of files) {
        // An open document changes with every key, and is asked itself.
        if (summary !== undefined && summary.mentions === undefined) this.#loose.add(path);
        for (const key of summary?.mentions ?? []) marks[end++] = key >>> 0;
      }
      ends[index] = end;
    }
    return { folders, ends, marks };
  }
}

/** So many changed folders are looked at one by one before the list is made anew. */
const MOST_LOOSE = 500;

/** The place of the first entry of a rising list that is greater. */
function firstAbove(list: Uint32Array, value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? Infinity) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
