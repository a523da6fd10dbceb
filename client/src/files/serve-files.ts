import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
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
} from '../../../server/src/protocol/index.ts';
import { mapFewAtOnce } from './few-at-once.ts';

/** Each may be a request over a network; browsers and services take that many of one page well. */
const AT_ONCE = 16;

/**
 * Reads for the server what it does not reach: on the web everything, elsewhere the folders of other
 * file systems than the disk. Only what lies in the workspace is read; what cannot be read is `null`.
 */
export function serveFiles(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    client.onRequest(listFolders, async ({ folders }: ListFoldersParams, token: Token) => {
      const listings = await mapFewAtOnce(folders, AT_ONCE, async (folder) =>
        token.isCancellationRequested ? null : namesIn(folder),
      );
      return { listings } satisfies ListFoldersResult;
    }),
    client.onRequest(readFiles, async ({ uris }: ReadFilesParams, token: Token) => {
      const texts = await mapFewAtOnce(uris, AT_ONCE, async (uri) =>
        token.isCancellationRequested ? null : textOf(uri),
      );
      return { texts } satisfies ReadFilesResult;
    }),
    client.onRequest(fileHead, ({ uri, most }: FileHeadParams) => headOf(uri, most)),
  );
}

type Token = vscode.CancellationToken;

async function namesIn(folder: string): Promise<FolderNames | null> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(inWorkspace(folder));
    const isFolder = (type: vscode.FileType): boolean => (type & vscode.FileType.Directory) !== 0;
    return {
      files: entries.flatMap(([name, type]) => (isFolder(type) ? [] : name)),
      folders: entries.flatMap(([name, type]) => (isFolder(type) ? name : [])),
    };
  } catch {
    return null;
  }
}

async function textOf(uri: string): Promise<string | null> {
  try {
    const bytes = await vscode.workspace.fs.readFile(inWorkspace(uri));
    // The byte order mark is part of the text, as on a disk.
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

async function headOf(uri: string, most: number): Promise<FileHeadResult | null> {
  try {
    const bytes = await vscode.workspace.fs.readFile(inWorkspace(uri));
    let text = '';
    for (const byte of bytes.subarray(0, most)) text += String.fromCharCode(byte);
    return { size: bytes.length, bytes: text };
  } catch {
    return null;
  }
}

/** Throws for what lies elsewhere. */
function inWorkspace(text: string): vscode.Uri {
  const uri = vscode.Uri.parse(text, true);
  if (vscode.workspace.getWorkspaceFolder(uri) === undefined) {
    throw new Error(`${text} is not in the workspace.`);
  }
  return uri;
}
