import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { uriOf } from './editor.ts';

export const drafts = 'magazine/content/magazines/1_reparer-ensemble/_drafts';

/** Makes a draft of its own in the example site, and gives the path of its content file. */
export function makeScratchPage(name: string, content: string): string {
  const page = `${drafts}/${name}/article.txt`;
  mkdirSync(vscode.Uri.joinPath(uriOf(page), '..').fsPath);
  writeFileSync(uriOf(page).fsPath, content);
  return page;
}

/** Takes back what is unsaved, closes all editors and removes the draft. */
export async function removeScratchPage(page: string): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty) continue;
    await vscode.window.showTextDocument(document, { preview: false });
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  rmSync(vscode.Uri.joinPath(uriOf(page), '..').fsPath, { recursive: true, force: true });
}
