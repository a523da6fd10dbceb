import type { ContentDocument } from '../../kirby/content/document.ts';
import { rememberedTexts } from '../../kirby/readable/texts.ts';
import { mentionKeys } from '../../kirby/reference/mention-keys.ts';
import { memo } from '../../kirby/text/memo.ts';
import { factOf, type FolderFacts } from '../folder-facts.ts';
import { isSummarised } from '../scan.ts';
import { folderOf, joinPath, nameOf, type SitePath } from '../site-path.ts';
import { findIn, foldedQuery } from './find-in.ts';
import type { FileHits, Wish } from './hit.ts';
import type { Searcher } from './searcher.ts';
import { Sieve } from './signature.ts';
import { type SignedFile, SignatureStore } from './signatures.ts';

/** A question to all texts of a site. */
export interface SearchQuestion {
  /** As it was typed. */
  readonly query: string;
  /** After so many places no more files are read. */
  readonly most: number;
  readonly mostInFile: number;
  /** How many files are read at most; all by default. */
  readonly mostRead?: number;
  /** Files that are looked at before all others: their titles are known to match. */
  readonly first?: readonly SitePath[];
  /** Asked between two readings: nobody waits for the answer any more. */
  readonly isCancelled?: () => boolean;
}

export interface SearchAnswer {
  /** Open documents first. */
  readonly files: readonly FileHits[];
  /** Whether everything had been read: `false` while the site is being opened. */
  readonly isComplete: boolean;
  /** Whether files that may hold more were left out. */
  readonly isLimited: boolean;
}

/** What a search needs to know of its site. */
export interface SearchedSite {
  readonly onDisk: ReadonlyMap<SitePath, FolderFacts>;
  readonly options: { readonly contentExtension: string };
}

/**
 * Searches the decoded texts of a site. Of each file a signature is kept, and only files whose
 * signature fits are read; beside it stands what the file may mention. Open documents are searched as
 * they are. Whatever has changed is read in any case until it has been signed anew.
 */
export class SiteSearch {
  readonly #site: SearchedSite;
  readonly #near: Searcher;
  readonly #far: Searcher;
  readonly #documents = new Map<SitePath, ContentDocument>();
  /** Files that have changed since they were signed. */
  readonly #due = new Map<SitePath, SignedFile>();
  #store: SignatureStore;
  /** What has not been signed yet; `undefined`: the site has not been read yet. */
  #left: Iterator<SignedFile> | undefined;
  #work: Promise<void> | undefined;
  #isComplete = false;

  /** @param far another thread, which may die; then `near` does its work */
  constructor(site: SearchedSite, near: Searcher, far: Searcher) {
    this.#site = site;
    this.#near = near;
    this.#far = far;
    this.#store = this.#newStore();
  }

  /** How many bytes are kept. */
  get size(): number {
    return this.#store.size;
  }

  /** Whether anything is read for it. */
  get isBegun(): boolean {
    return this.#left !== undefined;
  }

