import type { ContentDocument } from '../kirby/content/document.ts';
import { parseContent } from '../kirby/content/parse.ts';
import { changedFiles, concernSite, foldersToRead, unread, withKnown } from './changes.ts';
import { blueprintName } from './blueprint-names.ts';
import type { FileHead, FileSystem } from './file-system.ts';
import type { FolderFacts } from './folder-facts.ts';
import {
  type FolderRequest,
  type ScanBatch,
  type Scanner,
  scannerOf,
  type ScanRequest,
} from './scan.ts';
import { type Searcher, searcherOf } from './search/searcher.ts';
import { type SearchAnswer, type SearchQuestion, SiteSearch } from './search/site-search.ts';
import { settingsFrom } from './settings.ts';
import type { ContentFile, Site } from './site.ts';
import type { IndexBatch, SiteSettings } from './index-batch.ts';
import { SiteIndex } from './site-index.ts';
import { folderOf, type SitePath } from './site-path.ts';
import { sitePart, siteParts } from './site-parts.ts';
import { isInContent, type SiteRoots } from './site-roots.ts';
import { foldsCase, spelledAs } from './spelling.ts';

/**
 * A site that follows its files and the documents that are open. `site` stays the same object; its
 * revision tells whether it says something new.
 */
export interface LiveSite {
  readonly site: Site;
  /** Fulfilled when everything has been read once. It is never rejected. */
  readonly ready: Promise<void>;
  /**
   * Files or folders were made, changed or deleted. Whatever is told at once becomes one revision.
   * Fulfilled when the site knows; never rejected.
   */
  changed(paths: readonly SitePath[]): Promise<void>;
  /** An open document stands in for its file; `undefined` when it is closed. */
  setOverlay(path: SitePath, document: ContentDocument | undefined): void;
  /** An open blueprint stands in for its file, saved or not; `undefined` when it is closed. */
  setBlueprint(path: SitePath, text: string | undefined): void;
  /** The texts of files, for an answer that the index cannot give; never rejected. */
  texts(paths: readonly SitePath[]): Promise<readonly (string | undefined)[]>;
  /** Content files as an editor has them where they are open, as the disk has them else. */
  documents(paths: readonly SitePath[]): Promise<readonly (ContentDocument | undefined)[]>;
  /** How large a file is, and how it begins. */
  head(path: SitePath): Promise<FileHead | undefined>;
  /**
   * Searches what the content says, in files and open documents; never rejected. While the site is
   * being read the answer is incomplete.
   */
  search(question: SearchQuestion): Promise<SearchAnswer>;
  /** Fulfilled when a search finds everything, and every mention is known; never rejected. */
  searchable(): Promise<void>;
  /** Whether everything has been read for that once. */
  readonly isSearchable: boolean;
  /**
   * The content files that may mention one of some pages and files, once the site is searchable: some
   * too many, never too few. Files of users are not known.
   *
   * @param keys what `keysOf()` says of the pages and files
   */
  filesMentioning(keys: ReadonlySet<number>): Iterable<ContentFile>;
  /** What each content file may mention, as `mentionKeys()` has it, with the folder it lies in. */
  mentionKeys(): Iterable<readonly [folder: SitePath, keys: Iterable<number>]>;
  /**
   * A path of the content as the disk spells it: an editor may have opened `Home.txt` where the disk has
   * `home.txt` and takes both for the same. Itself on other disks, and until that is known.
   */
  spelled(path: SitePath): SitePath;
  /**
   * Whether the disk takes letters of either case for the same. It is found out when somebody asks for
   * the first time; until then the answer is no, and listeners hear of another one.
   */
  foldsCase(): boolean;
  /** Calls back after each new revision, and after what `foldsCase()` says. The answer ends that. */
  onChange(listener: () => void): () => void;
}

