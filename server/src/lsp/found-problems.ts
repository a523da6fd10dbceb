import type { Diagnostic } from 'vscode-languageserver';
import type { SitePath } from '../site/site-path.ts';
import type { SiteWithUris } from './sites.ts';

/** A content file of a site, by all its names. */
export interface CheckedFile {
  readonly uri: string;
  readonly site: SiteWithUris;
  readonly path: SitePath;
}

/** What was found in a file. `id` is another one for each other list. */
export interface FileProblems {
  readonly id: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** More problems than this nobody reads, and a site full of them must not fill the memory. */
const MOST = 20_000;

/** The problems of files that are not open. Files without any are not in it. */
export class FoundProblems {
  readonly #files = new Map<string, FileProblems>();
  readonly #listeners = new Set<(uris: ReadonlySet<string>) => void>();
  /** Files of which the listeners do not know yet. */
  #changed = new Set<string>();
  #count = 0;
  #lastId = 0;

  get(uri: string): FileProblems | undefined {
    return this.#files.get(uri);
  }

  has(uri: string): boolean {
    return this.#files.has(uri);
  }

  uris(): Iterable<string> {
    return this.#files.keys();
  }

  /** Whether there are more problems than are kept. */
  get isFull(): boolean {
    return this.#count >= MOST;
  }

  /** All problems that are kept. */
  *all(): Generator<Diagnostic> {
    for (const { diagnostics } of this.#files.values()) yield* diagnostics;
  }

  set(uri: string, diagnostics: readonly Diagnostic[]): void {
    const before = this.#files.get(uri);
    if (before === undefined && diagnostics.length === 0) return;
    if (before !== undefined) {
      if (JSON.stringify(before.diagnostics) === JSON.stringify(diagnostics)) return;
      this.#files.delete(uri);
      this.#count -= before.diagnostics.length;
    }
    if (diagnostics.length > 0 && !this.isFull) {
      this.#files.set(uri, { id: String(++this.#lastId), diagnostics });
      this.#count += diagnostics.length;
    }
    this.#changed.add(uri);
  }

  /** Forgets what was found in all other files. */
  keepOnly(uris: ReadonlySet<string>): void {
    for (const uri of this.#files.keys()) if (!uris.has(uri)) this.set(uri, []);
  }

  clear(): void {
    this.keepOnly(new Set());
    this.tell();
  }

  /** Tells the listeners which files have other problems since the last time, or that it is over. */
  tell(): void {
    const changed = this.#changed;
    this.#changed = new Set();
    for (const listener of this.#listeners) listener(changed);
  }

  /** Calls back with the files that have other problems now. The answer ends that. */
  onChange(listener: (uris: ReadonlySet<string>) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
