import * as vscode from 'vscode';
import { checkSite, type CheckSiteResult } from '../../../server/src/protocol/index.ts';
import type { LanguageServer } from '../language-server.ts';

/** Checks every content file once, says how many problems there are, and shows them. */
export async function checkWholeSite(server: LanguageServer): Promise<CheckSiteResult | undefined> {
  const result = await server.ask<CheckSiteResult>(checkSite, {});
  // It was ended early, or the log says why.
  if (result === undefined) return undefined;
  if (result.errors + result.warnings + result.others > 0) {
    await vscode.commands.executeCommand('workbench.panel.markers.view.focus');
  }
  void vscode.window.showInformationMessage(messageOf(result));
  return result;
}

function messageOf({ files, errors, warnings, others, isCut }: CheckSiteResult): string {
  if (files === 0) return 'There is no Kirby site in this workspace.';
  const checked = `${counted(files, 'content file')} checked`;
  const counts = [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
    ...(others > 0 ? [counted(others, 'note')] : []),
  ];
  if (counts.length === 0) return `${checked}, no problems.`;
  return `${checked}: ${counts.join(', ')}.${isCut ? ' There are more than are listed.' : ''}`;
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString()} ${noun}${count === 1 ? '' : 's'}`;
}
