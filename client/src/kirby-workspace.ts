import * as vscode from 'vscode';
import { exists } from './exists.ts';

/** Whether a folder of the workspace is a site, by the simplest of its marks. */
export async function isKirbyWorkspace(): Promise<boolean> {
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    for (const mark of ['site/blueprints', 'content/site.txt', 'kirby/bootstrap.php']) {
      if (await exists(vscode.Uri.joinPath(uri, mark))) return true;
    }
  }
  return false;
}
