import type { FolderFacts } from './folder-facts.ts';

/**
 * Which folders hold a content file with a UUID. It minds neither languages nor templates: whether
 * a mention counts is asked when somebody looks it up. So a change of a folder costs as much as the
 * folder holds, in a site of any size.
 */
export class UuidIndex {
  /** Nearly every UUID stands in one folder only; a list for each would double the memory. */
  readonly #folders = new Map<string, FolderFacts | readonly FolderFacts[]>();

  /** Takes over what has become of a folder; `undefined`: it was, or is, not there. */
  replace(before: FolderFacts | undefined, after: FolderFacts | undefined): void {
    // In several languages a folder has the same several times.
    for (const { summary } of before?.files ?? []) {
      if (before !== undefined && summary?.uuid !== undefined) this.#remove(summary.uuid, before);
    }
    for (const { summary } of after?.files ?? []) {
      if (after !== undefined && summary?.uuid !== undefined) this.#add(summary.uuid, after);
    }
  }

  /** The folders in which some content file has a UUID. */
  foldersWith(uuid: string): readonly FolderFacts[] {
    const known = this.#folders.get(uuid);
    if (known === undefined) return [];
    return isList(known) ? known : [known];
  }

  /** All UUIDs of the site. */
  uuids(): Iterable<string> {
    return this.#folders.keys();
  }

  #add(uuid: string, facts: FolderFacts): void {
    const others = this.foldersWith(uuid);
    if (others.includes(facts)) return;
    this.#folders.set(uuid, others.length === 0 ? facts : [...others, facts]);
  }

  #remove(uuid: string, facts: FolderFacts): void {
    const [first, ...others] = this.foldersWith(uuid).filter((folder) => folder !== facts);
    if (first === undefined) this.#folders.delete(uuid);
    else this.#folders.set(uuid, others.length === 0 ? first : [first, ...others]);
  }
}

function isList(folders: FolderFacts | readonly FolderFacts[]): folders is readonly FolderFacts[] {
  return Array.isArray(folders);
}
