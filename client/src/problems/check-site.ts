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
  if (files === 0) return vscode.l10n.t('There is no Kirby site in this workspace.');
  const checked =
    files === 1
      ? vscode.l10n.t('1 content file checked')
      : vscode.l10n.t('{0} content files checked', files.toLocaleString());
  const counts = [errorsIn(errors), warningsIn(warnings), notesIn(others)].filter(
    (count) => count !== '',
  );
  if (counts.length === 0) return vscode.l10n.t('{0}, no problems.', checked);
  const found = `${checked}: ${counts.join(', ')}.`;
  return isCut ? `${found} ${vscode.l10n.t('There are more than are listed.')}` : found;
}

function errorsIn(count: number): string {
  if (count === 0) return '';
  return count === 1
    ? vscode.l10n.t('1 error')
    : vscode.l10n.t('{0} errors', count.toLocaleString());
}

function warningsIn(count: number): string {
  if (count === 0) return '';
  return count === 1
    ? vscode.l10n.t('1 warning')
    : vscode.l10n.t('{0} warnings', count.toLocaleString());
}

function notesIn(count: number): string {
  if (count === 0) return '';
  return count === 1 ? vscode.l10n.t('1 note') : vscode.l10n.t('{0} notes', count.toLocaleString());
}