export interface OpenSiteOptions {
  /** Reads many files, in another thread perhaps; by default the file system does. */
  readonly scanner?: Scanner;
  /** Searches many files, in another thread perhaps; by default the file system does. */
  readonly searcher?: Searcher;
  /** `false`: nobody asks anything before everything has been read. */
  readonly isAskedEarly?: boolean;
  /** `false`: nothing is read for a search before somebody asks for one. */
  readonly isSearched?: boolean;
  /** A file whose folder is read before all others: the one that an author looks at. */
  readonly first?: SitePath;
  /** What labels of blueprints are wanted in, the best first: `['fr']`. */
  readonly labelLanguages?: readonly string[];
}

/** More changed folders than this are left to the scanner: a checkout of another branch, say. */
const FEW_FOLDERS = 30;

/** Opens a site and begins to read it. */
export function openSite(
  fileSystem: FileSystem,
  roots: SiteRoots,
  options: OpenSiteOptions = {},
): LiveSite {
  return new OpenedSite(fileSystem, roots, options);
}

class OpenedSite implements LiveSite {
  readonly site: SiteIndex;
  readonly ready: Promise<void>;
  readonly #fileSystem: FileSystem;
  readonly #roots: SiteRoots;
  readonly #labelLanguages: readonly string[];
  /** For a few files, without the cost of starting a thread. */
  readonly #near: Scanner;
  readonly #far: Scanner;
  readonly #search: SiteSearch;
  readonly #isSearched: boolean;
  readonly #listeners = new Set<() => void>();
  /** The parts of `site/` as the disk has them. */
  #parts: ReadonlyMap<string, string> = new Map();
  /** Whether the disk takes letters of either case for the same, once somebody has asked. */
  #foldsCase: boolean | undefined;
  /** The path that was asked about last and is as the disk has it: each key asks several times. */
  #spelledWell: { readonly path?: SitePath; readonly revision?: number } = {};
  /** The documents that are open. */
  readonly #overlays = new Map<SitePath, ContentDocument>();
  /** The blueprints that are open, as parts of `site/`. */
  readonly #openBlueprints = new Map<string, string>();
  /** The reading that is under way: readings never overlap, or an old one could undo a new one. */
  #work: Promise<void>;

