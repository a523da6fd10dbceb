import { closeSync, type Dirent, openSync, readdirSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseContent } from '../kirby/content/parse.ts';
import { phpTrim } from '../kirby/text/php.ts';
import { DEEPEST, type FolderListing } from '../site/file-system.ts';
import type { ScanSource, SummaryRequest } from '../site/scan.ts';
import { joinPath, sitePath, type SitePath } from '../site/site-path.ts';
import { summarise, type TextSummary } from '../site/summary.ts';
import { headOf } from './file-head.ts';
import { leadsBack } from './link.ts';

/** Who is told what the disk answers, but for the heads of files. Paths are absolute. */
export interface DiskListener {
  /** @param listing of a folder; `undefined` where there is none */
  onFolder(folder: string, listing: FolderListing | undefined): void;
  /** @param bytes of a file, which are others afterwards; `undefined` where it cannot be read */
  onFile(file: string, bytes: Uint8Array | undefined): void;
}

/**
 * The disk, read synchronously into one buffer: a quarter of the time that promises take, in a
 * thread that has nothing else to do (the index worker, the command line).
 *
 * @param root the folder that site paths are relative to
 */
export function diskSource(root: string, listener?: DiskListener): ScanSource {
  const reader = new Reader(listener);
  // Putting it together anew for each file would take a tenth of all reading.
  const prefix = path.join(root, path.sep);
  const absolute = (file: SitePath): string => prefix + file;
  const list = (folder: SitePath): FolderListing | undefined => {
    const at = absolute(folder);
    const listing = listFolder(at, folder);
    listener?.onFolder(at, listing);
    return listing;
  };
  return {
    list: (folder) => Promise.resolve(list(folder)),
    walk: (folder, enters) => Promise.resolve(walk(list, folder, enters)),
    readFiles: (files) => Promise.resolve(files.map((file) => reader.text(absolute(file)))),
    head: (file) => headOf(absolute(file)),
    walkForUuids(folder, enters, isRead) {
      const uuids: string[] = [];
      const folders = walk(list, folder, enters, ({ path: at, files }) => {
        const siblings = new Set(files);
        for (const name of files) {
          if (isRead(name, siblings)) reader.addUuids(uuids, absolute(joinPath(at, name)));
        }
      });
      return Promise.resolve({ folders, uuids: uuids.join('\n') });
    },
    summaries: (requests) =>
      Promise.resolve(requests.map((request) => reader.summary(absolute(request.path), request))),
  };
}

/** Asks the disk for what a listener wants to hear. The paths are absolute. */
export function askDisk(
  folders: readonly string[],
  files: readonly string[],
  listener: DiskListener,
): void {
  const reader = new Reader(listener);
  for (const folder of folders) listener.onFolder(folder, listFolder(folder, sitePath('')));
  for (const file of files) reader.ask(file);
}

function walk(
  list: (folder: SitePath) => FolderListing | undefined,
  top: SitePath,
  enters: (name: string) => boolean,
  each?: (listing: FolderListing) => void,
): readonly FolderListing[] {
  const found: FolderListing[] = [];
  const visit = (folder: SitePath, depth: number): void => {
    const listing = list(folder);
    if (listing === undefined) return;
    found.push(listing);
    each?.(listing);
    if (depth >= DEEPEST) return;
    for (const name of listing.folders) {
      if (enters(name)) visit(joinPath(folder, name), depth + 1);
    }
  };
  visit(top, 0);
  return found;
}

function listFolder(absolute: string, folder: SitePath): FolderListing | undefined {
  try {
    return listing(folder, readdirSync(absolute, { withFileTypes: true }), (name) => {
      const link = path.join(absolute, name);
      if (!statSync(link).isDirectory()) return 'file';
      return leadsBack(link) ? undefined : 'folder';
    });
  } catch {
    // Not there, or not ours to read: for the site that is the same.
    return undefined;
  }
}

/** What a link is for us: what it leads to, and nothing where that is a folder around it. */
export type LinkKind = 'file' | 'folder' | undefined;

