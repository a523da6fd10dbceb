import * as vscode from 'vscode';
import { readableScheme, sideOf } from './readable-sides.ts';

/**
 * Shows the files of the comparison that is in front as they are on the disk, where the one on the right
 * can be edited and changes can be taken over with a click.
 */
export async function compareFiles(): Promise<void> {
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
  const input = tab?.input;
  if (!(input instanceof vscode.TabInputTextDiff)) return;
  if (input.modified.scheme !== readableScheme) return;
  const [left, right] = [sideOf(input.original), sideOf(input.modified)];
  if (left.at === 'head') await vscode.commands.executeCommand('git.openChange', right.uri);
  else await vscode.commands.executeCommand('vscode.diff', left.uri, right.uri, tab?.label);
}