  constructor(fileSystem: FileSystem, roots: SiteRoots, options: OpenSiteOptions) {
    this.#fileSystem = fileSystem;
    this.#roots = roots;
    this.#labelLanguages = options.labelLanguages ?? [];
    this.#near = scannerOf(fileSystem);
    this.#far = options.scanner ?? this.#near;
    this.site = new SiteIndex(roots, settingsFrom(new Map(), roots, this.#labelLanguages));
    const far = options.searcher;
    // What is read beside another thread is read once, while that one starts.
    const near = far === undefined ? searcherOf(fileSystem) : searcherOf(fileSystem, undefined, 0);
    this.#search = new SiteSearch(this.site, near, far ?? near);
    this.#isSearched = options.isSearched ?? true;
    this.ready = this.#load(options);
    this.#work = this.ready;
  }

  changed(paths: readonly SitePath[]): Promise<void> {
    this.#work = this.#work.then(() => this.#update(paths));
    return this.#work;
  }

  setOverlay(path: SitePath, document: ContentDocument | undefined): void {
    if (document === undefined) this.#overlays.delete(path);
    else this.#overlays.set(path, document);
    if (!isInContent(path, this.#roots)) return;
    this.#search.setDocument(path, document);
    if (this.site.overlay(path, document)) this.#tell();
  }

  setBlueprint(path: SitePath, text: string | undefined): void {
    const part = sitePart(path, this.#roots);
    if (part === undefined || blueprintName(part)?.format !== 'yaml') return;
    const before = this.#openBlueprints.get(part) ?? this.#parts.get(part);
    if (text === undefined) this.#openBlueprints.delete(part);
    else this.#openBlueprints.set(part, text);
    if (before === (text ?? this.#parts.get(part))) return;
    this.#apply({ blueprints: this.#settings().blueprints });
  }

  texts(paths: readonly SitePath[]): Promise<readonly (string | undefined)[]> {
    return this.#fileSystem.readFiles(paths);
  }

  async documents(paths: readonly SitePath[]): Promise<readonly (ContentDocument | undefined)[]> {
    const closed = paths.filter((path) => !this.#overlays.has(path));
    const texts = closed.length === 0 ? [] : await this.#fileSystem.readFiles(closed);
    const textOf = new Map(closed.map((path, index) => [path, texts[index]]));
    return paths.map((path) => {
      // Editors keep a byte order mark to themselves.
      const text = textOf.get(path)?.replace(/^\uFEFF/, '');
      return this.#overlays.get(path) ?? (text === undefined ? undefined : parseContent(text));
    });
  }

  head(path: SitePath): Promise<FileHead | undefined> {
    return this.#fileSystem.head(path);
  }

  search(question: SearchQuestion): Promise<SearchAnswer> {
    return this.#search.find(question);
  }

  async searchable(): Promise<void> {
    await this.#work;
    await this.#search.signed();
  }

  get isSearchable(): boolean {
    return this.site.state === 'ready' && this.#search.isComplete;
  }

  *filesMentioning(keys: ReadonlySet<number>): Generator<ContentFile> {
    for (const path of this.#search.filesMentioning(keys)) {
      const file = this.site.contentFile(path);
      if (file !== undefined) yield file;
    }
  }

  mentionKeys(): Iterable<readonly [folder: SitePath, keys: Iterable<number>]> {
    return this.#search.mentionKeys();
  }

  spelled(path: SitePath): SitePath {
    const { revision } = this.site;
    if (this.#spelledWell.path === path && this.#spelledWell.revision === revision) return path;
    const spelling = spelledAs(this.site.onDisk, this.#roots.content, path);
    if (spelling === path) this.#spelledWell = { path, revision };
    return spelling !== path && this.foldsCase() ? spelling : path;
  }

  foldsCase(): boolean {
    if (this.#foldsCase === undefined) {
      this.#foldsCase = false;
      void foldsCase(this.#fileSystem).then((answer) => {
        this.#foldsCase = answer;
        if (answer) this.#tell();
      });
    }
    return this.#foldsCase;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #load({ first, isAskedEarly = true }: OpenSiteOptions): Promise<void> {
    await this.#readParts();
    this.#apply({ settings: this.#settings() });
    const isContent = first !== undefined && isInContent(first, this.#roots);
    const folders = isContent ? [{ path: folderOf(first) }] : [];
    let batches = 0;
    const wanted = { folders, trees: [this.#roots.content], tellsFileUuids: isAskedEarly };
    await this.#scan(this.#far, wanted, ({ folders: found, fileUuids }) => {
      const changed = this.site.apply({ folders: found, fileUuids });
      // Ever more rarely: whoever hears of it checks all open documents again.
      if (changed && (fileUuids !== undefined || isPowerOfTwo(++batches))) this.#tell();
    });
    this.#apply({ state: 'ready' });
    if (this.#isSearched) this.#search.begin();
  }

  async #update(paths: readonly SitePath[]): Promise<void> {
    const isAboutSite = concernSite(paths, this.#roots);
    if (isAboutSite) await this.#readParts();
    const settings = isAboutSite ? this.#settings() : undefined;
    const { contentExtension } = this.site.options;
    const hasOtherExtension =
      settings !== undefined && settings.options.contentExtension !== contentExtension;
    const folders = foldersToRead(paths, this.#roots, this.site.onDisk);
    const isEverything = hasOtherExtension || folders === 'everything';
    const news = isEverything
      ? await this.#readContent(settings)
      : await this.#readFolders(folders);
    const changed = changedFiles(news.folders ?? [], this.site.onDisk, contentExtension);
    // Anew, because meanwhile somebody may have typed in a blueprint.
    this.#apply(settings === undefined ? news : { ...news, settings: this.#settings() });
    if (isEverything && (this.#isSearched || this.#search.isBegun)) this.#search.begin();
    else this.#search.changed(changed);
  }

  /** Reads the whole content anew; what it does not hold any more is gone. */
  async #readContent(settings: SiteSettings | undefined): Promise<IndexBatch> {
    const request = { folders: [], trees: [this.#roots.content] };
    const { folders } = await this.#collect(this.#far, request, settings);
    const left = new Set(folders.map(({ path }) => path));
    return { folders, gone: [...this.site.onDisk.keys()].filter((path) => !left.has(path)) };
  }

  async #readFolders(requests: readonly FolderRequest[]): Promise<IndexBatch> {
    if (requests.length === 0) return {};
    const scanner = requests.length > FEW_FOLDERS ? this.#far : this.#near;
    const { onDisk, options } = this.site;
    const { folders: found, gone } = await this.#list(scanner, requests);
    const listed = found.map((facts) => withKnown(facts, onDisk.get(facts.path)));
    const folders = new Map(listed.map((facts) => [facts.path, facts]));
    const rest = unread(listed, onDisk, options.contentExtension);
    if (rest.folders.length + rest.trees.length > 0) {
      const second = await this.#collect(scanner, rest);
      for (const facts of second.folders) {
        folders.set(facts.path, withKnown(facts, folders.get(facts.path)));
      }
    }
    return { folders: [...folders.values()], gone };
  }

  /** Of a folder that is gone the one around it has to say so; it may be gone as well. */
  async #list(
    scanner: Scanner,
    requests: readonly FolderRequest[],
  ): Promise<Pick<ScanBatch, 'folders' | 'gone'>> {
    const folders: FolderFacts[] = [];
    const gone: SitePath[] = [];
    const asked = new Set<SitePath>();
    for (let next = requests; next.length > 0;) {
      for (const { path } of next) asked.add(path);
      const result = await this.#collect(scanner, { folders: next, trees: [] });
      folders.push(...result.folders);
      gone.push(...result.gone);
      const around = new Set(result.gone.map((path) => folderOf(path)));
      next = [...around]
        .filter((path) => !asked.has(path) && this.site.onDisk.has(path))
        .map((path) => ({ path, files: [] }));
    }
    return { folders, gone };
  }

  async #readParts(): Promise<void> {
    const parts = new Map<string, string>();
    if (this.#roots.content !== '') {
      const trees = [...new Set(siteParts.map((part) => this.#roots[part]))];
      await this.#scan(this.#far, { folders: [], trees }, (batch) => {
        for (const [part, text] of batch.parts) parts.set(part, text);
      });
    }
    this.#parts = parts;
  }

  #settings(): SiteSettings {
    const parts = new Map([...this.#parts, ...this.#openBlueprints]);
    return settingsFrom(parts, this.#roots, this.#labelLanguages);
  }

  async #collect(
    scanner: Scanner,
    wanted: Wanted,
    settings?: SiteSettings,
  ): Promise<Pick<ScanBatch, 'folders' | 'gone'>> {
    const folders: FolderFacts[] = [];
    const gone: SitePath[] = [];
    const take = (batch: ScanBatch): void => {
      folders.push(...batch.folders);
      gone.push(...batch.gone);
    };
    await this.#scan(scanner, wanted, take, settings);
    return { folders, gone };
  }

  /** Another thread may die; this one reads as well, only slower. */
  async #scan(
    scanner: Scanner,
    wanted: Wanted,
    take: (batch: ScanBatch) => void,
    settings?: SiteSettings,
  ): Promise<void> {
    const { contentExtension } = settings?.options ?? this.site.options;
    const request = { ...wanted, roots: this.#roots, contentExtension };
    try {
      await scanner.scan(request, take);
    } catch (error) {
      if (scanner === this.#near) throw error;
      await this.#near.scan(request, take);
    }
  }

  #apply(batch: IndexBatch): void {
    if (this.site.apply(batch)) this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function isPowerOfTwo(count: number): boolean {
  return (count & (count - 1)) === 0;
}

type Wanted = Omit<ScanRequest, 'roots' | 'contentExtension'>;
