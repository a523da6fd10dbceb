import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { askDisk, type DiskListener, diskSource } from '../node/disk-source.ts';
import type { FolderListing } from '../site/file-system.ts';
import type { ScanSource } from '../site/scan.ts';
import { fileAt, relativeName } from './relative-name.ts';

/** What was asked of the disk, by names relative to some folder, and a digest of its answers. */
export interface Testimony {
  readonly folders: readonly string[];
  readonly files: readonly string[];
  readonly digest: string;
}

/**
 * Remembers what the disk was asked and what it has answered. Who finds something in nothing but these answers
 * would find the same as long as they are the same.
 */
export class Witness implements DiskListener {
  readonly #folders = new Map<string, string>();
  readonly #files = new Map<string, string>();
  /** Whether something has been answered in two ways, or has not been heard. */
  #isUnsure = false;

  /** The disk, of which all answers are remembered. */
  source(root: string): ScanSource {
    const source = diskSource(root, this);
    const head: ScanSource['head'] = (file) => {
      this.#isUnsure = true;
      return source.head(file);
    };
    return { ...source, head };
  }

  /** The text of a file; `undefined` when it cannot be read. */
  text(file: string): string | undefined {
    const bytes = bytesOf(file);
    this.onFile(file, bytes);
    return bytes?.toString('utf8');
  }

  onFolder(folder: string, listing: FolderListing | undefined): void {
    // Disks do not list a folder in the same order everywhere.
    const names = listing && JSON.stringify([listing.files.toSorted(), listing.folders.toSorted()]);
    this.#remember(this.#folders, folder, digestOf(names));
  }

  onFile(file: string, bytes: Uint8Array | undefined): void {
    this.#remember(this.#files, file, digestOf(bytes));
  }

  /** @returns nothing where it is not known for sure what the disk has answered */
  testimony(folder: string): Testimony | undefined {
    if (this.#isUnsure) return undefined;
    const named = (of: ReadonlyMap<string, string>): readonly string[] =>
      [...of.keys()].map((name) => relativeName(folder, name));
    return { folders: named(this.#folders), files: named(this.#files), digest: this.#digest() };
  }

  /** Whether the disk answers today what it has answered then. */
  static isTrue({ folders, files, digest }: Testimony, folder: string): boolean {
    const witness = new Witness();
    const there = (name: string): string => fileAt(folder, name);
    askDisk(folders.map(there), files.map(there), witness);
    return witness.#digest() === digest;
  }

  #remember(answers: Map<string, string>, asked: string, answer: string): void {
    this.#isUnsure ||= (answers.get(asked) ?? answer) !== answer;
    answers.set(asked, answer);
  }

  /** Of the answers in the order of the questions. */
  #digest(): string {
    return digestOf([...this.#folders.values(), ...this.#files.values()].join(' '));
  }
}

function bytesOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function digestOf(data: string | Uint8Array | undefined): string {
  if (data === undefined) return '';
  return createHash('sha256').update(data).digest('base64url');
}
