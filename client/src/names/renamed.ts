import * as vscode from 'vscode';

/** A file or folder that has got another name. */
export interface Renaming {
  readonly oldUri: vscode.Uri;
  readonly newUri: vscode.Uri;
}

/** What a file is called now, which may lie in a folder that was renamed; `undefined`: as before. */
export function renamed(
  { scheme, authority, path }: vscode.Uri,
  renamings: readonly Renaming[],
): vscode.Uri | undefined {
  for (const { oldUri, newUri } of renamings) {
    if (oldUri.scheme !== scheme || oldUri.authority !== authority) continue;
    if (path !== oldUri.path && !path.startsWith(`${oldUri.path}/`)) continue;
    return newUri.with({ path: newUri.path + path.slice(oldUri.path.length) });
  }
  return undefined;
}
