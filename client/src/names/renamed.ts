import * as vscode from 'vscode';

/** A file or folder that has got another name. */
export interface Renaming {
  readonly oldUri: vscode.Uri;
  readonly newUri: vscode.Uri;
}

/** What a file is called now, which may lie in a folder that was renamed; `undefined`: as before. */
export function renamed(uri: vscode.Uri, renamings: readonly Renaming[]): vscode.Uri | undefined {
  const found = renamings.find(({ oldUri }) => isWithin(uri, oldUri));
  if (found === undefined) return undefined;
  const { oldUri, newUri } = found;
  return newUri.with({ path: newUri.path + uri.path.slice(oldUri.path.length) });
}

/** Whether a file is another one, or lies in it. */
export function isWithin(uri: vscode.Uri, folder: vscode.Uri): boolean {
  if (uri.scheme !== folder.scheme || uri.authority !== folder.authority) return false;
  const path = folder.path.replace(/\/+$/, '');
  return uri.path === path || uri.path.startsWith(`${path}/`);
}