/** Sorts the entries of a folder; links count as what they lead to. */
export function listing(
  folder: SitePath,
  entries: readonly Dirent[],
  kindOf: (link: string) => LinkKind,
): FolderListing {
  const files: string[] = [];
  const folders: string[] = [];
  for (const entry of entries) {
    const kind = entry.isSymbolicLink()
      ? kindOfLink(kindOf, entry.name)
      : entry.isDirectory()
        ? 'folder'
        : 'file';
    if (kind !== undefined) (kind === 'folder' ? folders : files).push(entry.name);
  }
  return { path: folder, files, folders };
}

/** A link to nowhere throws; it is a file that cannot be read. */
function kindOfLink(kindOf: (link: string) => LinkKind, name: string): LinkKind {
  try {
    return kindOf(name);
  } catch {
    return 'file';
  }
}

/** The byte order mark of UTF-8, each byte as one character. */
const byteOrderMark = '\u00EF\u00BB\u00BF';

/** Reads files into a buffer that grows to the largest of them. */
class Reader {
  readonly #listener: DiskListener | undefined;
  #buffer = Buffer.allocUnsafe(256 * 1024);

  constructor(listener?: DiskListener) {
    this.#listener = listener;
  }

  ask(file: string): void {
    this.#read(file);
  }

  text(file: string): string | undefined {
    const length = this.#read(file);
    return length === undefined ? undefined : this.#buffer.toString('utf8', 0, length);
  }

  /**
   * Splits the bytes as they are and makes text only of what is kept: dividers and the names of
   * fields are ASCII, and most of a page is not kept.
   */
  summary(file: string, { isWhole }: SummaryRequest): TextSummary | undefined {
    const length = this.#read(file);
    if (length === undefined) return undefined;
    const document = parseContent(this.#buffer.toString('latin1', 0, length), byteOrderMark);
    return summarise(document, { isWhole, decode });
  }

  /** Adds what the field `Uuid` of a file may hold, wherever one seems to stand: too many harm nobody. */
  addUuids(uuids: string[], file: string): void {
    const length = this.#read(file);
    if (length === undefined) return;
    const bytes = this.#buffer.toString('latin1', 0, length);
    for (const [, value = ''] of bytes.matchAll(uuidFields)) uuids.push(decode(phpTrim(value)));
  }

  /** How many bytes of the file stand in the buffer; `undefined` when it cannot be read. */
  #read(file: string): number | undefined {
    const length = this.#fill(file);
    this.#listener?.onFile(file, length === undefined ? length : this.#buffer.subarray(0, length));
    return length;
  }

  #fill(file: string): number | undefined {
    let descriptor: number | undefined;
    try {
      descriptor = openSync(file, 'r');
      let length = 0;
      for (;;) {
        const room = this.#buffer.length - length;
        const read = readSync(descriptor, this.#buffer, length, room, length);
        length += read;
        // Less than there was room for: that is the end, and asking again would cost as much.
        if (read < room) return length;
        this.#buffer = Buffer.concat([this.#buffer], this.#buffer.length * 2);
      }
    } catch {
      return undefined;
    } finally {
      if (descriptor !== undefined) closeSync(descriptor);
    }
  }
}

/** Of each that looks like a field `Uuid` the first line that is not empty. */
const uuidFields = /uuid[\0\t\n\v\r ]*:[\0\t\n\v\r ]*(?:\\(?=----))?([^\n]*)/gi;

const room = Buffer.allocUnsafe(4096);

/** Text of bytes that each stand as one character. */
function decode(bytes: string): string {
  if (/[\x80-\xFF]/.test(bytes)) {
    const buffer = bytes.length > room.length ? Buffer.allocUnsafe(bytes.length) : room;
    return buffer.toString('utf8', 0, buffer.write(bytes, 0, 'latin1'));
  }
  // A copy all the same: a slice of the whole file would keep all of it in memory.
  return ` ${bytes}`.slice(1);
}
