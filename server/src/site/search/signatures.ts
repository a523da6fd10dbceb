import { type KeyLists, keyLists, keysAt, placesWith } from '../mentions/key-lists.ts';
import { joinPath, type SitePath } from '../site-path.ts';
import type { Sieve } from './signature.ts';

/** The signatures of some files, one behind the other. It can be sent to another thread. */
export interface Signatures {
  /** Where each of them ends in `bytes`. */
  readonly ends: Uint32Array;
  readonly bytes: Uint8Array;
}

/** What a second reading finds in some files: what they may hold, and what they may mention. */
export interface Marks {
  readonly signatures: Signatures;
  /**
   * One signature of all these files: most lack what is looked for, and then it is one place in memory
   * that is looked at instead of dozens.
   */
  readonly all: Uint8Array;
  readonly mentions: KeyLists;
}

/** A file of the content, without a path of its own: a site has a hundred thousand of them. */
export interface SignedFile {
  readonly folder: SitePath;
  readonly name: string;
}

interface Sheaf extends Marks {
  readonly files: readonly SignedFile[];
}

/**
 * The signatures of all files of a site, and the keys of what they may mention. Files that change are
 * signed anew; what they had before stays until there is much of it, and counts no more.
 */
export class SignatureStore {
  #sheaves: Sheaf[] = [];
  /** Of files that were signed again: the first sheaf that counts. */
  readonly #since = new Map<SitePath, number>();
  readonly #isThere: (file: SignedFile) => boolean;
  #size = 0;

  /** @param isThere whether a file still exists */
  constructor(isThere: (file: SignedFile) => boolean) {
    this.#isThere = isThere;
  }

  /** How many bytes that takes. */
  get size(): number {
    return this.#size;
  }

  add(files: readonly SignedFile[], marks: Marks): void {
    this.#sheaves.push({ files, ...marks });
    this.#size += bytesOf(marks);
  }

  /** As `add()`, for files that may have been signed before. */
  replace(files: readonly SignedFile[], marks: Marks): void {
    for (const { folder, name } of files) {
      this.#since.set(pathOf({ folder, name }), this.#sheaves.length);
    }
    this.add(files, marks);
    if (this.#since.size > MOST_REPLACED) this.#tidy();
  }

  /** The files whose signatures pass, in the order in which they were signed. */
  *candidates(sieve: Sieve): Generator<SitePath> {
    for (const [index, { files, signatures, all }] of this.#sheaves.entries()) {
      if (!sieve.passes(all, 0, all.length)) continue;
      const { ends, bytes } = signatures;
      let start = 0;
      for (let at = 0; at < files.length; at++) {
        const end = ends[at] ?? 0;
        const file = end > start && sieve.passes(bytes, start, end) ? files[at] : undefined;
        start = end;
        if (file === undefined) continue;
        if (this.#counts(file, index)) yield pathOf(file);
      }
    }
  }

  /** The files that may mention one of what the keys belong to, in that order. */
  *mentioning(keys: ReadonlySet<number>): Generator<SitePath> {
    for (const [index, { files, mentions }] of this.#sheaves.entries()) {
      for (const at of placesWith(mentions, keys)) {
        const file = files[at];
        if (file !== undefined && this.#counts(file, index)) yield pathOf(file);
      }
    }
  }

  /** What each file may mention. */
  *mentionKeys(): Generator<readonly [file: SignedFile, keys: Float64Array]> {
    for (const [index, { files, mentions }] of this.#sheaves.entries()) {
      for (const [at, file] of files.entries()) {
        if (this.#counts(file, index)) yield [file, keysAt(mentions, at)];
      }
    }
  }

  /** Leaves out what does not count any more. */
  #tidy(): void {
    this.#size = 0;
    this.#sheaves = this.#sheaves.map((sheaf, index) => {
      const kept = this.#kept(sheaf, index);
      this.#size += bytesOf(kept);
      return kept;
    });
    this.#since.clear();
  }

  #kept({ files, signatures: { ends, bytes }, all, mentions }: Sheaf, index: number): Sheaf {
    const kept = files.flatMap((file, at) => {
      if (!this.#counts(file, index)) return [];
      const part = bytes.subarray(at === 0 ? 0 : ends[at - 1], ends[at]);
      return [{ file, part, keys: keysAt(mentions, at) }];
    });
    return {
      files: kept.map(({ file }) => file),
      signatures: joined(kept.map(({ part }) => part)),
      all: kept.length === 0 ? new Uint8Array() : all,
      mentions: keyLists(kept.map(({ keys }) => keys)),
    };
  }

  #counts(file: SignedFile, index: number): boolean {
    const since = this.#since.get(pathOf(file)) ?? 0;
    return index >= since && this.#isThere(file);
  }
}

function pathOf({ folder, name }: SignedFile): SitePath {
  return joinPath(folder, name);
}

function bytesOf({ signatures, all, mentions }: Marks): number {
  return (
    signatures.bytes.byteLength +
    all.byteLength +
    mentions.keys.byteLength +
    mentions.bits.byteLength
  );
}

/** So many changed files are remembered one by one. */
const MOST_REPLACED = 2_000;

/** Puts signatures one behind the other. */
export function joined(parts: readonly Uint8Array[]): Signatures {
  const ends = new Uint32Array(parts.length);
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let end = 0;
  for (const [index, part] of parts.entries()) {
    bytes.set(part, end);
    end += part.length;
    ends[index] = end;
  }
  return { ends, bytes };
}
