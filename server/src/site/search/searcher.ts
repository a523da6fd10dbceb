import type { ContentDocument } from '../../kirby/content/document.ts';
import { parseContent } from '../../kirby/content/parse.ts';
import { mentionKeys } from '../../kirby/reference/mention-keys.ts';
import { type ReadableText, readableTexts } from '../../kirby/readable/texts.ts';
import type { FileSystem } from '../file-system.ts';
import { keyLists } from '../mentions/key-lists.ts';
import type { SitePath } from '../site-path.ts';
import { findIn, foldedLines } from './find-in.ts';
import type { FileHits, Wish } from './hit.ts';
import { Signer } from './signature.ts';
import { joined, type Marks } from './signatures.ts';

/** Something that reads the texts of a site: this thread or another one. */
export interface Searcher {
  /** How many files it is asked for at once: what else its thread has to do waits for them. */
  readonly atOnce: number;
  /** Whether its thread has to be started first, which takes longer than to read some files. */
  readonly isAsleep?: boolean;
  /** Marks for each file, in the order asked; none for one that cannot be read. */
  sign(files: readonly SitePath[]): Promise<Marks>;
  /** What is found in files; those without anything are not in the answer. */
  find(files: readonly SitePath[], wish: Wish): Promise<readonly FileHits[]>;
}

/** So many files are read before what was found in them is counted. */
const HANDFUL = 8;

/**
 * A searcher that reads in this thread, as its file system does.
 *
 * @param atOnce few, by default, because it is this thread that answers an editor
 * @param mostRecent so many files are kept as they were read, for those who go on asking
 */
export function searcherOf(
  source: Pick<FileSystem, 'readFiles'>,
  atOnce = HANDFUL,
  mostRecent = MOST_RECENT,
): Searcher {
  const signer = new Signer();
  const recent = new RecentFiles(mostRecent);
  return {
    atOnce,
    async sign(files) {
      const texts = await source.readFiles(files);
      return {
        signatures: joined(texts.map((text) => signatureOf(signer, text))),
        all: signer.takeAll(),
        mentions: keyLists(texts.map((text) => (text === undefined ? [] : mentionKeys(text)))),
      };
    },
    async find(files, wish) {
      const found: FileHits[] = [];
      for (let count = 0, start = 0; start < files.length && count < wish.most; start += HANDFUL) {
        const few = files.slice(start, start + HANDFUL);
        const texts = await source.readFiles(few);
        for (const [index, path] of few.entries()) {
          const text = count < wish.most ? texts[index] : undefined;
          const hits = text === undefined ? [] : recent.find(path, text, wish);
          if (hits.length > 0) found.push({ path, hits });
          count += hits.length;
        }
      }
      return found;
    },
  };
}

function signatureOf(signer: Signer, text: string | undefined): Uint8Array {
  if (text !== undefined) {
    for (const readable of readableTexts(parseContent(text))) signer.add(readable.text.text);
  }
  return signer.take();
}

/** A file that was searched, and what reads in it. */
interface ReadFile {
  readonly text: string;
  readonly document: ContentDocument;
  readonly texts: readonly ReadableText[];
  /** Once it is searched again. */
  lines?: string;
}

/** So many files are read for one list of symbols, which is made anew with every key. */
const MOST_RECENT = 64;
const MOST_CHARACTERS = 64_000;

/** The files that were searched last: an author who goes on typing searches nearly the same ones. */
class RecentFiles {
  readonly #files = new Map<SitePath, ReadFile>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** @param text the whole file as it is now */
  find(path: SitePath, text: string, wish: Wish): FileHits['hits'] {
    const known = this.#files.get(path);
    const file = known?.text === text ? known : readFile(text);
    this.#keep(path, file);
    if (file === known) {
      file.lines ??= foldedLines(file.texts);
      if (!file.lines.includes(wish.wanted)) return [];
    }
    return findIn(file.document, file.texts, wish);
  }

  #keep(path: SitePath, file: ReadFile): void {
    this.#files.delete(path);
    if (file.text.length <= MOST_CHARACTERS) this.#files.set(path, file);
    const [oldest] = this.#files.keys();
    if (this.#files.size > this.#most && oldest !== undefined) this.#files.delete(oldest);
  }
}

function readFile(text: string): ReadFile {
  // An editor does not show the mark, and does not count it.
  const document = parseContent(text.startsWith('\uFEFF') ? text.slice(1) : text);
  return { text, document, texts: readableTexts(document) };
}
