import type { Connection } from 'vscode-languageserver';
import { scannerOf } from '../site/scan.ts';
import { searcherOf } from '../site/search/searcher.ts';
import { clientFiles } from './client-files.ts';
import type { Disk } from './environment.ts';
import { readAhead } from './read-ahead.ts';
import { folderUri } from './uris.ts';

/** As many are made searchable between two messages: some milliseconds of work. */
const SEARCHED_AT_ONCE = 16;

/**
 * A folder that only the client reaches.
 *
 * @param folder a URI
 * @param heard told how many files have been read, with each answer
 */
export function clientDisk(
  connection: Connection,
  folder: string,
  heard: (count: number) => void,
): Disk {
  const files = clientFiles(
    (method, question) => connection.sendRequest(method, question),
    folderUri(folder),
    heard,
  );
  const { first, second, others } = readAhead(files);
  return {
    fileSystem: others,
    scanner: scannerOf(first),
    searcher: searcherOf(second, SEARCHED_AT_ONCE),
    isFar: true,
  };
}
