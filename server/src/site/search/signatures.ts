import { joinPath, type SitePath } from '../site-path.ts';
import { holds } from './signature.ts';

/** The signatures of some files, one behind the other. It can be sent to another thread. */
export interface Signatures {
  /** Where each of them ends in `bytes`. */
  readonly ends: Uint32Array;
  readonly bytes: Uint8Array;
}

/** A file of the content, without a path of its own: a site has a hundred thousand of them. */
export interface SignedFile {
  readonly folder: SitePath;
  readonly name: string;
}

interface Sheaf {
  readonly files: readonly SignedFile[];
  readonly signatures: Signatures;
}

/**
 * The signatures of all files of a site. Files that change are signed anew; what they had before
 * stays until it is half of all, and counts no more.
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

  /** How many bytes the signatures take. */
  get size(): number {
    return this.#size;
  }

  add(files: readonly SignedFile[], signatures: Signatures): void {
    this.#sheaves.push({ files, signatures });
    this.#size += signatures.bytes.length;
  }

  /** As `add()`, for files that may have been signed before. */
  replace(files: readonly SignedFile[], signatures: Signatures): void {
    for (const { folder, name } of files) {
      this.#since.set(joinPath(folder, name), this.#sheaves.length);
    }
    this.add(files, signatures);
    if (this.#since.size > MOST_REPLACED) this.#tidy();
  }

  /** The files that may hold all groups, in the order in which they were signed. */
  *candidates(groups: readonly number[]): Generator<SitePath> {
    for (const [index, { files, signatures }] of this.#sheaves.entries()) {
      const { ends, bytes } = signatures;
      let start = 0;
      for (let at = 0; at < files.length; at++) {
        const end = ends[at] ?? 0;
        const file = end > start && holds(bytes, start, end, groups) ? files[at] : undefined;
        start = end;
        if (file === undefined) continue;
        if (this.#counts(file, index)) yield joinPath(file.folder, file.name);
      }
    }
  }

  /** Leaves out what does not count any more. */
  #tidy(): void {
    this.#size = 0;
    this.#sheaves = this.#sheaves.map((sheaf, index) => {
      const kept = this.#kept(sheaf, index);
      this.#size += kept.signatures.bytes.length;
      return kept;
    });
    this.#since.clear();
  }

  #kept({ files, signatures: { ends, bytes } }: Sheaf, index: number): Sheaf {
    const kept = files.flatMap((file, at) =>
      this.#counts(file, index)
        ? [{ file, part: bytes.subarray(at === 0 ? 0 : ends[at - 1], ends[at]) }]
        : [],
    );
    return {
      files: kept.map(({ file }) => file),
      signatures: joined(kept.map(({ part }) => part)),
    };
  }

  #counts(file: SignedFile, index: number): boolean {
    const since = this.#since.get(joinPath(file.folder, file.name)) ?? 0;
    return index >= since && this.#isThere(file);
  }
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
