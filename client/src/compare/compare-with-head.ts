import * as vscode from 'vscode';
import { repositoryOf } from './git-api.ts';
import { atHead, type ReadableSides } from './readable-sides.ts';

/**
 * Shows a content file beside the last commit.
 *
 * @param resource a file of the Explorer or of the Source Control view; else the one being written
 */
export async function compareWithHead(sides: ReadableSides, resource: unknown): Promise<void> {
  const uri = fileOf(resource);
  if (uri === undefined) return;
  const repository = await repositoryOf(uri);
  if (repository === undefined) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('The file is in no git repository that VS Code has open.'),
    );
    return;
  }
  if ((await atHead(repository, uri)) === undefined) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('The last commit does not have this file.'),
    );
    return;
  }
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const title = vscode.l10n.t('{0} (HEAD ↔ now)', name);
  await sides.show({ uri, at: 'head' }, { uri, at: 'now' }, title);
}

function fileOf(resource: unknown): vscode.Uri | undefined {
  if (resource instanceof vscode.Uri) return resource;
  const isState = typeof resource === 'object' && resource !== null && 'resourceUri' in resource;
  const inState = isState ? resource.resourceUri : undefined;
  if (inState instanceof vscode.Uri) return inState;
  return vscode.window.activeTextEditor?.document.uri;
}
