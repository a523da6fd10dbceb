import type { FolderFacts } from './folder-facts.ts';
import { extensionOf } from './file-types.ts';
import { type InventoryRules, isIgnored, metadataOwner } from './inventory.ts';
import type { Site } from './site.ts';

/** How much metadata there is, and for how much of it the file is missing. */
export class MediaCount {
  readonly #rules: InventoryRules;
  #all = 0;
  #orphaned = 0;

  constructor(rules: InventoryRules) {
    this.#rules = rules;
  }

  /** A few missing files are mistakes; most of them are somebody's `.gitignore`. */
  get media(): Site['media'] {
    return this.#orphaned >= FEW && this.#orphaned * 2 > this.#all ? 'mostly-absent' : 'present';
  }

  /** Takes over what has become of a folder; `undefined`: it was, or is, not there. */
  replace(before: FolderFacts | undefined, after: FolderFacts | undefined): void {
    this.#add(before, -1);
    this.#add(after, 1);
  }

  #add(facts: FolderFacts | undefined, sign: 1 | -1): void {
    if (facts === undefined) return;
    const owners = new Set<string>();
    for (const { name } of facts.files) {
      if (extensionOf(name) !== this.#rules.contentExtension) continue;
      const owner = isIgnored(name, this.#rules) ? undefined : metadataOwner(name, this.#rules);
      if (owner !== undefined) owners.add(owner);
    }
    if (owners.size === 0) return;
    const names = new Set(facts.files.map(({ name }) => name));
    for (const owner of owners) {
      this.#all += sign;
      if (!names.has(owner)) this.#orphaned += sign;
    }
  }
}

const FEW = 4;
