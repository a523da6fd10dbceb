import * as vscode from 'vscode';

/** Whether a document can be edited: versions of Git, say, cannot. */
export async function isWritable(uri: vscode.Uri): Promise<boolean> {
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return false;
  try {
    const { permissions } = await vscode.workspace.fs.stat(uri);
    return permissions !== vscode.FilePermission.Readonly;
  } catch {
    // Nothing has been saved yet.
    return true;
  }
}
