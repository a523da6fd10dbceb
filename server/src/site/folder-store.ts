import type { ContentDocument } from '../kirby/content/document.ts';
import { type FolderFacts, sameFacts, withFile } from './folder-facts.ts';
import { isKeptWhole } from './scan.ts';
import { folderOf, joinPath, nameOf, type SitePath } from './site-path.ts';
import { sameSummary, summarise, type TextSummary } from './summary.ts';
import { UuidIndex } from './uuid-index.ts';

/** Called for each folder that becomes another one; `undefined`: it was, or is, not there. */
export type FolderListener = (
  before: FolderFacts | undefined,
  after: FolderFacts | undefined,
) => void;

/**
 * The folders of a content as the disk has them, and the same with open documents in place of their
 * files: an open document wins until it is closed.
 */
export class FolderStore {
  readonly uuids = new UuidIndex();
  readonly #disk = new Map<SitePath, FolderFacts>();
  readonly #shown = new Map<SitePath, FolderFacts>();
  /** What the documents that are open say. */
  readonly #overlays = new Map<SitePath, TextSummary>();
  readonly #root: SitePath;
  readonly #changedOnDisk: FolderListener;
  readonly #changedAsShown: (path: SitePath) => void;

  /**
   * @param root the content folder
   * @param changedAsShown called for each folder that becomes another one, open documents included
   */
  constructor(
    root: SitePath,
    changedOnDisk: FolderListener,
    changedAsShown: (path: SitePath) => void,
  ) {
    this.#root = root;
    this.#changedOnDisk = changedOnDisk;
    this.#changedAsShown = changedAsShown;
  }

  /** With open documents. */
  get folders(): ReadonlyMap<SitePath, FolderFacts> {
    return this.#shown;
  }

  /** Without them. */
  get onDisk(): ReadonlyMap<SitePath, FolderFacts> {
    return this.#disk;
  }

  /** Takes over a folder. Folders that are not in it any more go with everything below. */
  replace(facts: FolderFacts): boolean {
    const before = this.#disk.get(facts.path);
    if (before !== undefined) {
      if (sameFacts(before, facts)) return false;
      const left = new Set(facts.folders);
      for (const name of before.folders) {
        if (!left.has(name)) this.remove(joinPath(facts.path, name));
      }
    }
    this.#disk.set(facts.path, facts);
    this.#changedOnDisk(before, facts);
    this.#show(facts);
    return true;
  }

  /**
   * Removes those of some folders that the folder around does not name: a disk that folds letter case goes
   * on answering to the old spelling of a name. All that were read together have to be here by then.
   */
  removeUnnamed(paths: Iterable<SitePath>): boolean {
    // A folder may hold ten thousand others: its list is not searched for each of them.
    const named = new Map<SitePath, ReadonlySet<string> | undefined>();
    const namesIn = (folder: SitePath): ReadonlySet<string> | undefined => {
      const facts = this.#disk.get(folder);
      const names = named.get(folder) ?? (facts && new Set(facts.folders));
      named.set(folder, names);
      return names;
    };
    let removed = false;
    for (const path of [...paths]) {
      const names = path === this.#root ? undefined : namesIn(folderOf(path));
      if (names?.has(nameOf(path)) === false) removed = this.remove(path) || removed;
    }
    return removed;
  }

  /** Removes a folder and all below it. */
  remove(path: SitePath): boolean {
    const facts = this.#disk.get(path);
    if (facts === undefined) return false;
    for (const name of facts.folders) this.remove(joinPath(path, name));
    this.#disk.delete(path);
    this.#changedOnDisk(facts, undefined);
    this.uuids.replace(this.#shown.get(path), undefined);
    this.#shown.delete(path);
    this.#changedAsShown(path);
    return true;
  }

  /** Puts a document in place of its file, or takes it away; answers whether anything shows of it. */
  overlay(path: SitePath, document: ContentDocument | undefined): boolean {
    const facts = this.#disk.get(folderOf(path));
    if (document === undefined) {
      if (!this.#overlays.delete(path)) return false;
    } else {
      const siblings = facts?.files.map(({ name }) => name) ?? [];
      const isWhole = isKeptWhole(path, new Set(siblings), this.#root);
      const summary = summarise(document, { isWhole });
      const before = this.#overlays.get(path);
      this.#overlays.set(path, summary);
      if (sameSummary(before, summary)) return false;
    }
    return facts !== undefined && this.#show(facts);
  }

  /** Whether an open document gives something a UUID, in a folder that has been read or not. */
  isInOverlay(uuid: string): boolean {
    for (const summary of this.#overlays.values()) if (summary.uuid === uuid) return true;
    return false;
  }

  #show(onDisk: FolderFacts): boolean {
    let facts = onDisk;
    for (const [path, summary] of this.#overlays) {
      if (folderOf(path) === facts.path) facts = withFile(facts, { name: nameOf(path), summary });
    }
    const before = this.#shown.get(facts.path);
    if (before !== undefined && sameFacts(before, facts)) return false;
    this.uuids.replace(before, facts);
    this.#shown.set(facts.path, facts);
    this.#changedAsShown(facts.path);
    return true;
  }
}
