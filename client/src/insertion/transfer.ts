import * as vscode from 'vscode';
import type { GivenFile } from '../../../server/src/protocol/index.ts';

/** A file that is dropped or pasted, and how its bytes are had. */
export interface TransferredFile extends GivenFile {
  read(): Promise<Uint8Array>;
}

/** Bytes; a larger file is not held in memory only to be copied. */
const largest = 100 * 1024 * 1024;

/**
 * The files of a drop or a paste: those named by URIs, or else those whose bytes came with it. Empty
 * when there are none, or when one of them is a folder, too large or cannot be read.
 */
export async function filesIn(
  transfer: vscode.DataTransfer,
  token: vscode.CancellationToken,
): Promise<readonly TransferredFile[]> {
  const list = await transfer.get('text/uri-list')?.asString();
  if (token.isCancellationRequested) return [];
  const uris = list === undefined ? [] : urisIn(list);
  if (uris.length > 0) {
    const found = await Promise.all(uris.map(fileAt));
    return found.every((file) => file !== undefined) ? found : [];
  }
  return [...transfer].flatMap(([, item]) => {
    const file = item.asFile();
    if (file === undefined) return [];
    const read = async (): Promise<Uint8Array> => file.data();
    return [{ name: file.name, read, ...(file.uri && { uri: file.uri.toString() }) }];
  });
}

/** What an editor and a browser put there: a URI a line, comments after `#`. */
function urisIn(list: string): readonly vscode.Uri[] {
  const lines = list.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  const uris = lines.flatMap((line) => parsed(line) ?? []);
  // The address of a picture on the web is no file.
  const areFiles = uris.every(({ scheme }) => scheme !== 'http' && scheme !== 'https');
  return areFiles && uris.length === lines.length ? uris : [];
}

function parsed(line: string): vscode.Uri | undefined {
  try {
    return vscode.Uri.parse(line, true);
  } catch {
    return undefined;
  }
}

async function fileAt(uri: vscode.Uri): Promise<TransferredFile | undefined> {
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.File) === 0 || size > largest) return undefined;
  } catch {
    return undefined;
  }
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  return {
    name,
    uri: uri.toString(),
    read: async () => vscode.workspace.fs.readFile(uri),
  };
}
