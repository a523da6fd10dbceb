import * as vscode from 'vscode';
import { exists } from './exists.ts';

const marks = ['site/blueprints', 'content/site.txt', 'kirby/bootstrap.php'];

/** Whether a folder of the workspace is a site, by the simplest of its marks. */
export async function isKirbyWorkspace(): Promise<boolean> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  // All at once: each question may go through the window and over the network.
  const found = await Promise.all(
    folders.flatMap(({ uri }) => marks.map((mark) => exists(vscode.Uri.joinPath(uri, mark)))),
  );
  return found.includes(true);
}
