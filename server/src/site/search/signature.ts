import { foldedUnits } from '../../kirby/text/fold.ts';

/**
 * A few hundred bytes that tell of most texts that something does not stand in them: a Bloom filter
 * of every three characters in a row. Texts are folded before; blanks are not in it.
 */

/** Bits for each different group: with three set for each, one in sixteen is taken for another. */
const BITS = 6;
/** Groups are told apart by this many bits of their hash. */
const HASH_BITS = 20;
const HASHES = 2 ** HASH_BITS;
/** Of a text so long that it holds nearly everything. */
const MOST_BYTES = 32 * 1024;

/** Adds up the groups of a file's texts. It is one object for all files, each after the other. */
export class Signer {
  readonly #file = new Groups();
  readonly #all = new Groups();

  /** @param text as it is: folding is done on the way */
  add(text: string): void {
    this.#file.add(groups, readGroups(text));
  }

  /** The signature of all texts since the last one. */
  take(): Uint8Array {
    this.#all.add(this.#file.hashes, this.#file.count);
    return this.#file.take();
  }

  /** One signature of all that `take()` has given since the last time: what it lacks none of them holds. */
  takeAll(): Uint8Array {
    return this.#all.take();
  }
}

/** Different hashes. */
class Groups {
  readonly #seen = new Uint8Array(HASHES / 8);
  /** Those that there are so far, and room for more. */
  hashes = new Uint32Array(1024);
  count = 0;

  add(more: Uint32Array, count: number): void {
    const seen = this.#seen;
    if (this.hashes.length < this.count + count) {
      const room = new Uint32Array((this.count + count) * 2);
      room.set(this.hashes);
      this.hashes = room;
    }
    const { hashes } = this;
    let size = this.count;
    for (let index = 0; index < count; index++) {
      const hash = more[index] ?? 0;
      const bit = 1 << (hash & 7);
      const before = seen[hash >> 3] ?? 0;
      if ((before & bit) !== 0) continue;
      seen[hash >> 3] = before | bit;
      hashes[size++] = hash;
    }
    this.count = size;
  }

  /** Their signature; there are none afterwards. */
  take(): Uint8Array {
    const { hashes, count } = this;
    const bytes = Math.min(MOST_BYTES, Math.ceil((count * BITS) / 8));
    const signature = new Uint8Array(bytes);
    for (let index = 0; index < count; index++) {
      const hash = hashes[index] ?? 0;
      this.#seen[hash >> 3] = 0;
      setBit(signature, hash);
      setBit(signature, mixed(hash, SECOND));
      setBit(signature, mixed(hash, THIRD));
    }
    this.count = 0;
    return signature;
  }
}

/** The bit at the place that `placesOf()` says. */
function setBit(signature: Uint8Array, hash: number): void {
  const bit = ((hash / HASHES) * signature.length * 8) | 0;
  signature[bit >> 3] = (signature[bit >> 3] ?? 0) | (1 << (bit & 7));
}

/**
 * What a signature has to hold of a query. Most signatures lack something, and a list of a hundred
 * thousand is gone through faster when that is looked at first: whatever was missing in one moves
 * forward for the next.
 */
export class Sieve {
  readonly #places: number[];

  /** @param query folded */
  constructor(query: string) {
    const hashes = new Set(groups.subarray(0, readGroups(query)));
    this.#places = [...hashes].flatMap(placesOf);
  }

  /** Whether every signature passes: the query has no three characters in a row. */
  get isOpen(): boolean {
    return this.#places.length === 0;
  }

  /**
   * Whether the text of a signature may hold the query.
   *
   * @param start where the signature begins in `bytes`, and where it ends
   */
  passes(bytes: Uint8Array, start: number, end: number): boolean {
    const places = this.#places;
    const bits = (end - start) * 8;
    for (let index = 0; index < places.length; index++) {
      const place = places[index] ?? 0;
      const bit = (place * bits) | 0;
      if ((((bytes[start + (bit >> 3)] ?? 0) >> (bit & 7)) & 1) !== 0) continue;
      const forward = index >> 1;
      places[index] = places[forward] ?? 0;
      places[forward] = place;
      return false;
    }
    return true;
  }
}

/** Numbers from 0 to 1, by which a hash finds its bits in a signature of any length. */
function placesOf(hash: number): readonly number[] {
  return [hash, mixed(hash, SECOND), mixed(hash, THIRD)].map((one) => one / HASHES);
}

const SECOND = 0x9e3779b1;
const THIRD = 0x85ebca77;

function mixed(hash: number, factor: number): number {
  return Math.imul(hash ^ (hash >>> 7), factor) >>> (32 - HASH_BITS);
}

const BLANK = 32;
/** From here on are the scripts that write words in two characters. */
const FIRST_DENSE = 0x2e80;

/** The hashes of the text that was read last, and room for more. */
let groups = new Uint32Array(1024);

/** Reads three characters without a blank, and two where each is half a word; answers how many. */
function readGroups(text: string): number {
  const units = foldedUnits(text);
  if (groups.length < units.length * 2) groups = new Uint32Array(units.length * 4);
  let count = 0;
  let first = BLANK;
  let second = BLANK;
  for (const third of units) {
    if (third !== BLANK && second !== BLANK) {
      if (first !== BLANK) groups[count++] = hashOf(first, second, third);
      if (second >= FIRST_DENSE && third >= FIRST_DENSE) groups[count++] = hashOf(0, second, third);
    }
    first = second;
    second = third;
  }
  return count;
}

function hashOf(first: number, second: number, third: number): number {
  const hash =
    Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca77) ^ Math.imul(third, 0xc2b2ae3d);
  return (hash ^ (hash >>> 15)) >>> (32 - HASH_BITS);
}
