import { parseContent } from '../../kirby/content/parse.ts';
import { mentionKeys } from '../../kirby/reference/mention-keys.ts';
import { readableTexts } from '../../kirby/readable/texts.ts';
import type { FileSystem } from '../file-system.ts';
import { keyLists } from '../mentions/key-lists.ts';
import type { SitePath } from '../site-path.ts';
import { findIn } from './find-in.ts';
import type { FileHits, Wish } from './hit.ts';
import { Signer } from './signature.ts';
import { joined, type Marks } from './signatures.ts';

/** Something that reads the texts of a site: this thread or another one. */
export interface Searcher {
  /** How many files it is asked for at once: what else its thread has to do waits for them. */
  readonly atOnce: number;
  /** Marks for each file, in the order asked; none for one that cannot be read. */
  sign(files: readonly SitePath[]): Promise<Marks>;
  /** What is found in files; those without anything are not in the answer. */
  find(files: readonly SitePath[], wish: Wish): Promise<readonly FileHits[]>;
}

/**
 * A searcher that reads in this thread, as its file system does.
 *
 * @param atOnce few, by default, because it is this thread that answers an editor
 */
export function searcherOf(source: Pick<FileSystem, 'readFiles'>, atOnce = 8): Searcher {
  const signer = new Signer();
  return {
    atOnce,
    async sign(files) {
      const texts = await source.readFiles(files);
      return {
        signatures: joined(texts.map((text) => signatureOf(signer, text))),
        mentions: keyLists(texts.map((text) => (text === undefined ? [] : mentionKeys(text)))),
      };
    },
    async find(files, wish) {
      const texts = await source.readFiles(files);
      const found: FileHits[] = [];
      let count = 0;
      for (const [index, path] of files.entries()) {
        const text = count < wish.most ? texts[index] : undefined;
        const hits = text === undefined ? [] : findInText(text, wish);
        if (hits.length > 0) found.push({ path, hits });
        count += hits.length;
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

function findInText(text: string, wish: Wish): FileHits['hits'] {
  // An editor does not show the mark, and does not count it.
  const document = parseContent(text.startsWith('\uFEFF') ? text.slice(1) : text);
  return findIn(document, readableTexts(document), wish);
}
