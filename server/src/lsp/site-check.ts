import type { Diagnostic } from 'vscode-languageserver';
import { type CheckedFile, FoundProblems } from './found-problems.ts';
import { canonicalUri, folderUri, toUri } from './uris.ts';
import type { Sites, SiteWithUris } from './sites.ts';
import type { SitePath } from '../site/site-path.ts';

/** What the check of whole sites needs of the server. */
export interface SiteCheckHost {
  readonly sites: Sites;
  /** The problems of a file as the disk has it. */
  problemsIn(uri: string, text: string, site: SiteWithUris, path: SitePath): readonly Diagnostic[];
  /** Fulfilled when all sites have been read; never rejected. */
  ready(): Promise<void>;
  /** Runs a callback once the messages that wait have been handled. */
  defer(callback: () => void): void;
  now(): Date;
  failed(error: unknown): void;
}

/**
 * How much is checked beyond the documents that are open. `once`: what one check has found stays
 * known until it is mended. `always`: every file, again whenever something has changed.
 */
export type CheckMode = 'off' | 'once' | 'always';

/** How many files are read at once, and in memory. */
const PORTION = 50;
/** Milliseconds of checking, after which requests get their turn. */
const SLICE = 4;

/**
 * Checks the content files that are not open, in the background: a few milliseconds at a time, and
 * each time only after the messages that wait. It reads files of the disk, never of the editor.
 */
export class SiteCheck {
  readonly found = new FoundProblems();
  readonly #host: SiteCheckHost;
  #mode: CheckMode = 'off';
  /** Rises when whatever is under way is to end. */
  #round = 0;
  #isAllDue = false;
  readonly #due = new Set<string>();
  #running: Promise<void> | undefined;
  /** What is open is checked as it is typed, and not here. */
  readonly #open = new Set<string>();
  /** The states of the sites that the last check of everything has seen. */
  #seen = '';
  /** How many files the check under way has done, of how many. */
  progress = { done: 0, total: 0 };

  constructor(host: SiteCheckHost) {
    this.#host = host;
  }

  get mode(): CheckMode {
    return this.#mode;
  }

  /** Whether there is nothing left to check. */
  get isIdle(): boolean {
    return this.#running === undefined;
  }

  isOpen(uri: string): boolean {
    return this.#open.has(uri);
  }

  /** Begins to check everything, from scratch; `off` forgets what was found. */
  start(mode: CheckMode): void {
    this.stop();
    this.#mode = mode;
    if (mode === 'off') {
      this.found.clear();
      return;
    }
    this.#isAllDue = true;
    this.#run();
  }

  /** Ends the check that is under way. What it has found stays. */
  stop(): void {
    this.#round++;
    this.#isAllDue = false;
    this.#due.clear();
    this.#running = undefined;
  }