  /** Whether all files have been read. What has changed since is known, and looked at itself. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  /** Fulfilled when everything that is known to need it has been signed. */
  async signed(): Promise<void> {
    if (!this.isBegun) this.begin();
    while (this.#work !== undefined) await this.#work;
  }

  /** Reads all files of the site, one handful after the other; what was known before is forgotten. */
  begin(): void {
    this.#store = this.#newStore();
    this.#due.clear();
    this.#left = this.#files();
    this.#isComplete = false;
    this.#start();
  }

  /** These files were made or changed, or are gone. */
  changed(paths: Iterable<SitePath>): void {
    // Before the beginning nothing is known, and after it everything is read.
    if (this.#left === undefined) return;
    for (const path of paths) this.#due.set(path, { folder: folderOf(path), name: nameOf(path) });
    if (this.#due.size > 0) this.#start();
  }

  /** An open document stands in for its file; `undefined` when it is closed. */
  setDocument(path: SitePath, document: ContentDocument | undefined): void {
    if (document === undefined) this.#documents.delete(path);
    else this.#documents.set(path, document);
  }

  async find(question: SearchQuestion): Promise<SearchAnswer> {
    const { query, most, mostInFile, mostRead = Infinity, isCancelled } = question;
    const wish = { wanted: foldedQuery(query), mostInFile };
    const { isComplete } = this;
    const files: FileHits[] = [];
    if (wish.wanted === '') return { files, isComplete, isLimited: false };
    for (const [path, document] of this.#documents) {
      const hits = findIn(document, rememberedTexts(document), wish);
      if (hits.length > 0) files.push({ path, hits });
    }
    let count = files.reduce((sum, { hits }) => sum + hits.length, 0);
    const candidates = this.#candidates(question.first ?? [], wish.wanted);
    // A few to begin with: of a common word they hold enough. Of few all, because each step takes time.
    const first = Number.isFinite(mostRead) ? mostRead : Math.ceil(most / mostInFile);
    for (let size = first, read = 0; isCancelled?.() !== true; size *= 2) {
      const room = count < most ? Math.min(size, mostRead - read) : 0;
      const batch = taken(candidates, Math.min(room, this.#far.atOnce));
      if (batch.length === 0) break;
      read += batch.length;
      const rest = { ...wish, most: most - count };
      const found = await this.#findIn(batch, rest);
      files.push(...found);
      count += found.reduce((sum, { hits }) => sum + hits.length, 0);
    }
    return { files, isComplete, isLimited: candidates.next().done !== true };
  }

  /**
   * The files that may mention one of what some keys belong to: some too many, never too few once
   * `signed()`.
   */
  *filesMentioning(keys: ReadonlySet<number>): Generator<SitePath> {
    const seen = new Set(this.#documents.keys());
    for (const [path, document] of this.#documents) {
      if (keysIn(document).some((key) => keys.has(key))) yield path;
    }
    for (const paths of [this.#due.keys(), this.#store.mentioning(keys)]) {
      for (const path of paths) {
        if (seen.has(path)) continue;
        seen.add(path);
        yield path;
      }
    }
  }

  /** What each file may mention, with its folder; a file may come twice with the same. */
  *mentionKeys(): Generator<readonly [folder: SitePath, keys: Iterable<number>]> {
    for (const [path, document] of this.#documents) yield [folderOf(path), keysIn(document)];
    for (const [{ folder, name }, keys] of this.#store.mentionKeys()) {
      const isOpen = this.#documents.size > 0 && this.#documents.has(joinPath(folder, name));
      if (!isOpen) yield [folder, keys];
    }
  }

  *#candidates(first: readonly SitePath[], wanted: string): Generator<SitePath> {
    const seen = new Set(this.#documents.keys());
    for (const paths of [first, this.#due.keys(), this.#store.candidates(new Sieve(wanted))]) {
      for (const path of paths) {
        if (seen.has(path)) continue;
        seen.add(path);
        yield path;
      }
    }
  }

  /** All content files. Folders that come while it runs are among them. */
  *#files(): Generator<SignedFile> {
    const { contentExtension } = this.#site.options;
    for (const { path, files } of this.#site.onDisk.values()) {
      for (const { name } of files) {
        if (isSummarised(name, contentExtension)) yield { folder: path, name };
      }
    }
  }

  #start(): void {
    this.#work ??= this.#sign().finally(() => {
      this.#work = undefined;
    });
  }

  async #sign(): Promise<void> {
    for (;;) {
      const store = this.#store;
      const due = taken(this.#due.values(), this.#far.atOnce);
      const files = due.length > 0 ? due : taken(this.#left, this.#far.atOnce);
      if (files.length === 0) {
        this.#isComplete = true;
        return;
      }
      const paths = files.map(({ folder, name }) => joinPath(folder, name));
      const marks = await this.#ask((searcher) => searcher.sign(paths));
      // Meanwhile everything may have begun anew, or a file may have changed once more.
      if (store !== this.#store) continue;
      if (due.length > 0) store.replace(files, marks);
      else store.add(files, marks);
      for (const [index, file] of due.entries()) {
        const path = paths[index];
        if (path !== undefined && this.#due.get(path) === file) this.#due.delete(path);
      }
    }
  }

  /** The first who asks after a while is not to wait for a thread that starts. Those after find it awake. */
  async #findIn(files: readonly SitePath[], wish: Wish): Promise<readonly FileHits[]> {
    if (this.#far.isAsleep !== true) return this.#ask((searcher) => searcher.find(files, wish));
    void this.#far.find([], wish).catch(() => undefined);
    return this.#near.find(files, wish);
  }

  async #ask<Answer>(question: (searcher: Searcher) => Promise<Answer>): Promise<Answer> {
    try {
      return await question(this.#far);
    } catch (error) {
      if (this.#far === this.#near) throw error;
      return question(this.#near);
    }
  }

  #newStore(): SignatureStore {
    return new SignatureStore(({ folder, name }) => {
      const facts = this.#site.onDisk.get(folder);
      return facts !== undefined && factOf(facts, name) !== undefined;
    });
  }
}

/** Only when somebody asks: an open document changes with every key. */
const keysIn = memo(({ text }: ContentDocument) => mentionKeys(text));

function taken<Item>(items: Iterator<Item> | undefined, most: number): readonly Item[] {
  const found: Item[] = [];
  while (items !== undefined && found.length < most) {
    const next = items.next();
    if (next.done === true) break;
    found.push(next.value);
  }
  return found;
}
