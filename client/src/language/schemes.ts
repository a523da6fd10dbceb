import * as vscode from 'vscode';

/**
 * Where content files may be: on the disk, and wherever the workspace is. Documents of other schemes
 * are old versions and the like.
 */
export const schemes: readonly string[] = [
  ...new Set([
    ...['file', 'untitled', 'vscode-vfs', 'vscode-remote'],
    ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme),
  ]),
];
