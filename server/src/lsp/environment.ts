import type { FileSystem } from '../site/file-system.ts';
import type { Scanner } from '../site/scan.ts';
import type { Searcher } from '../site/search/searcher.ts';

/** What the server needs of the place where it runs. */
export interface Environment {
  /** Runs a callback once the messages that are waiting already have been handled. */
  defer(callback: () => void): void;
  /**
   * The disk below a folder, given as a URI; `undefined` when it cannot be reached from here: then the
   * client is asked for the files.
   */
  disk(folder: string): Disk | undefined;
  /** A new random id in the form of Kirby's own (UUID, version 4). */
  randomId(): string;
  /** The author's clock. */
  now(): Date;
  /**
   * The translations into a language, as JSON by the English texts; `undefined` where there are none.
   *
   * @param language `de`
   */
  readonly translations?: (language: string) => string | undefined;
  /** The address of a rule's page. */
  rulePage(code: string): string;
}

/** The disk below a folder, given as a URI; `undefined` when nobody can read there. */
export type DiskOf = (folder: string) => Disk | undefined;

export interface Disk {
  readonly fileSystem: FileSystem;
  /** Reads whole sites without keeping this thread busy. */
  readonly scanner: Scanner;
  /** Searches in many files without keeping this thread busy; by default the file system does. */
  readonly searcher?: Searcher;
  /** Whether an author may have to wait for what is read. */
  readonly isFar?: boolean;
}
