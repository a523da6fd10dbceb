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
    eachUuid(before, (uuid, facts) => {
      this.#remove(uuid, facts);
    });
    eachUuid(after, (uuid, facts) => {
      this.#add(uuid, facts);
    });
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
    if (!this.#folders.has(uuid)) {
      this.#folders.set(uuid, facts);
      return;
    }
    const others = this.foldersWith(uuid);
    if (!others.includes(facts)) this.#folders.set(uuid, [...others, facts]);
  }

  #remove(uuid: string, facts: FolderFacts): void {
    const [first, ...others] = this.foldersWith(uuid).filter((folder) => folder !== facts);
    if (first === undefined) this.#folders.delete(uuid);
    else this.#folders.set(uuid, others.length === 0 ? first : [first, ...others]);
  }
}

/** In several languages a folder has the same several times. */
function eachUuid(
  facts: FolderFacts | undefined,
  take: (uuid: string, facts: FolderFacts) => void,
): void {
  if (facts === undefined) return;
  for (const { summary } of facts.files) if (summary?.uuid !== undefined) take(summary.uuid, facts);
}

function isList(folders: FolderFacts | readonly FolderFacts[]): folders is readonly FolderFacts[] {
  return Array.isArray(folders);
}