  /** Fulfilled when there is nothing left to check; never rejected. */
  async finished(): Promise<void> {
    while (this.#running !== undefined) await this.#running;
  }

  /** Files were made, changed or deleted, and the sites know. */
  filesChanged(uris: readonly string[]): void {
    if (this.#mode === 'off') return;
    for (const uri of uris) this.#due.add(canonicalUri(uri));
    if (this.#states() !== this.#seen) {
      if (this.#mode === 'always') this.#isAllDue = true;
      else for (const uri of this.found.uris()) this.#due.add(uri);
    }
    this.#run();
  }

  /** A site has been read, was found or has gone. */
  sitesChanged(): void {
    if (this.#mode !== 'always') return;
    this.#isAllDue = true;
    this.#run();
  }

  /** From now on the document stands for its file. */
  opened(uri: string): void {
    const canonical = canonicalUri(uri);
    this.#open.add(uri);
    this.#open.add(canonical);
    if (this.#mode === 'off') return;
    const place = this.#host.sites.placeOf(uri);
    const onDisk = place && toUri(folderUri(place.folder), place.path);
    for (const one of [canonical, onDisk]) {
      if (one === undefined || !this.found.has(one)) continue;
      this.found.set(one, []);
      this.found.tell();
    }
  }

  /** From now on the file counts again. */
  closed(uri: string): void {
    const canonical = canonicalUri(uri);
    this.#open.delete(canonical);
    this.#open.delete(uri);
    if (this.#mode === 'off') return;
    this.#due.add(canonical);
    this.#run();
  }

  #run(): void {
    if (this.#running !== undefined) return;
    const round = this.#round;
    this.#running = this.#work(round)
      .catch((error: unknown) => {
        this.#host.failed(error);
      })
      .then(() => {
        if (round !== this.#round) return;
        this.#running = undefined;
        this.found.tell();
      });
  }

  async #work(round: number): Promise<void> {
    await this.#host.ready();
    while (round === this.#round && (this.#isAllDue || this.#due.size > 0)) {
      const isAll = this.#isAllDue;
      const due = [...this.#due];
      if (isAll) this.#seen = this.#states();
      this.#isAllDue = false;
      this.#due.clear();
      const files = isAll ? await this.#allFiles(round) : this.#filesOf(due);
      if (round !== this.#round) return;
      this.progress = { done: 0, total: files.length };
      if (isAll) this.found.keepOnly(new Set(files.map(({ uri }) => uri)));
      for (let start = 0; start < files.length; start += PORTION) {
        await this.#check(files.slice(start, start + PORTION), round);
        await this.#pause();
        if (round !== this.#round) return;
        this.found.tell();
      }
    }
  }

  /** Checks a portion of the files, which may be of several sites. */
  async #check(files: readonly CheckedFile[], round: number): Promise<void> {
    const texts = await Promise.all(
      [...new Set(files.map(({ site }) => site))].map(async (site) => {
        const paths = files.filter((file) => file.site === site).map(({ path }) => path);
        return [
          site,
          new Map((await site.texts(paths)).map((text, at) => [paths[at], text])),
        ] as const;
      }),
    );
    const textsOf = new Map(texts);
    let begin = this.#host.now().getTime();
    for (const { uri, site, path } of files) {
      if (round !== this.#round) return;
      const text = textsOf.get(site)?.get(path);
      // Meanwhile it may have been opened.
      const isGone = text === undefined || this.isOpen(uri);
      this.found.set(uri, isGone ? [] : this.#host.problemsIn(uri, text, site, path));
      this.progress = { ...this.progress, done: this.progress.done + 1 };
      if (this.#host.now().getTime() - begin < SLICE) continue;
      await this.#pause();
      begin = this.#host.now().getTime();
    }
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      this.#host.defer(resolve);
    });
  }

  /** Looking at ten thousand names takes a while, too. */
  async #allFiles(round: number): Promise<readonly CheckedFile[]> {
    const files: CheckedFile[] = [];
    let begin = this.#host.now().getTime();
    for (const site of this.#host.sites.all()) {
      for (const path of site.site.contentFiles()) {
        const uri = site.uriOf(path);
        if (!this.isOpen(uri)) files.push({ uri, site, path });
        if (this.#host.now().getTime() - begin < SLICE) continue;
        await this.#pause();
        if (round !== this.#round) return files;
        begin = this.#host.now().getTime();
      }
    }
    return files;
  }

  /** Those of the files that a check of everything would check; of others nothing is found. */
  #filesOf(uris: readonly string[]): readonly CheckedFile[] {
    return uris.flatMap((uri) => {
      const place = this.#host.sites.placeOf(uri);
      const site = this.#host.sites.all().find((one) => one.site === place?.site);
      if (site === undefined || place === undefined) return [];
      const file = site.uriOf(place.path);
      if (this.isOpen(file)) return [];
      const isChecked = this.found.has(file) || place.site.fieldsIn(place.path) !== undefined;
      return isChecked ? [{ uri: file, site, path: place.path }] : [];
    });
  }

  #states(): string {
    return this.#host.sites
      .all()
      .map(({ site, uriOf }) => `${uriOf(site.options.contentFolder)} ${site.revision}`)
      .join('\n');
  }
}
