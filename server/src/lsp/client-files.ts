import {
  fileHead,
  type FileHeadParams,
  type FileHeadResult,
  type FolderNames,
  listFolders,
  type ListFoldersParams,
  type ListFoldersResult,
  readFiles,
  type ReadFilesParams,
  type ReadFilesResult,
} from '../protocol/index.ts';
import { DEEPEST, type FileSystem, type FolderListing, HEAD_BYTES } from '../site/file-system.ts';
import { joinPath, type SitePath } from '../site/site-path.ts';
import { type FolderUri, toUri } from './uris.ts';

/** Sends a request to the client. It may be rejected: then nothing of it can be read. */
export type AskClient = <Answer>(method: string, question: object) => Promise<Answer>;

/** So much goes into one message: enough to hide the way there and back, little enough to show progress. */
const FILES_AT_ONCE = 100;
const FOLDERS_AT_ONCE = 200;

/**
 * The files below a folder as the editor has them: on the web, and wherever else a workspace is no
 * folder of a disk. Folders that are asked for in the same turn go in one request.
 *
 * @param folder what site paths are relative to
 * @param heard told how many files have been read, with each answer
 */
export function clientFiles(
  ask: AskClient,
  folder: FolderUri,
  heard: (count: number) => void = () => undefined,
): FileSystem {
  const uriOf = (path: SitePath): string => toUri(folder, path);

  const list = gathering(async (paths: readonly SitePath[]) => {
    const listings = await inPortions(paths, FOLDERS_AT_ONCE, async (some) => {
      const question: ListFoldersParams = { folders: some.map(uriOf) };
      return (await ask<ListFoldersResult>(listFolders, question)).listings;
    });
    return paths.map((path, index) => listing(path, listings[index]));
  });

  return {
    list,
    async walk(top, enters) {
      const found: FolderListing[] = [];
      let level: readonly SitePath[] = [top];
      for (let depth = 0; depth <= DEEPEST && level.length > 0; depth++) {
        const listings = (await Promise.all(level.map(list))).filter((one) => one !== undefined);
        found.push(...listings);
        level = listings.flatMap(({ path, folders }) =>
          folders.filter((name) => enters(name)).map((name) => joinPath(path, name)),
        );
      }
      return found;
    },
    async readFiles(paths) {
      const texts = await inPortions(paths, FILES_AT_ONCE, async (some) => {
        const question: ReadFilesParams = { uris: some.map(uriOf) };
        const answer = await ask<ReadFilesResult>(readFiles, question);
        heard(some.length);
        return answer.texts;
      });
      return paths.map((_, index) => texts[index] ?? undefined);
    },
    async head(path) {
      const question: FileHeadParams = { uri: uriOf(path), most: HEAD_BYTES };
      const found = await ask<FileHeadResult | null>(fileHead, question).catch(() => null);
      return found === null ? undefined : { size: found.size, bytes: bytesOf(found.bytes) };
    },
  };
}

function listing(path: SitePath, names: FolderNames | null | undefined): FolderListing | undefined {
  return names ? { path, files: names.files, folders: names.folders } : undefined;
}

/** One portion after the other; of one that fails nothing is known. */
async function inPortions<Item, Answer>(
  items: readonly Item[],
  size: number,
  ask: (portion: readonly Item[]) => Promise<readonly (Answer | null)[]>,
): Promise<readonly (Answer | null)[]> {
  const answers: (Answer | null)[] = [];
  for (let start = 0; start < items.length; start += size) {
    const portion = items.slice(start, start + size);
    const some = await ask(portion).catch((): readonly null[] => []);
    answers.push(...portion.map((_, index) => some[index] ?? null));
  }
  return answers;
}

/** A question about one thing, put together with those of the same turn. */
function gathering<Item, Answer>(
  askAll: (items: readonly Item[]) => Promise<readonly (Answer | undefined)[]>,
): (item: Item) => Promise<Answer | undefined> {
  let items: Item[] = [];
  let answers: Promise<readonly (Answer | undefined)[]> | undefined;
  return async (item) => {
    const index = items.push(item) - 1;
    answers ??= Promise.resolve().then(() => {
      const all = items;
      items = [];
      answers = undefined;
      return askAll(all);
    });
    return (await answers)[index];
  };
}

/** Bytes that each came as one character. */
function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
